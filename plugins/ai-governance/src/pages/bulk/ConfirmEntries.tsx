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
import { useTexts } from '../../translation';
import { EntriesTable } from './EntriesTable';
import { useSelection } from './useSelection';

/** The entries of many systems to look over, and to confirm those that are right and that the reader may confirm. */
export function ConfirmEntries(props: {
  refs: readonly string[];
  onClose: (confirmed: boolean) => void;
}) {
  const t = useTexts();
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
  const confirmed =
    done?.filter(({ outcome }) => outcome !== 'refused').length ?? 0;
  return (
    <Dialog
      open
      fullWidth
      maxWidth="lg"
      onClose={busy ? undefined : () => onClose(done !== undefined)}
      aria-labelledby="ai-governance-confirm-many"
    >
      <DialogTitle id="ai-governance-confirm-many">
        {t('pages.bulk.confirm.title')}
      </DialogTitle>
      <DialogContent>
        <Typography paragraph role={done && 'status'}>
          {done
            ? t(
                confirmed < done.length
                  ? 'pages.bulk.confirm.doneSome'
                  : 'pages.bulk.confirm.done',
                { count: confirmed, refused: done.length - confirmed },
              )
            : t('pages.bulk.confirm.about')}
        </Typography>
        {look.error && (
          <ProblemPanel error={look.error} retry={() => void look.reload()} />
        )}
        {!look.value && !look.error && (
          <Loading label={t('pages.bulk.confirm.loading')} />
        )}
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
            label={t('pages.bulk.confirm.note')}
            helperText={t('pages.bulk.confirm.noteHelp')}
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
          {done ? t('pages.bulk.close') : t('components.cancel')}
        </Button>
        {!done && (
          <Button
            color="primary"
            variant="contained"
            disabled={busy || wanted.length === 0}
            onClick={confirm}
          >
            {wanted.length === 0
              ? t('pages.bulk.confirm.nothing')
              : t('pages.bulk.confirm.confirm', { count: wanted.length })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
