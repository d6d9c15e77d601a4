import { ReactNode } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { HealthCheck } from 'backstage-plugin-ai-governance-common';
import { SignLabel, When } from '../../components';
import { useTexts } from '../../translation';
import { healthLooks } from './healthLooks';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(2),
    marginBottom: theme.spacing(2),
    overflowWrap: 'anywhere',
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
    marginBottom: theme.spacing(1),
  },
  lastWell: { color: theme.palette.text.secondary },
  remedy: { marginTop: theme.spacing(1), maxWidth: 900 },
  named: {
    ...theme.typography.body2,
    margin: theme.spacing(1, 0, 0),
    paddingLeft: theme.spacing(3),
  },
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
}));

/** One check: how it stands, what is the case, and what to do about it. */
export function HealthItem(props: {
  id: string;
  title: string;
  check: Omit<HealthCheck, 'id'>;
  /** Where more of it stands. */
  more?: ReactNode;
}) {
  const t = useTexts();
  const { id, title, check, more } = props;
  const { state, summary, remedy, lastWellAt, named, concerned } = check;
  const classes = useStyles();
  const headingId = `ai-governance-health-${id}`;
  const others = concerned - named.length;
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-labelledby={headingId}
      className={classes.root}
    >
      <div className={classes.head}>
        <Typography variant="h4" component="h3" id={headingId}>
          {title}
        </Typography>
        <SignLabel
          word={t(`pages.health.state.${state}`)}
          {...healthLooks[state]}
        />
      </div>
      <Typography>{summary}</Typography>
      {lastWellAt && (
        <Typography variant="body2" className={classes.lastWell}>
          {t('pages.health.item.lastWell', {
            time: <When at={lastWellAt} />,
          })}
        </Typography>
      )}
      {named.length > 0 && (
        <ul className={classes.named}>
          {named.map(({ ref, problem }) => (
            <li key={ref}>
              {t('pages.health.item.concerned', {
                entity:
                  // what is not in the catalog has no page there
                  id === 'registrations' ? (
                    <strong>{ref}</strong>
                  ) : (
                    <EntityRefLink entityRef={ref} className={classes.link} />
                  ),
                problem,
              })}
            </li>
          ))}
          {others > 0 && <li>{t('pages.health.item.others', { others })}</li>}
        </ul>
      )}
      {remedy && (
        <Typography className={classes.remedy}>
          {t('pages.health.item.remedy', {
            lead: <strong>{t('pages.health.item.remedyLead')}</strong>,
            remedy,
          })}
        </Typography>
      )}
      {more}
    </Paper>
  );
}
