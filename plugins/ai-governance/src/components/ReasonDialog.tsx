import { ReactNode, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import Alert from '@material-ui/lab/Alert';
import { useTexts } from '../translation';
import { errorWords } from './errorWords';

/** Something that is done for a reason, which stands in the record of it. */
export function ReasonDialog(props: {
  id: string;
  title: ReactNode;
  /** What follows from it. */
  children: ReactNode;
  label: string;
  multiline?: boolean;
  /** In characters. */
  maxLength: number;
  /** The button that does it. */
  confirm: string;
  sending: boolean;
  refusal?: Error;
  onClose: () => void;
  /** @param reason - trimmed, not empty */
  onConfirm: (reason: string) => void;
}) {
  const t = useTexts();
  const { id, label, multiline, maxLength, sending, refusal, onClose } = props;
  const [reason, setReason] = useState('');
  return (
    <Dialog open onClose={onClose} aria-labelledby={`${id}-title`}>
      <DialogTitle id={`${id}-title`}>{props.title}</DialogTitle>
      <DialogContent>
        <DialogContentText>{props.children}</DialogContentText>
        <TextField
          id={`${id}-reason`}
          label={label}
          required
          fullWidth
          multiline={multiline}
          variant="outlined"
          size="small"
          value={reason}
          onChange={event => setReason(event.target.value)}
          inputProps={{ maxLength }}
        />
        {refusal && (
          <Alert severity="error" role="alert">
            {errorWords(refusal)}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('components.cancel')}</Button>
        <Button
          color="primary"
          disabled={sending || reason.trim() === ''}
          onClick={() => props.onConfirm(reason.trim())}
        >
          {props.confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
