import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { Loading, outOfSight, ProblemPanel, useAsOf } from '../../components';
import { Texts, useLocale, useTexts } from '../../translation';
import { TrendChart } from './TrendChart';
import { TrendTable } from './TrendTable';
import { TrendPoint, TrendReading } from './useTrend';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: theme.spacing(0, 2),
  },
  root: {
    padding: theme.spacing(1, 2, 2),
    marginBottom: theme.spacing(3),
    position: 'relative',
  },
  scroll: { overflowX: 'auto' },
  // there for those who hear the page, while the others see the chart
  unseen: outOfSight,
}));

/** Twelve months until the time that is shown: a chart, or the same figures as a table. A point leads to the page as it was then. */
export function TrendSection(props: { caption: string; trend: TrendReading }) {
  const t = useTexts();
  const locale = useLocale();
  const { caption, trend } = props;
  const { points, error, reload } = trend;
  const classes = useStyles();
  const { asOf, show } = useAsOf();
  const [asTable, setAsTable] = useState(false);
  const untilNow = asOf === undefined;
  const choose = ({ at }: TrendPoint) => show(at);
  const held = points?.filter(({ subjects }) => subjects > 0) ?? [];
  const drawn = points && held.length > 1 ? points : undefined;
  return (
    <section aria-label={caption}>
      <div className={classes.head}>
        <Typography variant="h4" component="h3" gutterBottom>
          {t('scorecards.trend.title')}
        </Typography>
        {drawn && (
          <Button size="small" onClick={() => setAsTable(!asTable)}>
            {asTable
              ? t('scorecards.trend.asChart')
              : t('scorecards.trend.asTable')}
          </Button>
        )}
      </div>
      {error && <ProblemPanel error={error} retry={reload} />}
      {!points && !error && <Loading label={t('scorecards.trend.loading')} />}
      {points && !drawn && (
        <Typography variant="body2" paragraph>
          {noHistory(t, locale, points, untilNow)}
        </Typography>
      )}
      {drawn && (
        <Paper variant="outlined" className={classes.root}>
          {asTable ? (
            <div
              className={classes.scroll}
              role="region"
              aria-label={t('scorecards.trend.tableOf', { caption })}
              // Wider than a small window: the keyboard must be able to scroll it.
              // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              tabIndex={0}
            >
              <TrendTable
                caption={caption}
                points={drawn}
                untilNow={untilNow}
                onChoose={choose}
              />
            </div>
          ) : (
            <>
              <TrendChart
                points={drawn}
                untilNow={untilNow}
                onChoose={choose}
              />
              <div className={classes.unseen}>
                <TrendTable
                  caption={caption}
                  points={drawn}
                  untilNow={untilNow}
                />
              </div>
            </>
          )}
        </Paper>
      )}
    </section>
  );
}

/** Why there is no line to draw: of one point there is none. */
function noHistory(
  t: Texts,
  locale: string,
  points: readonly TrendPoint[],
  untilNow: boolean,
): string {
  const last = points.at(-1)!;
  if (last.subjects === 0) {
    return t('scorecards.trend.never');
  }
  const before = DateTime.fromISO(points.at(-2)!.at);
  const day = before.toLocaleString(DateTime.DATE_FULL, { locale });
  return untilNow
    ? t('scorecards.trend.noneYet', { day })
    : t('scorecards.trend.begins', { day });
}
