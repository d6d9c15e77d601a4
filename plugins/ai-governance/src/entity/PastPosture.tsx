import Typography from '@material-ui/core/Typography';
import { InfoCard } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { aiGovernanceApiRef } from '../api';
import {
  AsOfAddress,
  AsOfPicker,
  Loading,
  PastBanner,
  useLoad,
  When,
} from '../components';
import { useTexts } from '../translation';
import { PostureSummary } from './PostureSummary';
import { ResultList } from './ResultList';

const useStyles = makeStyles(theme => ({
  // the card makes little room for what stands in its corner
  picker: { margin: theme.spacing(1, 1, 0, 0) },
}));

/** How a subject stood at a past instant: to be read, nothing is done from here. */
export function PastPosture(props: { subject: string; time: AsOfAddress }) {
  const t = useTexts();
  const { subject, time } = props;
  const { asOf, query } = time;
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const { value, error, reload } = useLoad(
    () => api.posture(subject, query),
    [api, subject, asOf],
  );
  const { value: controls = [] } = useLoad(() => api.controls(), [api]);
  return (
    <InfoCard
      title={t('entity.posture.title')}
      titleTypographyProps={{ component: 'h2' }}
      action={
        <div className={classes.picker}>
          <AsOfPicker address={time} />
        </div>
      }
    >
      <PastBanner
        address={time}
        of={t('entity.posture.ofPast')}
        error={error}
        retry={reload}
      />
      {!value && !error && <Loading label={t('entity.posture.loading')} />}
      {value && (
        <>
          {value.nowRef && (
            <Typography variant="body2" paragraph>
              {t('entity.posture.calledThen', {
                name: <code>{value.ref}</code>,
              })}
            </Typography>
          )}
          <PostureSummary posture={value} readOnly />
          <ResultList
            key={asOf}
            results={value.results}
            controls={controls}
            readOnly
          />
          <Typography variant="body2" color="textSecondary">
            {t('entity.posture.observed', {
              observed: <When at={value.observedAt} />,
              version: value.policy.version,
            })}
          </Typography>
        </>
      )}
    </InfoCard>
  );
}
