import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import { inventorySweepPermission } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { useTexts } from '../translation';

/** Why the last sweep of the catalog was not taken over, and the way out for those who may say that what vanished is gone. */
export function SweepWarning(props: {
  text: string;
  onSwept: () => Promise<void>;
}) {
  const t = useTexts();
  const api = useApi(aiGovernanceApiRef);
  const { allowed } = usePermission({ permission: inventorySweepPermission });
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();

  const takeVanished = async () => {
    setBusy(true);
    setFailed(undefined);
    try {
      await api.sweep({ takeVanished: true });
      await props.onSwept();
    } catch (error) {
      setFailed((error as Error).message);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Alert
      severity="warning"
      action={
        allowed && (
          <Button
            color="inherit"
            size="small"
            disabled={busy}
            onClick={takeVanished}
          >
            {t('pages.inventory.takeVanished')}
          </Button>
        )
      }
    >
      {props.text}
      {failed && ` ${failed}`}
    </Alert>
  );
}
