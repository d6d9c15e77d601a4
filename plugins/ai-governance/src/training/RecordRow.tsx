import Button from '@material-ui/core/Button';
import { useTexts } from '../translation';
import { RecordCompletion } from './RecordCompletion';

interface Lacking {
  person: { ref: string; title?: string };
  course: string;
}

/** Opens the row in which it is recorded that somebody completed a course. */
export function RecordButton(props: Lacking & { onClick: () => void }) {
  const t = useTexts();
  const { person, course, onClick } = props;
  return (
    <Button
      size="small"
      variant="outlined"
      aria-label={t('training.record.of', {
        course,
        person: person.title ?? person.ref,
      })}
      onClick={onClick}
    >
      {t('training.record.button')}
    </Button>
  );
}

/** The row, below that of the person, in which it is recorded. */
export function RecordRow(
  props: Lacking & {
    colSpan: number;
    headingLevel?: number;
    onClose: () => void;
    reload: () => Promise<void>;
  },
) {
  const { person, course, colSpan, headingLevel, onClose, reload } = props;
  return (
    <tr>
      <td colSpan={colSpan}>
        <RecordCompletion
          person={person}
          course={course}
          headingLevel={headingLevel}
          onSaved={async () => {
            onClose();
            await reload();
          }}
          onCancel={onClose}
          reload={reload}
        />
      </td>
    </tr>
  );
}
