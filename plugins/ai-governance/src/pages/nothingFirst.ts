import { SubjectSummary } from 'backstage-plugin-ai-governance-common';

/** Why a subject has nothing that should be done first. */
export function nothingFirst(subject: SubjectSummary): string {
  if (subject.evaluatedAt === null) return 'Waits for its first evaluation';
  return subject.share === null ? 'Nothing is asked' : 'Everything holds';
}
