import { TierOverride } from 'backstage-plugin-ai-governance-common';
import { TierLabel } from '../components';
import { choosing, inWords } from '../records';
import { DecisionSection } from './DecisionSection';
import { decisionsOf } from './kinds';
import { Assurance } from './useAssurance';
import { whyNotAsk } from './useDeciders';
import { draftedForm } from './draftedForm';
import { useOneForm } from './useOneForm';

/** Another tier than the rule gives: asked for, decided, for a time. */
export function OtherTierSection(props: {
  assurance: Assurance;
  reload: () => Promise<void>;
}) {
  const { assurance, reload } = props;
  const { posture, decisions } = assurance;
  const items = decisionsOf<TierOverride>('tier-override', decisions);
  const rule = posture.tierOverride?.rule ?? posture.tier;
  const others = ['high', 'limited', 'minimal'].filter(tier => tier !== rule);
  const waits = items.some(({ standing }) => standing.state === 'requested');

  let whyNot = whyNotAsk(posture);
  if (waits) whyNot = 'It was asked for already, and waits for a decision.';
  if (rule === 'prohibited') {
    whyNot = 'What is prohibited stays so: change the use or the policy.';
  }
  const forms = useOneForm<string>(
    () =>
      whyNot
        ? undefined
        : draftedForm(assurance.subject, 'tier-override', [
            ['ask', 'ask-tier'],
          ]),
    'other-tier',
  );
  return (
    <DecisionSection
      kind="tier-override"
      id="other-tier"
      title="Other tier"
      text="The tier follows from the profile by rule. Where the rule does not fit, somebody with the authority may decide on another one, for a time and for this profile."
      empty={
        <>
          The rule gives <TierLabel tier={rule} />, and no other tier was asked
          for.
        </>
      }
      ask={{
        id: 'ask-tier',
        title: 'Ask for another tier',
        text: 'Say what the rule does not see. It lapses when the profile changes.',
        fields: ['tier', 'expires', 'reason'],
        look: schema => choosing(schema, 'tier', others),
        start: {},
        submit: 'Ask for the other tier',
        done: 'Other tier asked for.',
        whyNot,
      }}
      items={items}
      titleOf={({ tier }) => `Tier ${inWords(tier)}`}
      forms={forms}
      assurance={assurance}
      reload={reload}
    />
  );
}
