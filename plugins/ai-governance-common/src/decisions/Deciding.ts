import type { Admission, SubjectAtHand } from './Admission';
import { Author } from './authors';
import { Question } from './mayDecide';

/**
 * What a decision is about, and who may not make it beside whoever asked for it. The admission of a decision and the answer to who may
 * decide both go by this.
 */
export interface Deciding<T> {
  /** What is to be decided, and for a risk acceptance of which level at the instant. @throws InputError when there is nothing of that name */
  question(
    data: T,
    subject: SubjectAtHand,
    known: Pick<Admission, 'controlIds' | 'at'>,
  ): Question;
  authors(
    data: T,
    subject: SubjectAtHand,
    known: Pick<Admission, 'documents'>,
  ): Author[];
}
