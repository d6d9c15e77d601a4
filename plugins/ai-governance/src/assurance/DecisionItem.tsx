import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  DecisionKind,
  DecisionView,
} from 'backstage-plugin-ai-governance-common';
import { Sentence, StandingLabel } from '../components';
import { FieldFacts, fieldsOf, formSchemaOf } from '../records';
import { useTexts } from '../translation';
import { ActionButton } from './ActionButton';
import { DecideForm } from './DecideForm';
import { DecisionSteps } from './DecisionSteps';
import { EndForm } from './EndForm';
import { decisionTypes } from './kinds';
import { Actions } from './Section';
import { Assurance } from './useAssurance';
import {
  useDeciders,
  whyNotDecide,
  whyNotEnd,
  whyNotWithdraw,
} from './useDeciders';
import { useMe } from './useMe';
import { draftedForm } from './draftedForm';
import { useOneForm } from './useOneForm';
import { WhoDecides } from './WhoDecides';

const useStyles = makeStyles(theme => ({
  root: {
    listStyle: 'none',
    padding: theme.spacing(2, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    outline: 'none',
  },
}));

export interface DecisionItemProps {
  kind: Exclude<DecisionKind, 'approval'>;
  item: DecisionView<any>;
  title: string;
  headingLevel?: number;
  /** Other steps, before those of the past. */
  more?: ReactNode;
  assurance: Pick<Assurance, 'subject' | 'posture' | 'decisions' | 'policy'>;
  reload: () => Promise<void>;
}

/** A waiver, an acceptance or another tier: how it stands, what was said, and the next step. */
export function DecisionItem(props: DecisionItemProps) {
  const t = useTexts();
  const classes = useStyles();
  const { kind, item, title, headingLevel = 3, assurance, reload } = props;
  const { subject, posture } = assurance;
  const { state } = item.standing;
  const heading = `decision-${item.recordId}`;
  const { form, open, close } = useOneForm<'decide' | 'withdraw' | 'end'>(
    () =>
      draftedForm(subject, kind, [
        state === 'requested' &&
          posture.may.decide && ['decide', `decide-${item.recordId}`],
        state === 'valid' &&
          posture.may.decide && ['end', `end-${item.recordId}`],
      ]),
    heading,
  );
  const fields = fieldsOf(formSchemaOf(decisionTypes[kind])).filter(
    ({ key }) =>
      !['decision', 'control', 'scenario', 'tier', 'name'].includes(key),
  );
  let forms: ReactNode;
  if (form === 'decide') {
    forms = (
      <DecideForm
        kind={kind}
        title={t('assurance.decisions.decideOn', { title })}
        headingLevel={headingLevel + 1}
        request={item}
        assurance={assurance}
        onDone={close}
        onCancel={close}
        reload={reload}
      />
    );
  } else if (form) {
    forms = (
      <EndForm
        subject={subject}
        kind={kind}
        item={item}
        how={form === 'end' ? 'withdrawn' : 'request'}
        headingLevel={headingLevel + 1}
        onDone={close}
        onCancel={close}
        reload={reload}
      />
    );
  }
  return (
    <li className={classes.root}>
      <div className={classes.head}>
        <Typography
          variant="subtitle1"
          component={`h${headingLevel}` as 'h3'}
          id={heading}
          tabIndex={-1}
          style={{ outline: 'none' }}
        >
          {title}
        </Typography>
        <StandingLabel state={state} />
      </div>
      <Typography paragraph>
        <Sentence text={item.standing.reason} />
      </Typography>
      <FieldFacts fields={fields} data={item.data} />
      {state === 'requested' && (
        <Requested
          {...props}
          hidden={form !== undefined}
          onDecide={() => open('decide')}
          onWithdraw={() => open('withdraw')}
        />
      )}
      {state === 'valid' && (
        <Running
          {...props}
          hidden={form !== undefined}
          onEnd={() => open('end')}
        />
      )}
      {forms}
      {props.more}
      <DecisionSteps
        recordId={item.recordId}
        revision={item.revision}
        of={title}
      />
    </li>
  );
}

/** The button that ends what holds. */
function Running(
  props: DecisionItemProps & { hidden: boolean; onEnd: () => void },
) {
  const t = useTexts();
  const { kind, item, title, assurance, hidden, onEnd } = props;
  const me = useMe();
  const { value } = useDeciders(
    assurance.subject,
    { kind, scenario: item.data?.scenario },
    `${assurance.decisions.stateHash} ${item.revision}`,
  );
  return (
    <Actions hidden={hidden}>
      <ActionButton
        small
        label={t('assurance.decisions.endNow')}
        of={title}
        reason={whyNotEnd(t, assurance.posture, value, me)}
        onClick={onEnd}
      />
    </Actions>
  );
}

/** Who may decide on a request, and the buttons for it. */
function Requested(
  props: DecisionItemProps & {
    hidden: boolean;
    onDecide: () => void;
    onWithdraw: () => void;
  },
) {
  const t = useTexts();
  const { kind, item, title, assurance, hidden } = props;
  const { subject, posture } = assurance;
  const { value } = useDeciders(
    subject,
    { kind, request: item.recordId, scenario: item.data?.scenario },
    `${assurance.decisions.stateHash} ${item.revision}`,
  );
  return (
    <>
      <Actions hidden={hidden}>
        <ActionButton
          small
          main
          label={t('assurance.decisions.decide')}
          of={title}
          reason={whyNotDecide(t, posture, value?.you)}
          onClick={props.onDecide}
        />
        <ActionButton
          small
          label={t('assurance.decisions.withdraw')}
          of={title}
          reason={whyNotWithdraw(t, posture)}
          onClick={props.onWithdraw}
        />
      </Actions>
      {value && <WhoDecides deciders={value} />}
    </>
  );
}
