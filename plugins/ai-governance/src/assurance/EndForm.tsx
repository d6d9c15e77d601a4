import {
  DecisionKind,
  DecisionView,
} from 'backstage-plugin-ai-governance-common';
import { formSchemaOf, partOf } from '../records';
import { decisionTypes } from './kinds';
import { StatementForm } from './StatementForm';

const words = {
  request: {
    title: 'Withdraw the request',
    text: 'Nobody has decided on it. It stays in the history as withdrawn; you can ask again.',
    submit: 'Withdraw',
    done: 'Request withdrawn.',
  },
  suspended: {
    title: 'Suspend the approval',
    text: 'It holds no longer, from now. It takes a new approval for the system to be approved again.',
    submit: 'Suspend',
    done: 'Approval suspended.',
  },
  withdrawn: {
    title: 'End it now',
    text: 'It holds no longer, from now, and stays in the history.',
    submit: 'End it',
    done: 'Ended.',
  },
};

/** Ends what was asked for or decided. */
export function EndForm(props: {
  subject: string;
  kind: DecisionKind;
  item: DecisionView<any>;
  how: keyof typeof words;
  headingLevel?: number;
  onDone: () => void;
  onCancel: () => void;
  reload: () => Promise<void>;
}) {
  const { kind, item, how, reload } = props;
  const type = decisionTypes[kind];
  const { title, text, submit, done } = words[how];
  return (
    <StatementForm
      subject={props.subject}
      type={type}
      id={`end-${item.recordId}`}
      title={title}
      headingLevel={props.headingLevel}
      text={text}
      // why is kept of what had been decided
      schema={() =>
        partOf(formSchemaOf(type), how === 'request' ? [] : ['note'])
      }
      start={{ ...item.data, ...(how !== 'request' && { note: undefined }) }}
      record={written => ({
        ...written,
        decision: how === 'request' ? 'withdrawn' : how,
      })}
      revises={item}
      submit={submit}
      done={done}
      onSaved={async () => {
        await reload();
        props.onDone();
      }}
      onCancel={props.onCancel}
      reload={reload}
    />
  );
}
