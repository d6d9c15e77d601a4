import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { BulkOwners } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { ProblemPanel } from '../../components';
import { RefField } from '../../register/RefField';
import { OwnerOutcomes } from './OwnerOutcomes';

const useStyles = makeStyles(theme => ({
  status: { marginTop: theme.spacing(2) },
}));

/** Gives many systems an owning team: first what would change, then it is done. */
export function OwnerTeam(props: {
  refs: readonly string[];
  onClose: (assigned: boolean) => void;
}) {
  const classes = useStyles();
  const { refs, onClose } = props;
  const api = useApi(aiGovernanceApiRef);
  const [owner, setOwner] = useState('');
  const [look, setLook] = useState<BulkOwners['items']>();
  const [done, setDone] = useState<BulkOwners['items']>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();

  const may = (look ?? []).filter(({ outcome }) => outcome === 'may');
  const ask = async (run: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await run();
    } catch (e) {
      setError(e as Error);
    } finally {
      setBusy(false);
    }
  };
  const preview = () =>
    ask(async () => {
      const { items } = await api.assignOwners({
        owner: owner.trim(),
        subjects: refs.map(ref => ({ ref })),
        dryRun: true,
      });
      setLook(items);
    });
  const assign = () =>
    ask(async () => {
      const { items } = await api.assignOwners({
        owner: owner.trim(),
        subjects: may.map(({ ref, revision }) => ({
          ref,
          baseRevision: revision,
        })),
        dryRun: false,
      });
      const outcomes = new Map(items.map(item => [item.ref, item]));
      setDone(look!.map(item => outcomes.get(item.ref) ?? item));
    });
  const assigned = (done ?? []).filter(i => i.outcome === 'assigned').length;
  const close = () => onClose(done !== undefined);
  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      onClose={busy ? undefined : close}
      aria-labelledby="ai-governance-owner-team"
    >
      <DialogTitle id="ai-governance-owner-team">Assign owner team</DialogTitle>
      <DialogContent>
        {!done && (
          <>
            <Typography variant="body2" paragraph>
              A system that was registered in the portal gets a revision of its
              registration in your name. Of one that comes from a repository you
              see the file and what to write there.
            </Typography>
            <RefField
              id="ai-governance-owner-team-group"
              label="Owner team"
              kinds={['Group']}
              value={owner}
              disabled={busy}
              onChange={ref => {
                setOwner(ref ?? '');
                setLook(undefined);
              }}
            />
          </>
        )}
        {look && !done && (
          <Typography role="status" paragraph className={classes.status}>
            {may.length === 0
              ? 'Nothing can be changed here; the list says why.'
              : `${may.length} of ${look.length} will be changed here.`}
          </Typography>
        )}
        {done && (
          <Typography role="status" paragraph className={classes.status}>
            {assigned} of {may.length} assigned
            {assigned < may.length && '; the list says why the others are not'}.
            The catalog shows the new owner when it has read them again.
          </Typography>
        )}
        {look && <OwnerOutcomes items={done ?? look} owner={owner.trim()} />}
        {error && (
          <ProblemPanel error={error} retry={look ? assign : preview} />
        )}
      </DialogContent>
      <DialogActions>
        <Button disabled={busy} onClick={close}>
          {done ? 'Close' : 'Cancel'}
        </Button>
        {!done && !look && (
          <Button
            color="primary"
            variant="contained"
            disabled={!owner.trim() || busy}
            onClick={preview}
          >
            Show what will change
          </Button>
        )}
        {!done && look && (
          <Button
            color="primary"
            variant="contained"
            disabled={may.length === 0 || busy}
            onClick={assign}
          >
            Assign {may.length || ''}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
