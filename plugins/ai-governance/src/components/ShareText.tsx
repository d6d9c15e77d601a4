import { StateCounts } from 'backstage-plugin-ai-governance-common';
import { Texts, useTexts } from '../translation';

/** "75 % · 9 of 12 hold, 1 exempt": what holds of what is asked. Rounded down, so that only a whole share reads 100 %. */
export function shareText(
  t: Texts,
  share: number | null,
  counts: StateCounts,
): string {
  const { exempt } = counts;
  const parts = exempt > 0 ? 'exempt' : 'whole';
  if (share === null) return t(`components.share.none.${parts}`, { exempt });
  const hold = counts.pass + counts.warning;
  const asked =
    hold + counts.fail + counts.expired + counts['not-reported'] + counts.error;
  const percent = Math.floor(share * 100 + 1e-9);
  const values = { percent, hold, asked, exempt };
  return t(`components.share.some.${parts}`, values);
}

export function ShareText(props: {
  share: number | null;
  counts: StateCounts;
}) {
  const t = useTexts();
  return <span>{shareText(t, props.share, props.counts)}</span>;
}
