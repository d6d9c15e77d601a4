import { ComponentProps, lazy, Suspense } from 'react';
import { Loading } from '../components';
import type { AnswersField } from './AnswersField';

// with the form that asks and not with every page of the portal
const Field = lazy(async () => ({
  default: (await import('./AnswersField')).AnswersField,
}));

export const LazyAnswersField = (
  props: ComponentProps<typeof AnswersField>,
) => (
  <Suspense fallback={<Loading label="Loading the questions" />}>
    <Field {...props} />
  </Suspense>
);
