import { useEffect, useRef } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import {
  RecordType,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';
import { When } from '../components';
import { useTexts } from '../translation';
import { Author } from './Author';
import { formSchemaOf } from './formSchema';
import { RecordDiff } from './RecordDiff';
import { fieldTexts } from './recordText';

/**
 * Tells an author that somebody else wrote meanwhile, and shows how the author's text differs from what stands now. `base` is
 * what the author started from, when it is known: it tells whose change each difference is.
 */
export function ConflictView(props: {
  type: RecordType;
  theirs: RevisionView;
  mine: unknown;
  base?: unknown;
  /** The author asked to see it, or saving was refused because of it. While somebody types, the focus stays where it is. */
  shown: boolean;
  onTakeTheirs: (key: string) => void;
}) {
  const t = useTexts();
  const { type, theirs, mine, base, shown, onTakeTheirs } = props;
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (shown) panel.current?.focus();
  }, [shown, theirs.revision]);

  const schema = formSchemaOf(type);
  const texts = (data: unknown) =>
    new Map(fieldTexts(t, schema, data).map(f => [f.key, f.text]));
  const [started, now, written] = [base, theirs.data, mine].map(texts);
  const whose = (key: string) => {
    if (base === undefined) return '';
    if (started.get(key) === written.get(key)) {
      return t('records.conflict.they');
    }
    if (started.get(key) === now.get(key)) {
      return t('records.conflict.you');
    }
    return t('records.conflict.both');
  };

  return (
    <Alert
      severity="warning"
      role="alert"
      ref={panel}
      tabIndex={-1}
      // the message takes the room that differences need
      style={{ alignItems: 'flex-start' }}
    >
      <AlertTitle>
        {t('records.conflict.title', {
          author: <Author author={theirs.author} />,
          revision: theirs.revision,
        })}
      </AlertTitle>
      <Typography variant="body2" paragraph>
        {t('records.conflict.text', {
          at: <When at={theirs.recordedAt} />,
          revision: theirs.revision,
        })}
      </Typography>
      {theirs.data === null ? (
        <Typography>{t('records.conflict.erased')}</Typography>
      ) : (
        <RecordDiff
          schema={schema}
          from={theirs.data}
          to={mine}
          same={t('records.conflict.same')}
          beside={field => (
            <>
              <Typography variant="body2" color="textSecondary">
                {whose(field.key)}
              </Typography>
              <Button
                size="small"
                variant="outlined"
                onClick={() => onTakeTheirs(field.key)}
                aria-label={t('records.conflict.takeOf', {
                  field: field.title,
                })}
              >
                {t('records.conflict.take')}
              </Button>
            </>
          )}
        />
      )}
    </Alert>
  );
}
