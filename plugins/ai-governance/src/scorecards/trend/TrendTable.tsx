import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { useLocale, useTexts } from '../../translation';
import { percent } from '../percent';
import { statesOf } from './trendStates';
import { TrendPoint } from './useTrend';

const useStyles = makeStyles(theme => ({
  table: {
    ...theme.typography.body2,
    borderCollapse: 'collapse',
    width: '100%',
    '& caption': {
      ...theme.typography.body2,
      textAlign: 'left',
      padding: theme.spacing(0.5, 1),
      color: theme.palette.text.primary,
    },
    '& th, & td': {
      textAlign: 'right',
      padding: theme.spacing(0.5, 1),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    '& th:first-child': { textAlign: 'left', whiteSpace: 'nowrap' },
    '& tbody th': { fontWeight: 'normal' },
  },
  day: {
    textTransform: 'none',
    textDecoration: 'underline',
    fontWeight: 'normal',
    padding: 0,
    minWidth: 0,
    ...theme.typography.body2,
  },
}));

/** The figures of a trend, a line for each point. */
export function TrendTable(props: {
  caption: string;
  points: readonly TrendPoint[];
  /** Whether the last point is the present. */
  untilNow: boolean;
  /** Without it the days lead nowhere. */
  onChoose?: (point: TrendPoint) => void;
}) {
  const t = useTexts();
  const locale = useLocale();
  const { caption, points, untilNow, onChoose } = props;
  const classes = useStyles();
  const states = [...statesOf(points), 'exempt' as const];
  return (
    <table className={classes.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('scorecards.trend.day')}</th>
          <th scope="col">{t('scorecards.trend.systems')}</th>
          <th scope="col">{t('scorecards.trend.share')}</th>
          {states.map(state => (
            <th scope="col" key={state}>
              {t(`words.state.${state}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map((point, index) => {
          const day = DateTime.fromISO(point.at).toLocaleString(
            DateTime.DATE_MED,
            { locale },
          );
          const last = index === points.length - 1;
          return (
            <tr key={point.at}>
              <th scope="row">
                {onChoose && !last && point.subjects > 0 ? (
                  <Button
                    size="small"
                    className={classes.day}
                    aria-label={t('scorecards.trend.show', { day })}
                    onClick={() => onChoose(point)}
                  >
                    {day}
                  </Button>
                ) : (
                  (last && untilNow && t('scorecards.trend.dayNow', { day })) ||
                  day
                )}
              </th>
              <td>{point.subjects}</td>
              <td>{percent(point.share)}</td>
              {states.map(state => (
                <td key={state}>{point.counts[state]}</td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
