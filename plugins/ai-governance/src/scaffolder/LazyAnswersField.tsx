import { ComponentProps, lazy, Suspense } from 'react';
import { Loading } from '../components';
import { useTexts } from '../translation';
import type { AnswersField } from './AnswersField';

// with the form that asks and not with every page of the portal
const Field = lazy(async () => ({
  default: (await import('./AnswersField')).AnswersField,
}));

export function LazyAnswersField(props: ComponentProps<typeof AnswersField>) {
  const t = useTexts();
  return (
    <Suspense fallback={<Loading label={t('scaffolder.loading')} />}>
      <Field {...props} />
    </Suspense>
  );
}
