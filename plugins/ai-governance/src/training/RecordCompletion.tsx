import { useApi } from '@backstage/core-plugin-api';
import { sha256, training } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { StatementForm } from '../assurance/StatementForm';
import { formSchemaOf, partOf } from '../records';
import { useTexts } from '../translation';

const fields = [
  'course',
  'completed',
  'expires',
  'provider',
  'evidence',
  'note',
];

/** Records that somebody has completed a course. */
export function RecordCompletion(props: {
  person: { ref: string; title?: string };
  course: string;
  headingLevel?: number;
  onSaved: () => Promise<void> | void;
  onCancel: () => void;
  reload: () => Promise<void>;
}) {
  const t = useTexts();
  const { person, course, headingLevel, onSaved, onCancel, reload } = props;
  const api = useApi(aiGovernanceApiRef);
  return (
    <StatementForm
      subject={person.ref}
      append={request => api.appendToPerson(person.ref, request)}
      type={training}
      // a draft of its own for each course, whatever letters it is written in
      id={`completion-${sha256(course).slice(0, 12)}`}
      title={t('training.record.title', {
        person: person.title ?? person.ref,
        course,
      })}
      headingLevel={headingLevel}
      schema={() => partOf(formSchemaOf(training), fields)}
      start={{ course }}
      record={written => written}
      submit={t('training.record.button')}
      done={t('training.record.done')}
      onSaved={onSaved}
      onCancel={onCancel}
      reload={reload}
    />
  );
}
