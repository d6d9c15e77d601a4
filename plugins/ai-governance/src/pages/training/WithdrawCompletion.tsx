import { useApi } from '@backstage/core-plugin-api';
import {
  Completion,
  training,
  Training,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { StatementForm } from '../../assurance/StatementForm';
import { Loading, ProblemPanel, useLoad } from '../../components';
import { formSchemaOf, partOf } from '../../records';
import { useTexts } from '../../translation';

/** The same, with the reason that withdrawing takes. */
const withdrawal = {
  ...training,
  schema: training.schema.refine(({ withdrawn }) => withdrawn, {
    path: ['withdrawn'],
  }),
};

/** Says why a completion was recorded by mistake; from then on it counts no longer. */
export function WithdrawCompletion(props: {
  completion: Completion;
  onSaved: () => Promise<void> | void;
  onCancel: () => void;
}) {
  const t = useTexts();
  const { completion, onSaved, onCancel } = props;
  const { person, recordId, course } = completion;
  const api = useApi(aiGovernanceApiRef);
  const { value, error, reload } = useLoad(
    async () =>
      (
        await api.personRecords<Training>(person.ref, { type: training.type })
      ).find(r => r.recordId === recordId),
    [api, person.ref, recordId],
  );
  if (error) return <ProblemPanel error={error} retry={reload} />;
  if (!value) return <Loading label={t('pages.training.withdraw.loading')} />;
  return (
    <StatementForm
      subject={person.ref}
      append={request => api.appendToPerson(person.ref, request)}
      type={withdrawal}
      id="withdraw"
      title={t('pages.training.withdraw.title', {
        course,
        person: person.title ?? person.ref,
      })}
      text={t('pages.training.withdraw.text')}
      headingLevel={4}
      schema={() => ({
        ...partOf(formSchemaOf(training), ['withdrawn']),
        required: ['withdrawn'],
      })}
      start={{}}
      record={written => ({
        ...value.data,
        withdrawn: written.withdrawn,
      })}
      revises={value}
      submit={t('pages.training.withdraw.button')}
      done={t('pages.training.withdraw.done')}
      onSaved={onSaved}
      onCancel={onCancel}
      reload={reload}
    />
  );
}
