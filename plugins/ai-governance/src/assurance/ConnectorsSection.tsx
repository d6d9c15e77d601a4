import {
  connector,
  Connector,
  DecisionView,
} from 'backstage-plugin-ai-governance-common';
import { formSchemaOf, partOf } from '../records';
import { useTexts } from '../translation';
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
  const t = useTexts();
  const { assurance, reload, first } = props;
  const whyNot = whyNotAsk(t, assurance.posture);
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
      empty={t('assurance.connectors.none')}
      ask={{
        id: 'ask-connector',
        title: t('assurance.connectors.ask.title'),
        text: t('assurance.connectors.ask.text'),
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
        submit: t('assurance.connectors.ask.submit'),
        done: t('assurance.connectors.ask.done'),
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
  const t = useTexts();
  const { item, assurance, open, close, reload } = props;
  const name = item.data!.name;
  if (!open) {
    return (
      <Actions hidden={props.hidden}>
        <ActionButton
          small
          label={t('assurance.connectors.report.open')}
          of={name}
          reason={whyNotAsk(t, assurance.posture)}
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
      title={t('assurance.connectors.report.title', { name })}
      headingLevel={4}
      text={t('assurance.connectors.report.text')}
      schema={() => partOf(formSchemaOf(connector), ['status', 'reach'])}
      start={{ ...item.data! }}
      record={written => written}
      revises={item}
      submit={t('assurance.connectors.report.submit')}
      done={t('assurance.connectors.report.done')}
      onSaved={async () => {
        await reload();
        close();
      }}
      onCancel={close}
      reload={reload}
    />
  );
}
