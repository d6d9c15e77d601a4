import {
  capital,
  RevisionConflictError,
} from 'backstage-plugin-ai-governance-common';
import { errorWords } from '../components';
import { Texts } from '../translation';

/** What the ledger refused, without the path that its sentence begins with. */
export function refusalWords(t: Texts, error: Error): string {
  if (error instanceof RevisionConflictError) {
    return t('assurance.decisions.form.newer', { author: error.head.author });
  }
  const words = errorWords(error).replace(
    /^(body\.)?(data([.[][\w.[\]-]*)?|stateHash): /,
    '',
  );
  const sentence = capital(words);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
