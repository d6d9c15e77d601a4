import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { validateAnswers } from './answers';
import { ANSWERS_FIELD } from './answersFieldName';
import { AnswersField } from './AnswersField';

export const answersFormField = createFormField<any, any>({
  name: ANSWERS_FIELD,
  component: AnswersField,
  validation: validateAnswers,
});
