import { ReactNode } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  healthReadPermission,
  importsReadPermission,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { Loading, ProblemPanel, useLoad, When } from '../components';
import { BelowInventory } from './BelowInventory';
import { HealthItem } from './health/HealthItem';
import { healthTitles } from './health/healthWords';
import { ImportsHealth } from './health/ImportsHealth';

const useStyles = makeStyles(theme => ({
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
  return (
    <BelowInventory
      title="Health"
      permission={healthReadPermission}
      loadingLabel="Loading the health"
      denied={{
        title: 'You may not see the health',
        text: 'It is for those who run this portal. Whoever looks after permissions can let you read it (ai-governance.health.read).',
      }}
    >
      <Checks />
    </BelowInventory>
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
