import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  HealthState,
  ImportReport,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { ProblemPanel, statusOf, useLoad } from '../../components';
import { importsRouteRef } from '../../routes';
import { Texts, useTexts } from '../../translation';
import { HealthItem } from './HealthItem';

const useStyles = makeStyles(theme => ({
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
}));

/** The registers that the catalog imports, as it tells of them itself. Nothing where it imports none. */
export function ImportsHealth() {
  const t = useTexts();
  const api = useApi(aiGovernanceApiRef);
  const classes = useStyles();
  const importsLink = useRouteRef(importsRouteRef);
  const { value, error, reload } = useLoad(() => api.imports(), [api]);
  // a catalog without the module that imports has no such address
  if (error && statusOf(error) === 404) return null;
  return (
    <>
      {error && <ProblemPanel error={error} retry={reload} />}
      {value?.map(report => (
        <HealthItem
          key={report.id}
          id={`import-${report.id}`}
          title={t('pages.health.imports.title', { register: report.id })}
          check={checkOf(t, report)}
          more={
            <Typography variant="body2">
              <Link to={importsLink()} className={classes.link}>
                {t('pages.health.imports.more')}
              </Link>
            </Typography>
          }
        />
      ))}
    </>
  );
}

function checkOf(t: Texts, report: ImportReport) {
  const { warning, takenAt, rows, taken, refused } = report;
  const check = (state: HealthState, summary: string, remedy?: string) => ({
    state,
    summary,
    remedy,
    lastWellAt: takenAt,
    named: [],
    concerned: 0,
  });
  if (warning) {
    return check('failing', warning, t('pages.health.imports.warning'));
  }
  if (!takenAt) {
    return check(
      'attention',
      t('pages.health.imports.notRead.summary'),
      t('pages.health.imports.notRead.remedy'),
    );
  }
  if (refused > 0) {
    return check(
      'attention',
      t('pages.health.imports.refused.summary', { rows, taken, refused }),
      t('pages.health.imports.refused.remedy'),
    );
  }
  return check('well', t('pages.health.imports.well', { rows }));
}
