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
import { ImportsHealth } from './health/ImportsHealth';
import { useTexts } from '../translation';

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
  const t = useTexts();
  return (
    <BelowInventory
      title={t('pages.health.title')}
      permission={healthReadPermission}
      loadingLabel={t('pages.health.loading')}
      denied={{
        title: t('pages.health.denied.title'),
        text: t('pages.health.denied.text'),
      }}
    >
      <Checks />
    </BelowInventory>
  );
}

function Checks(): ReactNode {
  const t = useTexts();
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
      <Loading label={t('pages.health.loading')} />
    );
  }
  return (
    <>
      {error && <ProblemPanel error={error} retry={reload} />}
      <div className={classes.head}>
        <Typography variant="body2" className={classes.asked}>
          {t('pages.health.asOf', { time: <When at={value.at} /> })}
        </Typography>
        <Button variant="outlined" onClick={() => reload()}>
          {t('pages.health.again')}
        </Button>
      </div>
      {value.checks.map(check => (
        <HealthItem
          key={check.id}
          id={check.id}
          title={t(`pages.health.check.${check.id}`)}
          check={check}
        />
      ))}
      {seesImports && <ImportsHealth />}
    </>
  );
}
