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
import { HealthItem } from './HealthItem';

const useStyles = makeStyles(theme => ({
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
}));

/** The registers that the catalog imports, as it tells of them itself. Nothing where it imports none. */
export function ImportsHealth() {
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
          title={`Import of ${report.id}`}
          check={checkOf(report)}
          more={
            <Typography variant="body2">
              <Link to={importsLink()} className={classes.link}>
                Which rows, and why
              </Link>
            </Typography>
          }
        />
      ))}
    </>
  );
}

function checkOf(report: ImportReport) {
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
    return check(
      'failing',
      warning,
      'The catalog keeps what it has of this register. Look whether the file is there and whole; it is read again by schedule.',
    );
  }
  if (!takenAt) {
    return check(
      'attention',
      'The register was not read yet.',
      'It is read soon after the start of a backend. If this stays so, look in the log of the catalog.',
    );
  }
  if (refused > 0) {
    return check(
      'attention',
      `Of ${rows} rows, ${taken} became AI systems and ${refused} did not.`,
      'Mend the rows in the register, or what its mapping says of them.',
    );
  }
  return check('well', `Every one of ${rows} rows became an AI system.`);
}
