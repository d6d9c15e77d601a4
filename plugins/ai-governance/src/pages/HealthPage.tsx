import { ReactNode } from 'react';
import { Content, Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  healthReadPermission,
  importsReadPermission,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { Loading, NextStep, ProblemPanel, useLoad, When } from '../components';
import { inventoryRouteRef } from '../routes';
import { HealthItem } from './health/HealthItem';
import { healthTitles } from './health/healthWords';
import { ImportsHealth } from './health/ImportsHealth';

const useStyles = makeStyles(theme => ({
  back: { marginBottom: theme.spacing(1), ...theme.typography.body2 },
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(2),
  },
  asked: { flexGrow: 1 },
}));

/** For administrators: how what runs by itself is doing, and what to do about it. */
export function HealthPage() {
  const { allowed, loading } = usePermission({
    permission: healthReadPermission,
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
        Health
      </Typography>
      {loading && <Loading label="Loading the health" />}
      {!loading && !allowed && (
        <NextStep
          title="You may not see the health"
          text="It is for those who run this portal. Whoever looks after permissions can let you read it (ai-governance.health.read)."
        />
      )}
      {allowed && <Checks />}
    </Content>
  );
}

function Checks(): ReactNode {
  const api = useApi(aiGovernanceApiRef);
  const classes = useStyles();
  const { allowed: seesImports } = usePermission({
    permission: importsReadPermission,
  });
  const { value, error, reload } = useLoad(() => api.health(), [api]);
  if (!value) {
    return error ? (
      <ProblemPanel error={error} retry={reload} />
    ) : (
      <Loading label="Loading the health" />
    );
  }
  return (
    <>
      {error && <ProblemPanel error={error} retry={reload} />}
      <div className={classes.head}>
        <Typography variant="body2" className={classes.asked}>
          As of <When at={value.at} />
        </Typography>
        <Button variant="outlined" onClick={() => reload()}>
          Look again
        </Button>
      </div>
      {value.checks.map(check => (
        <HealthItem
          key={check.id}
          id={check.id}
          title={healthTitles[check.id]}
          check={check}
        />
      ))}
      {seesImports && <ImportsHealth />}
    </>
  );
}
