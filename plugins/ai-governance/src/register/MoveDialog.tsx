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
import { useTexts } from '../translation';
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
  const t = useTexts();
  const { head, onClose } = props;
  const { end, sending, refusal } = useEnd(head, t('register.move.done'));
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
        {t('register.move.title', { title: head.data?.title ?? '' })}
      </DialogTitle>
      <DialogContent>
        <Typography>{t('register.move.text')}</Typography>
        {step(1, t('register.move.put.title'))}
        <Typography variant="body2">{t('register.move.put.text')}</Typography>
        <CopyTextButton
          text={catalogInfoOf(namespace, head.data!)}
          tooltipText={t('register.move.put.copied')}
          aria-label={t('register.move.put.copy')}
        />
        {/* in one colour: those of the portal's code are too pale to read */}
        <pre style={{ marginTop: 0, whiteSpace: 'pre-wrap' }}>
          {catalogInfoOf(namespace, head.data!)}
        </pre>
        {step(2, t('register.move.say.title'))}
        <Typography variant="body2" paragraph>
          {t('register.move.say.text')}
        </Typography>
        <TextField
          id="move-repository"
          label={t('register.field.repository')}
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
          helperText={t('register.move.say.help')}
        />
        {step(3, t('register.move.register.title'))}
        <Typography variant="body2">
          {t('register.move.register.text')}
        </Typography>
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
          disabled={sending || !isLink(repository.trim())}
          onClick={() =>
            end({ status: 'moved', repository: repository.trim() })
          }
        >
          {t('register.move.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
