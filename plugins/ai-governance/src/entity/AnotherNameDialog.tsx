import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import Alert from '@material-ui/lab/Alert';
import { aiGovernanceApiRef } from '../api';
import { errorWords } from '../components';
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
  const [reason, setReason] = useState('');
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Error>();
  const confirm = async () => {
    setSending(true);
    setRefusal(undefined);
    try {
      await api.continueHistory(subject.ref, { from, reason: reason.trim() });
      notice('Its history goes on.');
      onConfirmed();
    } catch (error) {
      setRefusal(error as Error);
      setSending(false);
    }
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby="another-name-title">
      <DialogTitle id="another-name-title">
        Is {subject.title} the same as {from}?
      </DialogTitle>
      <DialogContent>
        <DialogContentText>
          Every record, decision and day of it will be those of {subject.title},
          for whoever may read that. An approval goes on where what was approved
          is the same. This cannot be undone, and is recorded with your name.
        </DialogContentText>
        <TextField
          id="another-name-reason"
          label="Why it is the same"
          required
          fullWidth
          multiline
          variant="outlined"
          size="small"
          value={reason}
          onChange={event => setReason(event.target.value)}
          inputProps={{ maxLength: 2000 }}
        />
        {refusal && (
          <Alert severity="error" role="alert">
            {errorWords(refusal)}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          color="primary"
          disabled={sending || reason.trim() === ''}
          onClick={confirm}
        >
          It is the same
        </Button>
      </DialogActions>
    </Dialog>
  );
}
