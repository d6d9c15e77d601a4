import { useState } from 'react';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import { PolicyView } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { ProblemPanel, When } from '../../components';
import { useTexts } from '../../translation';

/** Whether the reader has acknowledged the version in force, and the button that does it. */
export function Acknowledgement(props: {
  view: PolicyView;
  onDone: () => Promise<void>;
}) {
  const t = useTexts();
  const { policy, acknowledgedAt } = props.view;
  const api = useApi(aiGovernanceApiRef);
  const identity = useApi(identityApiRef);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();

  const acknowledge = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const { userEntityRef } = await identity.getBackstageIdentity();
      await api.appendToPerson(userEntityRef, {
        type: 'policy-acknowledgement',
        data: { version: policy.version },
      });
      await props.onDone();
    } catch (e) {
      setError(e as Error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      {acknowledgedAt ? (
        <Alert severity="success">
          {t('pages.policy.acknowledge.done', {
            version: policy.version,
            time: <When at={acknowledgedAt} />,
          })}
        </Alert>
      ) : (
        <Alert
          severity="info"
          action={
            <Button
              variant="contained"
              color="primary"
              size="small"
              disabled={busy}
              onClick={acknowledge}
            >
              {t('pages.policy.acknowledge.button')}
            </Button>
          }
        >
          {t('pages.policy.acknowledge.missing', { version: policy.version })}
        </Alert>
      )}
      {error && <ProblemPanel error={error} retry={acknowledge} />}
    </>
  );
}
