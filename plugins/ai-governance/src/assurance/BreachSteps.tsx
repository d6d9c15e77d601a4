import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { LinkButton } from '@backstage/core-components';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import {
  incident,
  measureWords,
  Monitoring,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';
import { LookLabel } from '../components';
import { breachQuery } from '../records';
import { tabPaths } from '../entity/places';
import { useTexts } from '../translation';
import { breachesOf } from './breaches';
import { whyNotWrite } from './entryTypes';
import { Assurance } from './useAssurance';

const useStyles = makeStyles(theme => ({
  root: { margin: theme.spacing(1, 0) },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  breach: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
  },
  name: { overflowWrap: 'anywhere' },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
  },
}));

/** What a report found breached: what followed from each, and the way to record it for those of which nothing did. */
export function BreachSteps(props: {
  record: RevisionView<Monitoring>;
  assurance: Assurance;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { record, assurance } = props;
  const { entries, changes, posture } = assurance;
  const { entity } = useEntity();
  const page = useEntityRefLink()(entity);
  const breaches = breachesOf(
    record,
    (entries.incident ?? []) as RevisionView<any>[],
    changes,
  );
  if (breaches.length === 0) return null;
  const open = breaches.filter(b => b.followedUpBy === undefined);
  const asked = breachQuery(
    record.recordId,
    open.map(({ measure }) => measure.name),
  );
  const of = open.map(({ measure }) => measure.name).join(', ');
  return (
    <div className={classes.root}>
      <ul className={classes.list}>
        {breaches.map(({ measure, followedUpBy }) => {
          return (
            <li key={measure.name} className={classes.breach}>
              <Typography
                variant="body2"
                component="span"
                className={classes.name}
              >
                {measure.name}: {measureWords(measure)}
              </Typography>
              <LookLabel
                word={
                  followedUpBy
                    ? t('assurance.cases.breach.followedUp', {
                        by: followedUpBy,
                      })
                    : t('assurance.cases.breach.notFollowedUp')
                }
                look={followedUpBy ? 'pass' : 'fail'}
              />
            </li>
          );
        })}
      </ul>
      {open.length > 0 && whyNotWrite(t, incident, posture) === undefined && (
        <div className={classes.buttons}>
          <LinkButton
            size="small"
            variant="outlined"
            color="primary"
            to={`${page}/${tabPaths.assurance}?write=incident&${asked}`}
            aria-label={t('assurance.about', {
              label: t('assurance.cases.way.incident'),
              of,
            })}
          >
            {t('assurance.cases.way.incident')}
          </LinkButton>
          <LinkButton
            size="small"
            variant="outlined"
            to={`${page}/${tabPaths.changes}?edit&${asked}`}
            aria-label={t('assurance.about', {
              label: t('assurance.cases.way.change'),
              of,
            })}
          >
            {t('assurance.cases.way.change')}
          </LinkButton>
        </div>
      )}
    </div>
  );
}
