import { dayOf } from '../instant';
import { RecordState } from '../state';
import { RevisionHead } from './governedState';
import { locationOfAuthor } from './sourceAuthor';

/** A type of document that approvals cover. */
export interface GovernedDocument {
  type: string;
  title: string;
}

/** Somebody who may not decide, and why: a sentence. */
export interface Author {
  /** Full reference of a person; a source (see `sourceAuthor`) stands for everybody of the owner. */
  ref: string;
  why: string;
}

interface Decided {
  decision: string;
  decided?: { at: string };
}

// The profile, which approvals cover, follows from the registration: whoever wrote that wrote the profile.
const beside = ['change', 'registration'];
const covered = (
  { type }: RevisionHead,
  documents: readonly GovernedDocument[],
) => beside.includes(type) || documents.some(d => d.type === type);

/** When the subject was last approved; undefined when it never was. */
export function lastApproved(
  approvals: readonly RecordState<Decided | null>[],
): string | undefined {
  return approvals
    .flatMap(({ data }) =>
      data?.decided && data.decision.startsWith('approved')
        ? [data.decided.at]
        : [],
    )
    .sort()
    .at(-1);
}

/**
 * Why who wrote something may not decide on it.
 *
 * @param what - such as `the latest risk assessment`, and `when`, such as `on 2026-01-01`
 */
export const authorOf = (ref: string, what: string, when?: string): Author => {
  const then = when ? ` ${when}` : '';
  return {
    ref,
    why:
      locationOfAuthor(ref) === undefined
        ? `${ref} wrote ${what}${then}.`
        : `Nobody of the owner decides: ${what} came from its repository${then}.`,
  };
};

/**
 * Who wrote a document or a change since the last approval, each with the latest that they wrote.
 */
export function authorsSince(
  since: string | undefined,
  history: readonly RevisionHead[],
  documents: readonly GovernedDocument[],
): Author[] {
  const latest = new Map<string, RevisionHead>();
  for (const head of history) {
    if (
      !covered(head, documents) ||
      (since !== undefined && head.recordedAt <= since)
    )
      continue;
    latest.set(head.author, head);
  }
  return [...latest].map(([ref, { type, revision, recordedAt }]) => {
    const what = `revision ${revision} of the ${(
      documents.find(d => d.type === type)?.title ?? type
    ).toLocaleLowerCase('en-US')}`;
    const when = `on ${dayOf(recordedAt)}, ${
      since === undefined
        ? 'and it was never approved before'
        : 'since the last approval'
    }`;
    return authorOf(ref, what, when);
  });
}

/** Revisions of documents and changes since the last approval that their authors called routine: the next approver looks at them. */
export function routineSince(
  since: string | undefined,
  history: readonly RevisionHead[],
  documents: readonly GovernedDocument[],
): RevisionHead[] {
  return history.filter(
    head =>
      head.materiality === 'routine' &&
      covered(head, documents) &&
      (since === undefined || head.recordedAt > since),
  );
}
