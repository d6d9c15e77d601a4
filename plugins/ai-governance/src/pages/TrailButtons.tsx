import Button from '@material-ui/core/Button';

/** The way to the other pages of a list that stands in no address. */
export function TrailButtons(props: {
  /** Cursors of the pages up to this one; the first has none. */
  trail: readonly string[];
  onTrail: (trail: string[]) => void;
  nextCursor?: string;
  pending: boolean;
}) {
  const { trail, onTrail, nextCursor, pending } = props;
  return (
    <>
      <Button
        size="small"
        disabled={trail.length === 0 || pending}
        onClick={() => onTrail(trail.slice(0, -1))}
      >
        Previous page
      </Button>
      <Button
        size="small"
        disabled={!nextCursor || pending}
        onClick={() => onTrail([...trail, nextCursor!])}
      >
        Next page
      </Button>
    </>
  );
}
