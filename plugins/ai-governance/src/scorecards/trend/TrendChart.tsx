import { makeStyles, useTheme } from '@material-ui/core/styles';
import { ResultState } from 'backstage-plugin-ai-governance-common';
import { DateTime } from 'luxon';
import { countsText, stateFill } from '../../components';
import { useLocale, useTexts } from '../../translation';
import { percent } from '../percent';
import { statesOf } from './trendStates';
import { TrendPoint } from './useTrend';

const SHARE_HEIGHT = 64;
const BARS_HEIGHT = 112;

const useStyles = makeStyles(theme => ({
  plot: { position: 'relative', display: 'flex' },
  column: {
    ...theme.typography.caption,
    flex: '1 1 0',
    minWidth: 0,
    padding: theme.spacing(0, 0.25, 0.5),
    // room for the day in a narrow window
    [theme.breakpoints.down('sm')]: { padding: theme.spacing(0, 0, 0.5) },
    border: 0,
    borderRadius: theme.shape.borderRadius,
    background: 'none',
    color: 'inherit',
    cursor: 'pointer',
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&:disabled': { cursor: 'default', backgroundColor: 'transparent' },
  },
  share: {
    position: 'relative',
    height: SHARE_HEIGHT,
    marginTop: theme.spacing(3),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  value: {
    position: 'absolute',
    left: 0,
    right: 0,
    paddingBottom: theme.spacing(0.75),
    whiteSpace: 'nowrap',
  },
  dot: {
    position: 'absolute',
    left: '50%',
    width: 8,
    height: 8,
    margin: '0 0 -4px -4px',
    borderRadius: '50%',
    backgroundColor: theme.palette.text.primary,
  },
  line: {
    position: 'absolute',
    top: theme.spacing(3),
    left: 0,
    width: '100%',
    height: SHARE_HEIGHT,
    pointerEvents: 'none',
    stroke: theme.palette.text.primary,
    fill: 'none',
  },
  bars: {
    display: 'flex',
    justifyContent: 'center',
    alignItems: 'flex-end',
    gap: 2,
    height: BARS_HEIGHT,
    marginTop: theme.spacing(1),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  stack: {
    display: 'flex',
    flexDirection: 'column-reverse',
    width: '55%',
    maxWidth: 48,
    gap: 1,
  },
  exempt: { width: '12%', maxWidth: 10 },
  day: { display: 'block', whiteSpace: 'nowrap' },
  key: {
    ...theme.typography.caption,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    marginTop: theme.spacing(1),
    '& span': { display: 'inline-flex', alignItems: 'center', gap: 6 },
  },
  swatch: { width: 16, height: 12 },
  lineSwatch: {
    width: 20,
    height: 0,
    borderTop: `2px solid ${theme.palette.text.primary}`,
  },
}));

const total = (point: TrendPoint, states: readonly ResultState[]) =>
  states.reduce((sum, state) => sum + point.counts[state], 0);

/** The runs of neighbours that have a share, as lines over columns of width 1 and a height of 100. */
function lines(points: readonly TrendPoint[]): string[] {
  const runs: string[][] = [[]];
  points.forEach(({ share }, index) => {
    if (share === null) runs.push([]);
    else runs.at(-1)!.push(`${index + 0.5},${100 - share * 100}`);
  });
  return runs.filter(run => run.length > 1).map(run => run.join(' '));
}

/**
 * The share that holds as a line, below it the results of what is asked as stacked bars, and those that are exempt beside them. For the eye
 * and the mouse alone: the same stands in a table for everybody else.
 */
export function TrendChart(props: {
  points: readonly TrendPoint[];
  /** Whether the last point is the present. */
  untilNow: boolean;
  onChoose: (point: TrendPoint) => void;
}) {
  const t = useTexts();
  const locale = useLocale();
  const { points, untilNow, onChoose } = props;
  const classes = useStyles();
  const theme = useTheme();
  const states = statesOf(points);
  const someExempt = points.some(({ counts }) => counts.exempt > 0);
  const most = Math.max(
    1,
    ...points.map(p => Math.max(total(p, states), p.counts.exempt)),
  );
  const height = (count: number) => (count / most) * BARS_HEIGHT;
  return (
    <div aria-hidden>
      <div className={classes.plot}>
        {points.map((point, index) => {
          const time = DateTime.fromISO(point.at);
          const { counts, share, subjects } = point;
          const day = time.toLocaleString(DateTime.DATE_FULL, { locale });
          const last = index === points.length - 1;
          return (
            <button
              key={point.at}
              type="button"
              tabIndex={-1}
              className={classes.column}
              disabled={last || subjects === 0}
              title={
                subjects === 0
                  ? t('scorecards.trend.nothingThen', { day })
                  : t('scorecards.trend.then', {
                      day,
                      share: percent(share),
                      counts: countsText(t, counts),
                    })
              }
              onClick={() => onChoose(point)}
            >
              <div className={classes.share}>
                {share !== null && (
                  <>
                    <span
                      className={classes.value}
                      style={{ bottom: `${share * 100}%` }}
                    >
                      {percent(share)}
                    </span>
                    <span
                      className={classes.dot}
                      style={{ bottom: `${share * 100}%` }}
                    />
                  </>
                )}
              </div>
              <div className={classes.bars}>
                <div className={classes.stack}>
                  {states
                    .filter(state => counts[state] > 0)
                    .map(state => (
                      <span
                        key={state}
                        style={{
                          height: height(counts[state]),
                          background: stateFill(theme, state),
                        }}
                      />
                    ))}
                </div>
                {counts.exempt > 0 && (
                  <div
                    className={classes.exempt}
                    style={{
                      height: Math.max(3, height(counts.exempt)),
                      background: stateFill(theme, 'exempt'),
                    }}
                  />
                )}
              </div>
              <span className={classes.day}>
                {last && untilNow
                  ? t('scorecards.trend.now')
                  : time.toLocaleString(
                      { day: 'numeric', month: 'short' },
                      { locale },
                    )}
              </span>
              <span className={classes.day}>
                {index === 0 ||
                DateTime.fromISO(points[index - 1].at).year !== time.year
                  ? time.year
                  : '\u00a0'}
              </span>
            </button>
          );
        })}
        <svg
          className={classes.line}
          viewBox={`0 0 ${points.length} 100`}
          preserveAspectRatio="none"
        >
          {lines(points).map(run => (
            <polyline
              key={run}
              points={run}
              strokeWidth={2}
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
      </div>
      <div className={classes.key}>
        <span>
          <i className={classes.lineSwatch} />
          {t('scorecards.trend.share')}
        </span>
        {[...states, ...(someExempt ? (['exempt'] as const) : [])].map(
          state => (
            <span key={state}>
              <i
                className={classes.swatch}
                style={{ background: stateFill(theme, state) }}
              />
              {state === 'exempt'
                ? t('scorecards.trend.exempt')
                : t(`words.state.${state}`)}
            </span>
          ),
        )}
      </div>
    </div>
  );
}
