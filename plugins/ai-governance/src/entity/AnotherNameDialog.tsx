import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { aiGovernanceApiRef } from '../api';
import { ReasonDialog } from '../components';
import { useNotice } from '../records';
import { useTexts } from '../translation';

/** Confirms that a system is one that had another name, with a reason. */
export function AnotherNameDialog(props: {
  from: string;
  subject: { ref: string; title: string };
  onClose: () => void;
  onConfirmed: () => void;
}) {
  const t = useTexts();
  const { from, subject, onClose, onConfirmed } = props;
  const api = useApi(aiGovernanceApiRef);
  const notice = useNotice();
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Error>();
  const confirm = async (reason: string) => {
    setSending(true);
    setRefusal(undefined);
    try {
      await api.continueHistory(subject.ref, { from, reason });
      notice(t('entity.anotherName.dialog.done'));
      onConfirmed();
    } catch (error) {
      setRefusal(error as Error);
      setSending(false);
    }
  };
  return (
    <ReasonDialog
      id="another-name"
      title={t('entity.anotherName.dialog.title', {
        title: subject.title,
        name: from,
      })}
      label={t('entity.anotherName.dialog.reason')}
      multiline
      maxLength={2000}
      confirm={t('entity.anotherName.dialog.confirm')}
      {...{ sending, refusal, onClose }}
      onConfirm={confirm}
    >
      {t('entity.anotherName.dialog.text', { title: subject.title })}
    </ReasonDialog>
  );
}
