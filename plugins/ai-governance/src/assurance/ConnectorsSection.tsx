import {
  connector,
  Connector,
  DecisionView,
} from 'backstage-plugin-ai-governance-common';
import { formSchemaOf, partOf } from '../records';
import { ActionButton } from './ActionButton';
import { DecisionSection } from './DecisionSection';
import { decisionsOf } from './kinds';
import { Actions } from './Section';
import { StatementForm } from './StatementForm';
import { Assurance } from './useAssurance';
import { whyNotAsk } from './useDeciders';
import { draftedForm } from './draftedForm';
import { useOneForm } from './useOneForm';

/** What the system is connected to: each approved for a time and for what it reaches, and reported as it changes. */
export function ConnectorsSection(props: {
  assurance: Assurance;
  reload: () => Promise<void>;
  /** Whether a new one is asked for, or the section looked at, as soon as it is there. */
  first?: 'write' | 'see';
}) {
  const { assurance, reload, first } = props;
  const whyNot = whyNotAsk(assurance.posture);
  const items = decisionsOf<Connector>('connector', assurance.decisions);
  const forms = useOneForm<string>(
    () =>
      whyNot
        ? undefined
        : (first === 'write' ? 'ask' : undefined) ??
          draftedForm(assurance.subject, connector.type, [
            ['ask', 'ask-connector'],
            ...items.map(
              ({ recordId, data, standing }) =>
                data !== null &&
                standing.state !== 'requested' &&
                ([recordId, `report-${recordId}`] as const),
            ),
          ]),
    'connector',
  );
  const { form, open, close } = forms;
  return (
    <DecisionSection
      kind="connector"
      id="connector"
      title={connector.plural}
      text={connector.description}
      cameFor={first !== undefined && form === undefined}
      empty="No connector is known. Ask for approval of each before it is used."
      ask={{
        id: 'ask-connector',
        title: 'Ask for approval of a connector',
        text: 'Say what it is for, which data it reaches and with which rights.',
        fields: [
          'name',
          'kind',
          'target',
          'reach',
          'status',
          'reason',
          'expires',
        ],
        start: { status: 'planned' },
        submit: 'Ask for the connector',
        done: 'Approval of the connector asked for.',
        whyNot,
      }}
      items={items}
      titleOf={({ name }) => name}
      more={item =>
        item.standing.state !== 'requested' && (
          <Report
            item={item}
            assurance={assurance}
            hidden={form !== undefined && form !== item.recordId}
            open={form === item.recordId}
            onOpen={() => open(item.recordId)}
            close={close}
            reload={reload}
          />
        )
      }
      forms={forms}
      assurance={assurance}
      reload={reload}
    />
  );
}

/** What it reaches now, and whether it is connected: reported by its owners, whatever was decided. */
function Report(props: {
  item: DecisionView<Connector>;
  assurance: Assurance;
  hidden: boolean;
  open: boolean;
  onOpen: () => void;
  close: () => void;
  reload: () => Promise<void>;
}) {
  const { item, assurance, open, close, reload } = props;
  const name = item.data!.name;
  if (!open) {
    return (
      <Actions hidden={props.hidden}>
        <ActionButton
          small
          label="Report what it is now"
          of={name}
          reason={whyNotAsk(assurance.posture)}
          onClick={props.onOpen}
        />
      </Actions>
    );
  }
  return (
    <StatementForm
      subject={assurance.subject}
      type={connector}
      id={`report-${item.recordId}`}
      title={`Report: ${name}`}
      headingLevel={4}
      text="Whether it is connected, and what it reaches now. What was approved stays as it was."
      schema={() => partOf(formSchemaOf(connector), ['status', 'reach'])}
      start={{ ...item.data! }}
      record={written => written}
      revises={item}
      submit="Report it"
      done="Connector reported."
      onSaved={async () => {
        await reload();
        close();
      }}
      onCancel={close}
      reload={reload}
    />
  );
}
