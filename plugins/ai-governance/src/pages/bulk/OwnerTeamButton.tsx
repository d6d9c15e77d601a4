import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { mostAtOnce } from 'backstage-plugin-ai-governance-common';
import { useTexts } from '../../translation';
import { OwnerTeam } from './OwnerTeam';

/** Opens the chosen systems to give them an owning team. */
export function OwnerTeamButton(props: {
  refs: readonly string[];
  onDone: () => void;
}) {
  const t = useTexts();
  const { refs, onDone } = props;
  const [open, setOpen] = useState(false);
  // more than fit in one request are named by the button beside it
  const able = refs.length > 0 && refs.length <= mostAtOnce;
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        disabled={!able}
        onClick={() => setOpen(true)}
      >
        {t('pages.bulk.owners.title')}
      </Button>
      {open && (
        <OwnerTeam
          refs={refs}
          onClose={assigned => {
            setOpen(false);
            if (assigned) onDone();
          }}
        />
      )}
    </>
  );
}
