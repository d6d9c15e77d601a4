import {
  DecisionKind,
  DecisionView,
} from 'backstage-plugin-ai-governance-common';
import { formSchemaOf, partOf } from '../records';
import { useTexts } from '../translation';
import { decisionTypes } from './kinds';
import { StatementForm } from './StatementForm';

/** Ends what was asked for or decided. */
export function EndForm(props: {
  subject: string;
  kind: DecisionKind;
  item: DecisionView<any>;
  how: 'request' | 'suspended' | 'withdrawn';
  headingLevel?: number;
  onDone: () => void;
  onCancel: () => void;
  reload: () => Promise<void>;
}) {
  const t = useTexts();
  const { kind, item, how, reload } = props;
  const type = decisionTypes[kind];

  return (
    <StatementForm
      subject={props.subject}
      type={type}
      id={`end-${item.recordId}`}
      title={t(`assurance.decisions.end.${how}.title`)}
      headingLevel={props.headingLevel}
      text={t(`assurance.decisions.end.${how}.text`)}
      // why is kept of what had been decided
      schema={() =>
        partOf(formSchemaOf(type), how === 'request' ? [] : ['note'])
      }
      start={{ ...item.data, ...(how !== 'request' && { note: undefined }) }}
      // whatever somebody reported of it since the form was opened stays
      record={({ note }) => ({
        ...item.data,
        ...(how !== 'request' && { note }),
        decision: how === 'request' ? 'withdrawn' : how,
      })}
      revises={item}
      submit={t(`assurance.decisions.end.${how}.submit`)}
      done={t(`assurance.decisions.end.${how}.done`)}
      onSaved={async () => {
        await reload();
        props.onDone();
      }}
      onCancel={props.onCancel}
      reload={reload}
    />
  );
}
