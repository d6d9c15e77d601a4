import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  RiskAcceptance,
  RiskScenario,
} from 'backstage-plugin-ai-governance-common';
import {
  ActionButton,
  Actions,
  AskDecision,
  Assurance,
  DecisionItem,
  decisionsOf,
  draftedForm,
  useDeciders,
  useOneForm,
  whyNotAsk,
  whyNotDecide,
} from '../../assurance';
import { useTexts } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    borderTop: `1px solid ${theme.palette.divider}`,
    marginTop: theme.spacing(2),
    paddingTop: theme.spacing(2),
  },
  heading: { outline: 'none' },
  list: { margin: 0, padding: 0 },
}));

export type RiskAssurance = Pick<
  Assurance,
  'subject' | 'posture' | 'decisions' | 'policy'
>;

/** Whether a risk above the tolerance is accepted: how that stands, and the way to ask for it or to decide. */
export function ScenarioAcceptance(props: {
  scenario: RiskScenario;
  assurance: RiskAssurance;
  reload: () => Promise<void>;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { scenario, assurance, reload } = props;
  const { subject, posture, decisions } = assurance;
  const heading = `acceptance-${scenario.id}`;
  const all = decisionsOf<RiskAcceptance>('risk-acceptance', decisions).filter(
    ({ data }) => data?.scenario === scenario.id,
  );
  const runs = all.some(({ standing }) =>
    ['valid', 'requested'].includes(standing.state),
  );
  const { form, open, close } = useOneForm<'ask' | 'accept'>(
    () =>
      draftedForm(subject, 'risk-acceptance', [
        !runs && !whyNotAsk(t, posture) && ['ask', `ask-${scenario.id}`],
        !runs && posture.may.decide && ['accept', `accept-${scenario.id}`],
      ]),
    heading,
  );
  const deciders = useDeciders(
    subject,
    { kind: 'risk-acceptance', scenario: scenario.id },
    decisions.stateHash,
  );
  return (
    <div className={classes.root}>
      <Typography
        variant="subtitle2"
        component="h4"
        id={heading}
        tabIndex={-1}
        className={classes.heading}
      >
        Acceptance
      </Typography>
      {all.length === 0 && (
        <Typography>
          Nobody has accepted this risk. Bring it down by a treatment, or ask
          somebody with the authority to take it for a time.
        </Typography>
      )}
      <ul className={classes.list}>
        {all.map(item => (
          <DecisionItem
            key={item.recordId}
            kind="risk-acceptance"
            item={item}
            title={`Acceptance of ${scenario.title}`}
            headingLevel={5}
            assurance={assurance}
            reload={reload}
          />
        ))}
      </ul>
      {!runs && (
        <Actions hidden={form !== undefined}>
          <ActionButton
            small
            label="Ask to accept"
            of={scenario.title}
            reason={whyNotAsk(t, posture)}
            onClick={() => open('ask')}
          />
          <ActionButton
            small
            label="Accept"
            of={scenario.title}
            reason={whyNotDecide(t, posture, deciders.value?.you)}
            onClick={() => open('accept')}
          />
        </Actions>
      )}
      {form && (
        <AskDecision
          key={form}
          kind="risk-acceptance"
          id={`${form}-${scenario.id}`}
          title={
            form === 'ask'
              ? `Ask to accept: ${scenario.title}`
              : `Accept: ${scenario.title}`
          }
          text="It is accepted as it is assessed now, and lapses when the scenario, the profile or a material change comes after."
          headingLevel={5}
          fields={['reason', 'expires']}
          start={{ scenario: scenario.id }}
          atOnce={form === 'accept'}
          assurance={assurance}
          submit={form === 'ask' ? 'Ask to accept' : 'Accept the risk'}
          done={form === 'ask' ? 'Acceptance asked for.' : 'Risk accepted.'}
          reload={reload}
          close={close}
        />
      )}
    </div>
  );
}
