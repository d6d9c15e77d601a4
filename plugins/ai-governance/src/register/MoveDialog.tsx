import { useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { CopyTextButton } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { RegistrationView } from 'backstage-plugin-ai-governance-common';
import { errorWords } from '../components';
import { catalogInfoOf } from './catalogInfo';
import { useEnd } from './useEnd';

const isLink = (text: string) => /^https?:\/\/\S+$/i.test(text);

/**
 * Hands an AI system over to a repository, in the order in which the catalog takes it: it refuses a second declaration of the same name
 * while the first is there.
 */
export function MoveDialog(props: {
  head: RegistrationView;
  onClose: () => void;
}) {
  const { head, onClose } = props;
  const { end, sending, refusal } = useEnd(
    head,
    'Moved. Register the file in the catalog now.',
  );
  const [repository, setRepository] = useState('');
  const { namespace } = parseEntityRef(head.ref);
  const step = (number: number, text: string) => (
    <Typography variant="subtitle2" component="h3" style={{ marginTop: 16 }}>
      {number}. {text}
    </Typography>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth="md"
      fullWidth
      aria-labelledby="move-title"
    >
      <DialogTitle id="move-title">
        Move {head.data?.title} to a repository
      </DialogTitle>
      <DialogContent>
        <Typography>
          Its records, approvals and history stay: the catalog has it under the
          same name again.
        </Typography>
        {step(1, 'Put this into the repository, and do not register it yet.')}
        <Typography variant="body2">
          As catalog-info.yaml. The catalog refuses it while it has the same
          from here.
        </Typography>
        <CopyTextButton
          text={catalogInfoOf(namespace, head.data!)}
          tooltipText="Copied"
          aria-label="Copy the file"
        />
        {/* in one colour: those of the portal's code are too pale to read */}
        <pre style={{ marginTop: 0, whiteSpace: 'pre-wrap' }}>
          {catalogInfoOf(namespace, head.data!)}
        </pre>
        {step(2, 'Say where it is.')}
        <Typography variant="body2" paragraph>
          From then on the catalog does not have it from here any more, and its
          page is away until the next step.
        </Typography>
        <TextField
          id="move-repository"
          label="Address of the file"
          required
          fullWidth
          variant="outlined"
          size="small"
          placeholder="https://…/catalog-info.yaml"
          value={repository}
          onChange={event => setRepository(event.target.value)}
          InputLabelProps={{ shrink: true }}
          inputProps={{ maxLength: 2000 }}
          error={repository !== '' && !isLink(repository.trim())}
          helperText="An http or https address."
        />
        {step(3, 'Register that address in the catalog.')}
        <Typography variant="body2">
          Where repositories are discovered by themselves, it comes with the
          next reading.
        </Typography>
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
          disabled={sending || !isLink(repository.trim())}
          onClick={() =>
            end({ status: 'moved', repository: repository.trim() })
          }
        >
          It is there: move
        </Button>
      </DialogActions>
    </Dialog>
  );
}
