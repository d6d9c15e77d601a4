import Alert from '@material-ui/lab/Alert';
import { When } from '../components';
import { useTexts } from '../translation';
import { Draft } from './useDraft';

/** Says that a form begins with what its author typed before, and that it may be recorded already where nobody can tell. */
export function DraftNote({ draft }: { draft: Draft }) {
  const t = useTexts();
  return (
    <Alert severity="info">
      {t('records.draft.unsaved', { at: <When at={draft.savedAt} /> })}
      {draft.sent !== undefined && <> {t('records.draft.sent')}</>}
    </Alert>
  );
}
