import { StateCounts } from 'backstage-plugin-ai-governance-common';

/** "75 % · 9 of 12 hold, 1 exempt": what holds of what is asked. Rounded down, so that only a whole share reads 100 %. */
export function shareText(share: number | null, counts: StateCounts): string {
  const exempt = counts.exempt > 0 ? `, ${counts.exempt} exempt` : '';
  if (share === null) return `Nothing is asked${exempt}`;
  const hold = counts.pass + counts.warning;
  const asked =
    hold + counts.fail + counts.expired + counts['not-reported'] + counts.error;
  return `${Math.floor(
    share * 100 + 1e-9,
  )} % · ${hold} of ${asked} hold${exempt}`;
}

export function ShareText(props: {
  share: number | null;
  counts: StateCounts;
}) {
  return <span>{shareText(props.share, props.counts)}</span>;
}
