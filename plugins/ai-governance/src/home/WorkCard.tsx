import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { WorkItem } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { Day, Loading, NextStep, ProblemPanel, TierLabel } from '../components';
import { useReading } from '../pages/useReading';
import { WorkCounts } from '../pages/work/WorkCounts';
import { workTitle } from '../pages/work/workTitle';
import { usePageLink, workRouteRef } from '../routes';
import { useTexts } from '../translation';

const SHOWN = 5;

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: theme.spacing(0, 0, 1), padding: 0 },
  item: {
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  title: { fontWeight: 500 },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
}));

/** What the reader has to do first, and how much there is, for a home page. */
export function WorkCard() {
  const t = useTexts();
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const workPage = usePageLink(workRouteRef);
  const { value, error, reload } = useReading(
    () => api.work({ limit: SHOWN }),
    [api],
  );
  return (
    <>
      {error && <ProblemPanel error={error} retry={reload} />}
      {!value && !error && <Loading label={t('home.work.loading')} />}
      {value && value.totalItems === 0 && (
        <NextStep
          title={t('home.work.nothing.title')}
          text={t('home.work.nothing.text')}
        />
      )}
      {value && value.totalItems > 0 && (
        <>
          <WorkCounts work={value} mine />
          <ul className={classes.list}>
            {value.items.map(item => (
              <Item key={item.id} item={item} />
            ))}
          </ul>
        </>
      )}
      {value && workPage && (
        <Link to={workPage} className={classes.link}>
          {value.totalItems > SHOWN
            ? t('home.work.all', { count: value.totalItems })
            : t('home.work.page')}
        </Link>
      )}
    </>
  );
}

function Item({ item }: { item: WorkItem }) {
  const t = useTexts();
  const classes = useStyles();
  return (
    <li className={classes.item}>
      <Typography className={classes.title}>{workTitle(item)}</Typography>
      <Typography
        variant="body2"
        component="div"
        color="textSecondary"
        className={classes.facts}
      >
        {item.subject && (
          <EntityRefLink
            entityRef={item.subject.ref}
            title={item.subject.title}
            className={classes.link}
            hideIcon
            disableTooltip
          />
        )}
        {item.tier !== null && <TierLabel tier={item.tier} />}
        {item.state === 'requested' && <span>{t('home.work.waits')}</span>}
        {item.due && (
          <span>
            {t(item.overdue ? 'home.work.overdue' : 'home.work.runsOut', {
              day: <Day day={item.due} />,
            })}
          </span>
        )}
      </Typography>
    </li>
  );
}
