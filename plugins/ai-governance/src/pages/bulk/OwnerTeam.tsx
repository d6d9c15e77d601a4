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
import { useTexts } from '../../translation';
import { OwnerOutcomes } from './OwnerOutcomes';

const useStyles = makeStyles(theme => ({
  status: { marginTop: theme.spacing(2) },
}));

/** Gives many systems an owning team: first what would change, then it is done. */
export function OwnerTeam(props: {
  refs: readonly string[];
  onClose: (assigned: boolean) => void;
}) {
  const t = useTexts();
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
      <DialogTitle id="ai-governance-owner-team">
        {t('pages.bulk.owners.title')}
      </DialogTitle>
      <DialogContent>
        {!done && (
          <>
            <Typography variant="body2" paragraph>
              {t('pages.bulk.owners.about')}
            </Typography>
            <RefField
              id="ai-governance-owner-team-group"
              label={t('pages.bulk.owners.team')}
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
              ? t('pages.bulk.owners.nothing')
              : t('pages.bulk.owners.will', {
                  changed: may.length,
                  all: look.length,
                })}
          </Typography>
        )}
        {done && (
          <Typography role="status" paragraph className={classes.status}>
            {t(
              assigned < may.length
                ? 'pages.bulk.owners.doneSome'
                : 'pages.bulk.owners.done',
              { assigned, all: may.length },
            )}
          </Typography>
        )}
        {look && <OwnerOutcomes items={done ?? look} owner={owner.trim()} />}
        {error && (
          <ProblemPanel error={error} retry={look ? assign : preview} />
        )}
      </DialogContent>
      <DialogActions>
        <Button disabled={busy} onClick={close}>
          {done ? t('pages.bulk.close') : t('components.cancel')}
        </Button>
        {!done && !look && (
          <Button
            color="primary"
            variant="contained"
            disabled={!owner.trim() || busy}
            onClick={preview}
          >
            {t('pages.bulk.owners.preview')}
          </Button>
        )}
        {!done && look && (
          <Button
            color="primary"
            variant="contained"
            disabled={may.length === 0 || busy}
            onClick={assign}
          >
            {may.length > 0
              ? t('pages.bulk.owners.assign', { count: may.length })
              : t('pages.bulk.owners.assignNone')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
