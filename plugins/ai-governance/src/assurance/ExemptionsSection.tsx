import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Exemption } from 'backstage-plugin-ai-governance-common';
import { notHolding } from '../components';
import { choosing } from '../records';
import { ActionButton } from './ActionButton';
import { AskDecision } from './AskDecision';
import { DecisionItem } from './DecisionItem';
import { decisionsOf } from './kinds';
import { Actions, Section } from './Section';
import { Assurance } from './useAssurance';
import { whyNotAsk } from './useDeciders';
import { useOneForm } from './useOneForm';

const useStyles = makeStyles({ list: { margin: 0, padding: 0 } });

/** Waivers of single controls: asked for, granted for a time, never a pass. */
export function ExemptionsSection(props: {
  assurance: Assurance;
  reload: () => Promise<void>;
  /** The control that an exemption is asked from as soon as the section is there. */
  first?: string;
}) {
  const classes = useStyles();
  const { assurance, reload, first } = props;
  const { posture, decisions, controls } = assurance;
  const { form, open, close } = useOneForm<'ask'>(
    first === undefined || whyNotAsk(posture) ? undefined : 'ask',
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
    <Section
      id="exemptions"
      title="Exemptions"
      text="One control waived for a time, with what is done instead. It is counted by itself and never as a pass."
    >
      {items.length === 0 && (
        <Typography>
          No exemption was asked for. Mend what fails where you can; ask for an
          exemption where it cannot be mended in time.
        </Typography>
      )}
      <Actions hidden={form !== undefined}>
        <ActionButton
          label="Ask for an exemption"
          reason={whyNot}
          onClick={() => open('ask')}
        />
      </Actions>
      {form === 'ask' && (
        <AskDecision
          kind="exemption"
          id="ask-exemption"
          title="Ask for an exemption"
          text="Say why the control cannot hold for now, and what keeps the risk bounded meanwhile."
          fields={['control', 'expires', 'reason', 'compensating']}
          look={schema =>
            choosing(
              schema,
              'control',
              failing,
              Object.fromEntries(failing.map(id => [id, titleOf(id)])),
            )
          }
          start={{ control: first }}
          assurance={assurance}
          submit="Ask for the exemption"
          done="Exemption asked for."
          reload={reload}
          close={close}
        />
      )}
      <ul className={classes.list}>
        {items.map(item => (
          <DecisionItem
            key={item.recordId}
            kind="exemption"
            item={item}
            title={item.data ? titleOf(item.data.control) : 'Erased'}
            assurance={assurance}
            reload={reload}
          />
        ))}
      </ul>
    </Section>
  );
}
