import { useCallback, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef, useEntity } from '@backstage/plugin-catalog-react';
import { aiGovernanceApiRef } from '../api';
import {
  AsOfAddress,
  AsOfPicker,
  Loading,
  ProblemPanel,
  statusOf,
  useAiGovernanceSignal,
  useAsOf,
  useLoad,
  When,
} from '../components';
import { RegistrationCard } from '../register/RegistrationCard';
import { useTexts } from '../translation';
import { AnotherName } from './AnotherName';
import { PastPosture } from './PastPosture';
import { PostureSummary } from './PostureSummary';
import { ResultList } from './ResultList';

const useStyles = makeStyles(theme => ({
  picker: { marginBottom: theme.spacing(2) },
}));

/** How this page's entity stands, or stood on a day that the address names. */
export function PostureCard() {
  const { entity } = useEntity();
  const time = useAsOf();
  return time.asOf === undefined ? (
    <PresentPosture time={time} />
  ) : (
    <PastPosture subject={stringifyEntityRef(entity)} time={time} />
  );
}

/** What to do first and the button for it, tier, level, and every result. */
function PresentPosture({ time }: { time: AsOfAddress }) {
  const t = useTexts();
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  const classes = useStyles();
  const [choosing, setChoosing] = useState(false);
  const api = useApi(aiGovernanceApiRef);
  const catalog = useApi(catalogApiRef);
  const [checking, setChecking] = useState(false);

  // Opening the page has the entity observed now; after that, reading is enough.
  const observed = useRef<string>();
  const load = useCallback(async () => {
    if (observed.current === ref) return api.posture(ref);
    try {
      const posture = await api.refresh(ref);
      observed.current = ref;
      return posture;
    } catch (error) {
      const status = statusOf(error as Error);
      if (status !== undefined && status < 500) throw error;
      // what is stored is better than nothing while the catalog does not answer
      return api.posture(ref);
    }
  }, [api, ref]);
  const { value: posture, error, reload } = useLoad(load, [load]);
  const { value: controls = [] } = useLoad(() => api.controls(), [api]);
  useAiGovernanceSignal(reload);

  const check = async () => {
    setChecking(true);
    try {
      // only where the reader may: without it the catalog comes round by itself
      await catalog.refreshEntity(ref).catch(() => undefined);
      observed.current = undefined;
      await reload();
    } finally {
      setChecking(false);
    }
  };

  if (!posture) {
    return (
      <InfoCard
        title={t('entity.posture.title')}
        titleTypographyProps={{ component: 'h2' }}
      >
        {error ? (
          <ProblemPanel error={error} retry={reload} />
        ) : (
          <Loading label={t('entity.posture.loading')} />
        )}
      </InfoCard>
    );
  }
  return (
    <InfoCard
      title={t('entity.posture.title')}
      titleTypographyProps={{ component: 'h2' }}
      action={
        <>
          <Button
            size="small"
            aria-expanded={choosing}
            onClick={() => setChoosing(!choosing)}
          >
            {t('entity.posture.pastDay')}
          </Button>
          <Button size="small" disabled={checking} onClick={check}>
            {t(checking ? 'entity.posture.checking' : 'entity.posture.check')}
          </Button>
        </>
      }
    >
      {choosing && (
        <div className={classes.picker}>
          <AsOfPicker address={time} />
        </div>
      )}
      {error && <ProblemPanel error={error} retry={reload} />}
      <RegistrationCard entity={entity} posture={posture} />
      <AnotherName entity={entity} posture={posture} onConfirmed={check} />
      <PostureSummary posture={posture} />
      <ResultList
        key={posture.ref}
        results={posture.results}
        controls={controls}
      />
      <Typography variant="body2" color="textSecondary">
        {posture.evaluatedAt
          ? t('entity.posture.evaluated', {
              observed: <When at={posture.observedAt} />,
              evaluated: <When at={posture.evaluatedAt} />,
              version: posture.policy.version,
            })
          : t('entity.posture.observed', {
              observed: <When at={posture.observedAt} />,
              version: posture.policy.version,
            })}
      </Typography>
    </InfoCard>
  );
}
