import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { mostAtOnce, RecordType } from 'backstage-plugin-ai-governance-common';
import { useTexts } from '../../translation';
import { AssignOwners } from './AssignOwners';

/** Whether records of a type have an owner and a due date that are assigned many at once. */
export const isAssigned = ({ type }: RecordType<any>) =>
  type === 'corrective-action' || type === 'risk-assessment';

/** Opens the chosen records to give them an owner and a due date. */
export function AssignButton(props: {
  type: RecordType<any>;
  recordIds: readonly string[];
  onDone: () => void;
}) {
  const t = useTexts();
  const { type, recordIds, onDone } = props;
  const [open, setOpen] = useState(false);
  const tooMany = recordIds.length > mostAtOnce;
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        disabled={recordIds.length === 0 || tooMany}
        onClick={() => setOpen(true)}
      >
        {tooMany
          ? t('pages.bulk.assign.tooMany', { count: mostAtOnce })
          : t('pages.bulk.assign.title')}
      </Button>
      {open && (
        <AssignOwners
          type={type}
          recordIds={recordIds}
          onClose={assigned => {
            setOpen(false);
            if (assigned) onDone();
          }}
        />
      )}
    </>
  );
}
