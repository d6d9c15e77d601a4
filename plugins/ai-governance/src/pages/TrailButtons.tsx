import Button from '@material-ui/core/Button';
import { useTexts } from '../translation';

/** The way to the other pages of a list that stands in no address. */
export function TrailButtons(props: {
  /** Cursors of the pages up to this one; the first has none. */
  trail: readonly string[];
  onTrail: (trail: string[]) => void;
  nextCursor?: string;
  pending: boolean;
}) {
  const t = useTexts();
  const { trail, onTrail, nextCursor, pending } = props;
  return (
    <>
      <Button
        size="small"
        disabled={trail.length === 0 || pending}
        onClick={() => onTrail(trail.slice(0, -1))}
      >
        {t('pages.frame.list.previous')}
      </Button>
      <Button
        size="small"
        disabled={!nextCursor || pending}
        onClick={() => onTrail([...trail, nextCursor!])}
      >
        {t('pages.frame.list.next')}
      </Button>
    </>
  );
}
