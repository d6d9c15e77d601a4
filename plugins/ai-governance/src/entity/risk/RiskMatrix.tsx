import { alpha, makeStyles, useTheme } from '@material-ui/core/styles';
import {
  consequenceAnchors,
  likelihoodAnchors,
  RatedRisk,
  Rating,
  riskLevel,
} from 'backstage-plugin-ai-governance-common';
import { useTexts } from '../../translation';
import { PlacedScenario } from './placedScenario';
import { riskColor } from './RiskLevelLabel';

const useStyles = makeStyles(theme => ({
  frame: { overflowX: 'auto' },
  table: {
    borderCollapse: 'separate',
    borderSpacing: 2,
    tableLayout: 'fixed',
    width: '100%',
    minWidth: 560,
    maxWidth: 860,
  },
  caption: {
    ...theme.typography.body2,
    captionSide: 'bottom',
    textAlign: 'left',
    paddingTop: theme.spacing(1),
    color: theme.palette.text.secondary,
  },
  axis: {
    ...theme.typography.caption,
    fontWeight: 'normal',
    padding: theme.spacing(0.5),
    textAlign: 'center',
  },
  side: { textAlign: 'right', width: 130 },
  cell: {
    ...theme.typography.caption,
    height: 56,
    padding: theme.spacing(0.5),
    verticalAlign: 'top',
    borderRadius: theme.shape.borderRadius,
  },
  markers: { display: 'flex', flexWrap: 'wrap', gap: 3 },
  marker: {
    font: 'inherit',
    fontWeight: 700,
    minWidth: 24,
    height: 24,
    padding: 0,
    borderRadius: 12,
    border: `2px solid ${theme.palette.text.primary}`,
    background: 'transparent',
    color: theme.palette.text.primary,
    cursor: 'pointer',
  },
  current: {
    background: theme.palette.text.primary,
    color: theme.palette.background.paper,
  },
  target: { borderStyle: 'dashed' },
  selected: { outline: `3px solid ${theme.palette.primary.main}` },
  legend: { marginRight: theme.spacing(2), whiteSpace: 'nowrap' },
  sample: {
    display: 'inline-block',
    width: 14,
    minWidth: 14,
    height: 14,
    marginRight: theme.spacing(0.5),
    verticalAlign: 'text-bottom',
    cursor: 'default',
  },
}));

const ratings: readonly Rating[] = [1, 2, 3, 4, 5];
const tints = {
  'very-low': 0.12,
  low: 0.28,
  medium: 0.28,
  high: 0.22,
  'very-high': 0.42,
};

const points = ['inherent', 'current', 'target'] as const;
type Point = (typeof points)[number];

/** The 5×5 matrix with every scenario at its inherent (hollow), current (filled) and target (dashed) risk. */
export function RiskMatrix(props: {
  scenarios: readonly PlacedScenario[];
  selected?: string;
  onSelect: (scenarioId: string) => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const theme = useTheme();
  const look = (point: Point, selected: boolean) =>
    [
      classes.marker,
      point === 'current' && classes.current,
      point === 'target' && classes.target,
      selected && classes.selected,
    ]
      .filter(Boolean)
      .join(' ');

  const marked = props.scenarios.flatMap(({ number, scenario, assessed }) =>
    points.flatMap(point => {
      const risk: RatedRisk | undefined = assessed[point];
      return risk ? [{ number, scenario, point, risk }] : [];
    }),
  );

  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <caption className={classes.caption}>
          {points.map(point => (
            <span key={point} className={classes.legend}>
              <span
                aria-hidden
                className={`${look(point, false)} ${classes.sample}`}
              />
              {t(`entity.risk.${point}`)}
            </span>
          ))}
          {t('entity.risk.matrix.number')}
        </caption>
        <thead>
          <tr>
            <th className={`${classes.axis} ${classes.side}`} scope="col">
              {t('entity.risk.matrix.axes')}
            </th>
            {ratings.map(consequence => (
              <th key={consequence} className={classes.axis} scope="col">
                {consequence} {consequenceAnchors[consequence]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...ratings].reverse().map(likelihood => (
            <tr key={likelihood}>
              <th className={`${classes.axis} ${classes.side}`} scope="row">
                {likelihood} {likelihoodAnchors[likelihood]}
              </th>
              {ratings.map(consequence => {
                const level = riskLevel(likelihood, consequence);
                return (
                  <td
                    key={consequence}
                    className={classes.cell}
                    style={{
                      backgroundColor: alpha(
                        riskColor(theme, level),
                        tints[level],
                      ),
                    }}
                  >
                    {t(`words.risk.${level}`)}
                    <div className={classes.markers}>
                      {marked
                        .filter(
                          ({ risk }) =>
                            risk.likelihood === likelihood &&
                            risk.consequence === consequence,
                        )
                        .map(({ number, scenario, point }) => (
                          <button
                            key={`${number} ${point}`}
                            type="button"
                            className={look(
                              point,
                              scenario.id === props.selected,
                            )}
                            aria-label={t(
                              `entity.risk.matrix.marker.${point}`,
                              {
                                number,
                                title: scenario.title,
                                level: t(`words.inSentence.risk.${level}`),
                              },
                            )}
                            title={t(`entity.risk.matrix.hint.${point}`, {
                              title: scenario.title,
                            })}
                            onClick={() => props.onSelect(scenario.id)}
                          >
                            {number}
                          </button>
                        ))}
                    </div>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
