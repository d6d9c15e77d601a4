import { NamedScorecard } from 'backstage-plugin-ai-governance-common';
import { Texts } from '../translation';

/** "3 of 12 systems hold all". */
export function holdingWords(
  t: Texts,
  { holding, subjects }: Pick<NamedScorecard, 'holding' | 'subjects'>,
): string {
  return subjects === 0
    ? t('pages.scorecards.named.noSystem')
    : t('pages.scorecards.named.holding', { holding, count: subjects });
}
