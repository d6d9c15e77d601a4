import Alert from '@material-ui/lab/Alert';
import { When } from '../components';
import { Draft } from './useDraft';

/** Says that a form begins with what its author typed before, and that it may be recorded already where nobody can tell. */
export function DraftNote({ draft }: { draft: Draft }) {
  return (
    <Alert severity="info">
      This is your unsaved text from <When at={draft.savedAt} />.
      {draft.sent !== undefined &&
        ' It was on its way when the page was left: look whether it is recorded already before you send it again.'}
    </Alert>
  );
}
