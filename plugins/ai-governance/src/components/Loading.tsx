import { Progress } from '@backstage/core-components';

/** Something is on its way; shows itself only when it takes a moment. */
export function Loading({ label = 'Loading' }: { label?: string }) {
  return (
    <div role="status" aria-label={label}>
      <Progress aria-label={label} />
    </div>
  );
}
