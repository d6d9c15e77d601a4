import Typography from '@material-ui/core/Typography';
import {
  levels,
  OrganizationFigures,
  resultStates,
  severities,
  tiers,
} from 'backstage-plugin-ai-governance-common';
import { When } from '../../components';
import { inWords } from '../../records';
import { useTexts } from '../../translation';
import { FactTable } from '../policy/FactTable';

const counted = <K extends string>(
  keys: readonly K[],
  counts: Readonly<Record<K, number>>,
  word: (key: K) => string,
) =>
  keys
    .filter(key => counts[key] > 0)
    .map(key => `${word(key)} ${counts[key]}`)
    .join(', ') || 'None';

/** The figures that were there when a review was recorded; they never change. */
export function Figures({ snapshot }: { snapshot?: OrganizationFigures }) {
  const t = useTexts();
  if (!snapshot) return null;
  const { policy, correctiveActions } = snapshot;
  const rows: [string, string][] = [
    ['AI systems', String(snapshot.subjects)],
    ['By tier', counted(tiers, snapshot.tiers, inWords)],
    ['By level', counted(['none', ...levels], snapshot.levels, inWords)],
    ['Not evaluated yet', String(snapshot.unevaluated)],
    [
      'Results of controls',
      counted(resultStates, snapshot.counts, s => t(`words.state.${s}`)),
    ],
    ['Overdue', String(snapshot.overdue)],
    ['Open incidents', counted(severities, snapshot.incidents, inWords)],
    [
      'Corrective actions',
      `${correctiveActions.open} open, ${correctiveActions.overdue} of them overdue`,
    ],
    ['Policy', policy.version],
  ];
  return (
    <>
      <Typography variant="body2" gutterBottom>
        The figures of the whole organization <When at={snapshot.at} />, as the
        review was recorded. They do not change.
      </Typography>
      <FactTable
        label="Figures as the review was recorded"
        head={['Figure', 'At that time']}
        rows={rows.map(cells => ({ key: cells[0], cells }))}
      />
    </>
  );
}
