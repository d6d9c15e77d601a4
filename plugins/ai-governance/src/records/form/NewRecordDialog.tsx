import Dialog from '@material-ui/core/Dialog';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { RecordType } from 'backstage-plugin-ai-governance-common';
import { useTexts } from '../../translation';
import { RecordEditor } from '../RecordEditor';

/** Writes an entry of the subject without leaving the form that refers to it. */
export default function NewRecordDialog(props: {
  type: RecordType;
  /** Full reference. */
  subject: string;
  onSaved: (recordId: string) => void;
  /** Called by Escape too: what was typed stays as a draft. */
  onClose: () => void;
}) {
  const t = useTexts();
  const { type, subject, onSaved, onClose } = props;
  const title = `new-${type.type}-title`;
  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      aria-labelledby={title}
      onClose={(_, why) => {
        // a click beside it is no wish to stop writing
        if (why !== 'backdropClick') onClose();
      }}
    >
      <DialogTitle id={title}>
        {t('records.form.record', {
          record: type.title.toLocaleLowerCase('en-US'),
        })}
      </DialogTitle>
      <DialogContent>
        <Typography color="textSecondary" paragraph>
          {type.description}
        </Typography>
        <RecordEditor
          subject={subject}
          type={type}
          dataOnly
          onSaved={({ recordId }) => onSaved(recordId)}
          onCancel={onClose}
        />
      </DialogContent>
    </Dialog>
  );
}
