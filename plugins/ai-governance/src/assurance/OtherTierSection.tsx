import { TierOverride } from 'backstage-plugin-ai-governance-common';
import { TierLabel } from '../components';
import { choosing } from '../records';
import { useTexts } from '../translation';
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
  const t = useTexts();
  const { assurance, reload } = props;
  const { posture, decisions } = assurance;
  const items = decisionsOf<TierOverride>('tier-override', decisions);
  const rule = posture.tierOverride?.rule ?? posture.tier;
  const others = ['high', 'limited', 'minimal'].filter(tier => tier !== rule);
  const waits = items.some(({ standing }) => standing.state === 'requested');

  let whyNot = whyNotAsk(t, posture);
  if (waits) whyNot = t('assurance.otherTier.asked');
  if (rule === 'prohibited') {
    whyNot = t('assurance.otherTier.prohibited');
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
      title={t('assurance.otherTier.title')}
      text={t('assurance.otherTier.text')}
      empty={t('assurance.otherTier.none', { tier: <TierLabel tier={rule} /> })}
      ask={{
        id: 'ask-tier',
        title: t('assurance.otherTier.ask.title'),
        text: t('assurance.otherTier.ask.text'),
        fields: ['tier', 'expires', 'reason'],
        look: schema => choosing(schema, 'tier', others),
        start: {},
        submit: t('assurance.otherTier.ask.submit'),
        done: t('assurance.otherTier.ask.done'),
        whyNot,
      }}
      items={items}
      titleOf={({ tier }) =>
        t('assurance.otherTier.item', { tier: t(`words.tier.${tier}`) })
      }
      forms={forms}
      assurance={assurance}
      reload={reload}
    />
  );
}
