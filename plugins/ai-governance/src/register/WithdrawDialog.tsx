import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import Alert from '@material-ui/lab/Alert';
import { RegistrationView } from 'backstage-plugin-ai-governance-common';
import { errorWords } from '../components';
import { useEnd } from './useEnd';

/** Takes a registration back, with a reason. */
export function WithdrawDialog(props: {
  head: RegistrationView;
  onClose: () => void;
}) {
  const { head, onClose } = props;
  const { end, sending, refusal } = useEnd(head, 'Withdrawn.');
  const [reason, setReason] = useState('');
  return (
    <Dialog open onClose={onClose} aria-labelledby="withdraw-title">
      <DialogTitle id="withdraw-title">
        Withdraw {head.data?.title}?
      </DialogTitle>
      <DialogContent>
        <DialogContentText>
          For what was registered by mistake or never came about: it leaves the
          catalog and the inventory. What was written is kept, and you can
          register it again. What is no longer used is better edited to “Not in
          use any more”.
        </DialogContentText>
        <TextField
          id="withdraw-reason"
          label="Why"
          required
          fullWidth
          variant="outlined"
          size="small"
          value={reason}
          onChange={event => setReason(event.target.value)}
          inputProps={{ maxLength: 1000 }}
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
          onClick={() => end({ status: 'withdrawn', reason: reason.trim() })}
        >
          Withdraw
        </Button>
      </DialogActions>
    </Dialog>
  );
}
