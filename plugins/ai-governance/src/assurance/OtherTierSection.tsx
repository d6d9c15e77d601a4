import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { TierOverride } from 'backstage-plugin-ai-governance-common';
import { TierLabel } from '../components';
import { choosing, inWords } from '../records';
import { ActionButton } from './ActionButton';
import { AskDecision } from './AskDecision';
import { DecisionItem } from './DecisionItem';
import { decisionsOf } from './kinds';
import { Actions, Section } from './Section';
import { Assurance } from './useAssurance';
import { whyNotAsk } from './useDeciders';
import { useOneForm } from './useOneForm';

const useStyles = makeStyles({ list: { margin: 0, padding: 0 } });

/** Another tier than the rule gives: asked for, decided, for a time. */
export function OtherTierSection(props: {
  assurance: Assurance;
  reload: () => Promise<void>;
}) {
  const classes = useStyles();
  const { assurance, reload } = props;
  const { posture, decisions } = assurance;
  const { form, open, close } = useOneForm<'ask'>(undefined, 'other-tier');
  const items = decisionsOf<TierOverride>('tier-override', decisions);
  const rule = posture.tierOverride?.rule ?? posture.tier;
  const others = ['high', 'limited', 'minimal'].filter(tier => tier !== rule);
  const waits = items.some(({ standing }) => standing.state === 'requested');

  let whyNot = whyNotAsk(posture);
  if (waits) whyNot = 'It was asked for already, and waits for a decision.';
  if (rule === 'prohibited') {
    whyNot = 'What is prohibited stays so: change the use or the policy.';
  }
  return (
    <Section
      id="other-tier"
      title="Other tier"
      text="The tier follows from the profile by rule. Where the rule does not fit, somebody with the authority may decide on another one, for a time and for this profile."
    >
      {items.length === 0 && (
        <Typography>
          The rule gives <TierLabel tier={rule} />, and no other tier was asked
          for.
        </Typography>
      )}
      <Actions hidden={form !== undefined}>
        <ActionButton
          label="Ask for another tier"
          reason={whyNot}
          onClick={() => open('ask')}
        />
      </Actions>
      {form === 'ask' && (
        <AskDecision
          kind="tier-override"
          id="ask-tier"
          title="Ask for another tier"
          text="Say what the rule does not see. It lapses when the profile changes."
          fields={['tier', 'expires', 'reason']}
          look={schema => choosing(schema, 'tier', others)}
          start={{}}
          assurance={assurance}
          submit="Ask for the other tier"
          done="Other tier asked for."
          reload={reload}
          close={close}
        />
      )}
      <ul className={classes.list}>
        {items.map(item => (
          <DecisionItem
            key={item.recordId}
            kind="tier-override"
            item={item}
            title={item.data ? `Tier ${inWords(item.data.tier)}` : 'Erased'}
            assurance={assurance}
            reload={reload}
          />
        ))}
      </ul>
    </Section>
  );
}
