import Typography from '@material-ui/core/Typography';
import {
  levels,
  OrganizationFigures,
  resultStates,
  severities,
  tiers,
} from 'backstage-plugin-ai-governance-common';
import { When } from '../../components';
import { useTexts } from '../../translation';
import { FactTable } from '../policy/FactTable';

/** How many there are of each kind that there is one of, such as `High 3, Minimal 9`. */
const counted = <K extends string>(
  keys: readonly K[],
  counts: Readonly<Record<K, number>>,
  word: (key: K) => string,
) =>
  keys
    .filter(key => counts[key] > 0)
    .map(key => `${word(key)} ${counts[key]}`)
    .join(', ');

/** The figures that were there when a review was recorded; they never change. */
export function Figures({ snapshot }: { snapshot?: OrganizationFigures }) {
  const t = useTexts();
  if (!snapshot) return null;
  const { policy, correctiveActions } = snapshot;
  const none = t('pages.organization.figures.none');
  const rows: [string, string][] = [
    [t('pages.organization.figures.systems'), String(snapshot.subjects)],
    [
      t('pages.organization.figures.byTier'),
      counted(tiers, snapshot.tiers, tier => t(`words.tier.${tier}`)) || none,
    ],
    [
      t('pages.organization.figures.byLevel'),
      counted(['none', ...levels], snapshot.levels, level =>
        level === 'none' ? none : t(`words.level.${level}`),
      ) || none,
    ],
    [t('pages.organization.figures.unevaluated'), String(snapshot.unevaluated)],
    [
      t('pages.organization.figures.results'),
      counted(resultStates, snapshot.counts, state =>
        t(`words.state.${state}`),
      ) || none,
    ],
    [t('pages.organization.figures.overdue'), String(snapshot.overdue)],
    [
      t('pages.organization.figures.incidents'),
      counted(severities, snapshot.incidents, severity =>
        t(`words.severity.${severity}`),
      ) || none,
    ],
    [
      t('pages.organization.figures.actions.title'),
      t('pages.organization.figures.actions.counts', correctiveActions),
    ],
    [t('pages.organization.figures.policy'), policy.version],
  ];
  return (
    <>
      <Typography variant="body2" gutterBottom>
        {t('pages.organization.figures.about', {
          time: <When at={snapshot.at} />,
        })}
      </Typography>
      <FactTable
        label={t('pages.organization.figures.label')}
        head={[
          t('pages.organization.figures.figure'),
          t('pages.organization.figures.value'),
        ]}
        rows={rows.map(cells => ({ key: cells[0], cells }))}
      />
    </>
  );
}
