import { Exemption } from 'backstage-plugin-ai-governance-common';
import { notHolding } from '../components';
import { choosing } from '../records';
import { DecisionSection } from './DecisionSection';
import { decisionsOf } from './kinds';
import { Assurance } from './useAssurance';
import { whyNotAsk } from './useDeciders';
import { draftedForm } from './draftedForm';
import { useOneForm } from './useOneForm';

/** Waivers of single controls: asked for, granted for a time, never a pass. */
export function ExemptionsSection(props: {
  assurance: Assurance;
  reload: () => Promise<void>;
  /** The control that an exemption is asked from as soon as the section is there. */
  first?: string;
}) {
  const { assurance, reload, first } = props;
  const { subject, posture, decisions, controls } = assurance;
  const forms = useOneForm<string>(
    () =>
      !whyNotAsk(posture) &&
      (first !== undefined ||
        draftedForm(subject, 'exemption', [['ask', 'ask-exemption']]))
        ? 'ask'
        : undefined,
    'exemptions',
  );
  const items = decisionsOf<Exemption>('exemption', decisions);
  const titleOf = (id: string) => {
    const control = controls.find(c => c.id === id);
    return control ? `${control.title} (${id})` : id;
  };
  const running = items
    .filter(({ standing }) => ['valid', 'requested'].includes(standing.state))
    .map(({ data }) => data?.control);
  const failing = posture.results
    .filter(
      ({ state, controlId }) =>
        (notHolding.includes(state) && !running.includes(controlId)) ||
        controlId === first,
    )
    .map(({ controlId }) => controlId);
  const whyNot =
    whyNotAsk(posture) ??
    (failing.length === 0 ? 'No control fails that is not exempt.' : undefined);

  return (
    <DecisionSection
      kind="exemption"
      id="exemptions"
      title="Exemptions"
      text="One control waived for a time, with what is done instead. It is counted by itself and never as a pass."
      empty="No exemption was asked for. Mend what fails where you can; ask for an exemption where it cannot be mended in time."
      ask={{
        id: 'ask-exemption',
        title: 'Ask for an exemption',
        text: 'Say why the control cannot hold for now, and what keeps the risk bounded meanwhile.',
        fields: ['control', 'expires', 'reason', 'compensating'],
        look: schema =>
          choosing(
            schema,
            'control',
            failing,
            Object.fromEntries(failing.map(id => [id, titleOf(id)])),
          ),
        start: { control: first },
        submit: 'Ask for the exemption',
        done: 'Exemption asked for.',
        whyNot,
      }}
      items={items}
      titleOf={({ control }) => titleOf(control)}
      forms={forms}
      assurance={assurance}
      reload={reload}
    />
  );
}
