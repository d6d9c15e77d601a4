import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  BulkAssignments,
  Materiality,
  RecordType,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { Day, Loading, ProblemPanel, useLoad } from '../../components';
import { MaterialityChoice } from '../../records/MaterialityChoice';
import { RefField } from '../../register/RefField';
import { useTexts } from '../../translation';
import { nameInRef } from '../nameInRef';
import { Assignable, assignables, assignedItems } from './assignable';
import { useSelection } from './useSelection';

const useStyles = makeStyles(theme => ({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
    gap: theme.spacing(2),
    margin: theme.spacing(1, 0, 2),
  },
  list: {
    listStyle: 'none',
    padding: 0,
    margin: 0,
    '& li': {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      padding: theme.spacing(0.75, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    '& .MuiCheckbox-root': { padding: 0 },
  },
}));

const idsAtOnce = 100;

/** Gives many corrective actions or treatments an owner and a due date: a revision each, in the name of the reader. */
export function AssignOwners(props: {
  type: RecordType<any>;
  recordIds: readonly string[];
  onClose: (assigned: boolean) => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { type, recordIds, onClose } = props;
  const api = useApi(aiGovernanceApiRef);
  const look = useLoad(async () => {
    const found: Assignable[] = [];
    // an address holds only so many
    for (let i = 0; i < recordIds.length; i += idsAtOnce) {
      const recordId = recordIds.slice(i, i + idsAtOnce);
      const { items } = await api.register({
        type: type.type,
        recordId,
        limit: recordId.length,
      });
      found.push(...assignables(items));
    }
    return found;
  }, [api, type, recordIds.join(' ')]);
  const leftOut = useSelection(recordIds.join(' '));
  const [owner, setOwner] = useState('');
  const [due, setDue] = useState('');
  const [materiality, setMateriality] = useState<Materiality>('routine');
  const [reason, setReason] = useState(() =>
    // that is proposed for a revision that changes no more
    t('pages.bulk.assign.routine'),
  );
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const [done, setDone] = useState<BulkAssignments['items']>();

  // what an approval covers: there it matters whether a revision is material
  const covered = type.shape === 'document';
  const all = look.value ?? [];
  const chosen = all.filter(({ key }) => !leftOut.has(key));
  const reasonMissing = covered && materiality === 'routine' && !reason.trim();
  const ready =
    chosen.length > 0 && (owner.trim() || due) && !reasonMissing && !busy;
  const assign = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const answer = await api.assignMany({
        items: assignedItems(chosen),
        ...(owner.trim() && { owner: owner.trim() }),
        ...(due && { due }),
        ...(covered && {
          materiality,
          ...(materiality === 'routine' && { materialityReason: reason }),
        }),
      });
      setDone(answer.items);
    } catch (e) {
      setError(e as Error);
    } finally {
      setBusy(false);
    }
  };
  const refused = new Map(
    done?.flatMap(({ recordId, outcome, reason: why }) =>
      outcome === 'refused' ? [[recordId, why] as const] : [],
    ),
  );
  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      onClose={busy ? undefined : () => onClose(done !== undefined)}
      aria-labelledby="ai-governance-assign-many"
    >
      <DialogTitle id="ai-governance-assign-many">
        {t('pages.bulk.assign.title')}
      </DialogTitle>
      <DialogContent>
        {look.error && (
          <ProblemPanel error={look.error} retry={() => void look.reload()} />
        )}
        {!look.value && !look.error && (
          <Loading label={t('pages.bulk.assign.loading')} />
        )}
        {look.value && all.length === 0 && (
          <Typography>
            {covered
              ? t('pages.bulk.assign.noTreatment')
              : t('pages.bulk.assign.noneOpen')}
          </Typography>
        )}
        {done && (
          <Typography role="status" paragraph>
            {t(
              refused.size > 0
                ? 'pages.bulk.assign.doneSome'
                : 'pages.bulk.assign.done',
              { assigned: done.length - refused.size, all: done.length },
            )}
          </Typography>
        )}
        {all.length > 0 && !done && (
          <>
            <Typography variant="body2">
              {t('pages.bulk.assign.about')}
            </Typography>
            <div className={classes.fields}>
              <RefField
                id="ai-governance-assign-owner"
                label={t('pages.bulk.assign.owner')}
                kinds={['User', 'Group']}
                value={owner}
                onChange={ref => setOwner(ref ?? '')}
              />
              <TextField
                id="ai-governance-assign-due"
                label={t('pages.bulk.assign.due')}
                type="date"
                size="small"
                variant="outlined"
                value={due}
                onChange={event => setDue(event.target.value)}
                InputLabelProps={{ shrink: true }}
              />
            </div>
            {covered && (
              <MaterialityChoice
                id="assign-many"
                value={materiality}
                reason={reason}
                onChange={(value, why) => {
                  setMateriality(value);
                  setReason(why);
                }}
                reasonMissing={reasonMissing}
              />
            )}
          </>
        )}
        {all.length > 0 && (
          <ul className={classes.list} aria-label={t('pages.bulk.assign.list')}>
            {all.map(item => (
              <Item
                key={item.key}
                item={item}
                chosen={!leftOut.has(item.key)}
                why={refused.get(item.recordId)}
                onToggle={done ? undefined : () => leftOut.toggle(item.key)}
              />
            ))}
          </ul>
        )}
        {error && <ProblemPanel error={error} retry={assign} />}
      </DialogContent>
      <DialogActions>
        <Button disabled={busy} onClick={() => onClose(done !== undefined)}>
          {done ? t('pages.bulk.close') : t('components.cancel')}
        </Button>
        {!done && (
          <Button
            color="primary"
            variant="contained"
            disabled={!ready}
            onClick={assign}
          >
            {chosen.length > 0
              ? t('pages.bulk.assign.assign', { count: chosen.length })
              : t('pages.bulk.assign.assignNone')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Item(props: {
  item: Assignable;
  chosen: boolean;
  why?: string;
  onToggle?: () => void;
}) {
  const t = useTexts();
  const { item, chosen, why, onToggle } = props;
  return (
    <li>
      {onToggle && (
        <Checkbox
          size="small"
          color="primary"
          checked={chosen}
          onChange={onToggle}
          inputProps={{ 'aria-label': `${item.title}, ${item.system}` }}
        />
      )}
      <div>
        <Typography variant="body2">{item.title}</Typography>
        <Typography variant="caption" color="textSecondary" component="div">
          {item.system} ·{' '}
          {item.owner
            ? t('pages.bulk.assign.now', { owner: nameInRef(item.owner) })
            : t('pages.bulk.assign.nobody')}{' '}
          ·{' '}
          {item.due
            ? t('pages.bulk.assign.until', { day: <Day day={item.due} /> })
            : t('pages.bulk.assign.noDate')}
        </Typography>
        {why && chosen && (
          <Typography variant="body2">
            {t('pages.bulk.assign.refused', { reason: why })}
          </Typography>
        )}
      </div>
    </li>
  );
}
