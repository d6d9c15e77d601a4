import { SubjectSummary } from 'backstage-plugin-ai-governance-common';
import { Texts } from '../translation';

/** Why a subject has nothing that should be done first. */
export function nothingFirst(t: Texts, subject: SubjectSummary): string {
  if (subject.evaluatedAt === null) {
    return t('pages.inventory.nothingFirst.waits');
  }
  return subject.share === null
    ? t('pages.inventory.nothingFirst.notAsked')
    : t('pages.inventory.nothingFirst.holds');
}
