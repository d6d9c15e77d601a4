import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import {
  mostAtOnce,
  WorkItem,
  WorkQuery,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { ProblemPanel } from '../../components';
import { confirmationControl } from '../../entity/places';
import { useTexts } from '../../translation';
import { ConfirmEntries } from '../bulk/ConfirmEntries';

export const isConfirmation = ({ controlId }: WorkItem) =>
  controlId === confirmationControl;

/** All entries of the work at hand that wait to be confirmed, those of the other pages too. */
export function ConfirmTogether(props: {
  query: WorkQuery;
  onDone: () => void;
}) {
  const t = useTexts();
  const { query, onDone } = props;
  const api = useApi(aiGovernanceApiRef);
  const [refs, setRefs] = useState<readonly string[]>();
  const [error, setError] = useState<Error>();
  const open = async () => {
    setError(undefined);
    try {
      const { items } = await api.work({
        ...query,
        kind: ['control'],
        control: [confirmationControl],
        limit: mostAtOnce,
        cursor: undefined,
      });
      setRefs(items.flatMap(({ subject }) => subject?.ref ?? []));
    } catch (e) {
      setError(e as Error);
    }
  };
  return (
    <>
      <Button variant="outlined" onClick={open}>
        {t('pages.work.confirmTogether')}
      </Button>
      {error && <ProblemPanel error={error} retry={open} />}
      {refs && (
        <ConfirmEntries
          refs={refs}
          onClose={confirmed => {
            setRefs(undefined);
            if (confirmed) onDone();
          }}
        />
      )}
    </>
  );
}
