import { ReactNode } from 'react';
import { Content, Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { importsReadPermission } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { Loading, NextStep, ProblemPanel, useLoad } from '../components';
import { inventoryRouteRef } from '../routes';
import { ImportReportCard } from './ImportReportCard';

const useStyles = makeStyles(theme => ({
  back: { marginBottom: theme.spacing(1), ...theme.typography.body2 },
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
}));

/** What became of the registers that the catalog imports: what was taken, and which rows need somebody's hand. */
export function ImportsPage() {
  const { allowed, loading } = usePermission({
    permission: importsReadPermission,
  });
  const classes = useStyles();
  const inventoryLink = useRouteRef(inventoryRouteRef);
  return (
    <Content>
      <nav aria-label="Way back" className={classes.back}>
        <Link to={inventoryLink()} className={classes.link}>
          All AI systems
        </Link>
      </nav>
      <Typography variant="h3" component="h2" gutterBottom>
        Imports
      </Typography>
      {loading && <Loading label="Loading the imports" />}
      {!loading && !allowed && (
        <NextStep
          title="You may not see the imports"
          text="They quote registers word for word, rows that nobody owns yet among them. Whoever looks after permissions in this portal can let you read them (ai-governance.imports.read)."
        />
      )}
      {allowed && <Imports />}
    </Content>
  );
}

function Imports(): ReactNode {
  const api = useApi(aiGovernanceApiRef);
  const { value, error, reload } = useLoad(() => api.imports(), [api]);
  if (!value) {
    return error ? (
      <ProblemPanel error={error} retry={reload} />
    ) : (
      <Loading label="Loading the imports" />
    );
  }
  if (value.length === 0) {
    return (
      <NextStep
        title="No register is imported"
        text={
          <>
            AI systems that stand in a spreadsheet come into the catalog by a
            mapping of its columns: export it as CSV, and configure{' '}
            <code>catalog.providers.aiSystemRegister</code>.
          </>
        }
      />
    );
  }
  return (
    <>
      {error && <ProblemPanel error={error} retry={reload} />}
      {value.map(report => (
        <ImportReportCard key={report.id} report={report} />
      ))}
    </>
  );
}
