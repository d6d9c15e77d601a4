import { Exemption } from 'backstage-plugin-ai-governance-common';
import { notHolding } from '../components';
import { choosing } from '../records';
import { useTexts } from '../translation';
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
  const t = useTexts();
  const { assurance, reload, first } = props;
  const { subject, posture, decisions, controls } = assurance;
  const forms = useOneForm<string>(
    () =>
      !whyNotAsk(t, posture) &&
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
    whyNotAsk(t, posture) ??
    (failing.length === 0 ? t('assurance.exemptions.nothingFails') : undefined);

  return (
    <DecisionSection
      kind="exemption"
      id="exemptions"
      title={t('assurance.exemptions.title')}
      text={t('assurance.exemptions.text')}
      empty={t('assurance.exemptions.none')}
      ask={{
        id: 'ask-exemption',
        title: t('assurance.exemptions.ask.title'),
        text: t('assurance.exemptions.ask.text'),
        fields: ['control', 'expires', 'reason', 'compensating'],
        look: schema =>
          choosing(
            schema,
            'control',
            failing,
            Object.fromEntries(failing.map(id => [id, titleOf(id)])),
          ),
        start: { control: first },
        submit: t('assurance.exemptions.ask.submit'),
        done: t('assurance.exemptions.ask.done'),
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
