import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { BulkConfirmation } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { Loading, ProblemPanel, useLoad } from '../../components';
import { EntriesTable } from './EntriesTable';
import { useSelection } from './useSelection';

const entries = (count: number) =>
  count === 1 ? '1 entry' : `${count} entries`;

/** The entries of many systems to look over, and to confirm those that are right and that the reader may confirm. */
export function ConfirmEntries(props: {
  refs: readonly string[];
  onClose: (confirmed: boolean) => void;
}) {
  const { refs, onClose } = props;
  const api = useApi(aiGovernanceApiRef);
  const look = useLoad(
    () => api.confirmMany({ subjects: [...refs], dryRun: true }),
    [api, refs.join(' ')],
  );
  const leftOut = useSelection(refs.join(' '));
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const [done, setDone] = useState<BulkConfirmation[]>();

  const items = look.value?.items ?? [];
  const wanted = items.filter(
    ({ ref, outcome }) => outcome === 'may' && !leftOut.has(ref),
  );
  const confirm = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const answer = await api.confirmMany({
        subjects: wanted.map(({ ref, stateHash }) =>
          stateHash ? { ref, stateHash } : ref,
        ),
        ...(note.trim() && { note }),
      });
      setDone(answer.items);
    } catch (e) {
      setError(e as Error);
    } finally {
      setBusy(false);
    }
  };
  const outcomes = new Map(done?.map(item => [item.ref, item]));
  const confirmed = done?.filter(({ outcome }) => outcome !== 'refused').length;
  return (
    <Dialog
      open
      fullWidth
      maxWidth="lg"
      onClose={busy ? undefined : () => onClose(done !== undefined)}
      aria-labelledby="ai-governance-confirm-many"
    >
      <DialogTitle id="ai-governance-confirm-many">Confirm entries</DialogTitle>
      <DialogContent>
        <Typography paragraph role={done && 'status'}>
          {done
            ? `${entries(confirmed!)} confirmed${
                confirmed! < done.length
                  ? `, ${done.length - confirmed!} refused: the list says why`
                  : ''
              }.`
            : 'This is what the inventory says. Look each over, take away the tick where something is wrong, and mend that at its source; then confirm the others. Each is confirmed in your name.'}
        </Typography>
        {look.error && (
          <ProblemPanel error={look.error} retry={() => void look.reload()} />
        )}
        {!look.value && !look.error && <Loading label="Loading the entries" />}
        {look.value && (
          <EntriesTable
            items={items.map(item => ({
              ...item,
              ...outcomes.get(item.ref),
            }))}
            leftOut={leftOut}
            onToggle={done ? undefined : leftOut.toggle}
          />
        )}
        {!done && wanted.length > 0 && (
          <TextField
            id="ai-governance-confirm-note"
            label="Note, for all of them"
            helperText="Markdown. It may be left out."
            variant="outlined"
            margin="normal"
            fullWidth
            multiline
            value={note}
            onChange={event => setNote(event.target.value)}
            inputProps={{ maxLength: 20_000 }}
          />
        )}
        {error && <ProblemPanel error={error} retry={confirm} />}
      </DialogContent>
      <DialogActions>
        <Button disabled={busy} onClick={() => onClose(done !== undefined)}>
          {done ? 'Close' : 'Cancel'}
        </Button>
        {!done && (
          <Button
            color="primary"
            variant="contained"
            disabled={busy || wanted.length === 0}
            onClick={confirm}
          >
            {wanted.length === 0
              ? 'Nothing to confirm'
              : `Confirm ${entries(wanted.length)}: ${
                  wanted.length === 1 ? 'it is' : 'they are'
                } right`}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
