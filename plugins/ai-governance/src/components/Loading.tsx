import { Progress } from '@backstage/core-components';
import { useTexts } from '../translation';

/** Something is on its way; shows itself only when it takes a moment. */
export function Loading(props: { label?: string }) {
  const t = useTexts();
  const { label = t('components.loading') } = props;
  return (
    <div role="status" aria-label={label}>
      <Progress aria-label={label} />
    </div>
  );
}
