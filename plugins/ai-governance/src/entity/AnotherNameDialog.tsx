import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { aiGovernanceApiRef } from '../api';
import { ReasonDialog } from '../components';
import { useNotice } from '../records';

/** Confirms that a system is one that had another name, with a reason. */
export function AnotherNameDialog(props: {
  from: string;
  subject: { ref: string; title: string };
  onClose: () => void;
  onConfirmed: () => void;
}) {
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
      notice('Its history goes on.');
      onConfirmed();
    } catch (error) {
      setRefusal(error as Error);
      setSending(false);
    }
  };
  return (
    <ReasonDialog
      id="another-name"
      title={
        <>
          Is {subject.title} the same as {from}?
        </>
      }
      label="Why it is the same"
      multiline
      maxLength={2000}
      confirm="It is the same"
      {...{ sending, refusal, onClose }}
      onConfirm={confirm}
    >
      Every record, decision and day of it will be those of {subject.title}, for
      whoever may read that. An approval goes on where what was approved is the
      same. This cannot be undone, and is recorded with your name.
    </ReasonDialog>
  );
}
