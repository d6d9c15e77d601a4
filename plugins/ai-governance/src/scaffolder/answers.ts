import { ApiHolder } from '@backstage/core-plugin-api';
import {
  aiGovernanceSpecSchema,
  issuesOf,
  withoutBlanks,
} from 'backstage-plugin-ai-governance-common';
import { messageOf } from '../records';
import { checkDraft, DraftProblem } from '../register/draft';
import { Draft, fieldWord } from '../register/questions';
import { Texts, textsOf } from '../translation';

/** `ui:options` of the field. */
export interface AnswersOptions {
  /** The AI is within an entity of another kind: its type, stage and owner are not asked. */
  within?: boolean;
}

// a form asks for the names by themselves
const named = { name: 'new', title: 'New' };

/** What is wrong with the answers, by the rule that the catalog and the ledger check by. */
export function problemsOf(
  t: Texts,
  answers: Draft,
  { within }: AnswersOptions,
): DraftProblem[] {
  if (!within) {
    const checked = checkDraft(t, { ...answers, ...named });
    return checked.ok ? [] : checked.problems;
  }
  const data = withoutBlanks(answers);
  const checked = aiGovernanceSpecSchema.safeParse(data);
  if (checked.success) return [];
  return issuesOf(checked.error).map(issue => ({
    path: issue.path,
    where: fieldWord(t, issue.path),
    message: messageOf(t, data, issue),
  }));
}

/** As the form of a template takes it: one sentence for each. */
export const validateAnswers = (
  answers: Draft | undefined,
  field: { addError: (message: string) => void },
  {
    apiHolder,
    uiSchema,
  }: {
    apiHolder: ApiHolder;
    uiSchema?: { 'ui:options'?: AnswersOptions };
  },
) => {
  const t = textsOf(apiHolder);
  problemsOf(t, answers ?? {}, uiSchema?.['ui:options'] ?? {}).forEach(
    ({ where, message }) => field.addError(`${where}: ${message}`),
  );
};
