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
        {t('entity.acceptance.title')}
      </Typography>
      {all.length === 0 && (
        <Typography>{t('entity.acceptance.none')}</Typography>
      )}
      <ul className={classes.list}>
        {all.map(item => (
          <DecisionItem
            key={item.recordId}
            kind="risk-acceptance"
            item={item}
            title={t('entity.acceptance.of', { title: scenario.title })}
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
            label={t('entity.acceptance.ask.submit')}
            of={scenario.title}
            reason={whyNotAsk(t, posture)}
            onClick={() => open('ask')}
          />
          <ActionButton
            small
            label={t('entity.acceptance.accept.label')}
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
          title={t(`entity.acceptance.${form}.title`, {
            title: scenario.title,
          })}
          text={t('entity.acceptance.text')}
          headingLevel={5}
          fields={['reason', 'expires']}
          start={{ scenario: scenario.id }}
          atOnce={form === 'accept'}
          assurance={assurance}
          submit={t(`entity.acceptance.${form}.submit`)}
          done={t(`entity.acceptance.${form}.done`)}
          reload={reload}
          close={close}
        />
      )}
    </div>
  );
}
