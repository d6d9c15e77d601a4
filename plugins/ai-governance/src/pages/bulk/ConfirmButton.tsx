import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { mostAtOnce } from 'backstage-plugin-ai-governance-common';
import { useTexts } from '../../translation';
import { ConfirmEntries } from './ConfirmEntries';

/** Opens the entries of the chosen systems to look them over and confirm them. */
export function ConfirmButton(props: {
  refs: readonly string[];
  onDone: () => void;
}) {
  const t = useTexts();
  const { refs, onDone } = props;
  const [open, setOpen] = useState(false);
  const tooMany = refs.length > mostAtOnce;
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        disabled={refs.length === 0 || tooMany}
        onClick={() => setOpen(true)}
      >
        {tooMany
          ? t('pages.bulk.confirm.tooMany', { count: mostAtOnce })
          : t('pages.bulk.confirm.title')}
      </Button>
      {open && (
        <ConfirmEntries
          refs={refs}
          onClose={confirmed => {
            setOpen(false);
            if (confirmed) onDone();
          }}
        />
      )}
    </>
  );
}
