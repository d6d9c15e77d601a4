import { NamedScorecard } from 'backstage-plugin-ai-governance-common';

/** "3 of 12 systems hold all". */
export function holdingWords({
  holding,
  subjects,
}: Pick<NamedScorecard, 'holding' | 'subjects'>): string {
  if (subjects === 0) return 'It is about no system here';
  const systems = subjects === 1 ? 'system' : 'systems';
  return `${holding} of ${subjects} ${systems} hold${
    subjects === 1 ? 's' : ''
  } all`;
}
