import {
  DecisionKind,
  SubjectDecisions,
} from 'backstage-plugin-ai-governance-common';
import { FieldSchema, formSchemaOf, partOf } from '../records';
import { decisionTypes, longestExpiry } from './kinds';
import { StatementForm } from './StatementForm';
import { Assurance } from './useAssurance';

/** Asks for an exemption, an acceptance or another tier; or decides on it at once, on what is on the screen. */
export function AskDecision(props: {
  kind: Exclude<DecisionKind, 'approval'>;
  id: string;
  title: string;
  text: string;
  headingLevel?: number;
  fields: readonly string[];
  /** What the fields are picked from, where they are. */
  look?: (schema: FieldSchema) => FieldSchema;
  start: Record<string, unknown>;
  assurance: Pick<Assurance, 'subject' | 'policy'> & {
    decisions: SubjectDecisions;
  };
  atOnce?: boolean;
  submit: string;
  done: string;
  reload: () => Promise<void>;
  close: () => void;
}) {
  const { kind, fields, look = s => s, assurance, reload, close } = props;
  const { atOnce = false } = props;
  const { subject, policy, decisions } = assurance;
  const type = decisionTypes[kind];
  return (
    <StatementForm
      subject={subject}
      type={type}
      id={props.id}
      title={props.title}
      headingLevel={props.headingLevel}
      text={props.text}
      schema={() => look(partOf(formSchemaOf(type), fields))}
      start={{
        expires: longestExpiry(kind, policy, decisions.tier),
        ...props.start,
      }}
      record={written => ({
        ...written,
        decision: atOnce ? 'approved' : 'requested',
      })}
      stateHash={atOnce ? decisions.stateHash : undefined}
      submit={props.submit}
      done={props.done}
      onSaved={async () => {
        await reload();
        close();
      }}
      onCancel={close}
      reload={reload}
    />
  );
}
