import { useEffect, useRef, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  Approval,
  approval,
  DecisionView,
} from 'backstage-plugin-ai-governance-common';
import { Markdown, ProblemPanel, Sentence, StandingLabel } from '../components';
import { formSchemaOf, inWords, partOf } from '../records';
import { useTexts } from '../translation';
import { ActionButton } from './ActionButton';
import { Conditions } from './Conditions';
import { DecideForm } from './DecideForm';
import { DecisionSteps } from './DecisionSteps';
import { EndForm } from './EndForm';
import { approvalsNow, decisionsOf, nextGate } from './kinds';
import { Review } from './Review';
import { Actions, PartHeading, Section } from './Section';
import { StatementForm } from './StatementForm';
import { Assurance } from './useAssurance';
import {
  useDeciders,
  whyNotAsk,
  whyNotDecide,
  whyNotEnd,
  whyNotWithdraw,
} from './useDeciders';
import { useMe } from './useMe';
import { draftedForm } from './draftedForm';
import { useOneForm } from './useOneForm';
import { WhoDecides } from './WhoDecides';

const useStyles = makeStyles(theme => ({
  standing: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    marginTop: theme.spacing(1),
  },
  word: { fontWeight: 600 },
  note: {
    ...theme.typography.body1,
    paddingLeft: theme.spacing(2),
    borderLeft: `4px solid ${theme.palette.divider}`,
    margin: theme.spacing(1, 0),
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    padding: theme.spacing(1, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
}));

export type ApprovalForm = 'ask' | 'decide' | 'withdraw' | 'suspend';

/** Whether the subject may be used as it stands: how that was decided, what changed since, and the next step. */
export function ApprovalSection(props: {
  assurance: Assurance;
  reload: () => Promise<void>;
  first?: ApprovalForm;
  /** Whether the reader came to see how it stands. */
  cameFor?: boolean;
}) {
  const t = useTexts();
  const { assurance, reload, first } = props;
  const { subject, posture, decisions } = assurance;
  const { request, latest, approved } = approvalsNow(decisions);
  const deciders = useDeciders(
    subject,
    { kind: 'approval', request: request?.recordId },
    `${decisions.stateHash} ${request?.revision}`,
  );
  // what the address asks for, or what was typed before a reload
  const [opened] = useState(
    () =>
      first ??
      draftedForm<ApprovalForm>(subject, approval.type, [
        !request && posture.may.request && ['ask', 'ask-approval'],
        posture.may.decide && [
          'decide',
          `decide-${request?.recordId ?? 'approval'}`,
        ],
        latest?.standing.state === 'valid' &&
          posture.may.decide && ['suspend', `end-${latest.recordId}`],
      ]),
  );
  const { form, open, close } = useOneForm<ApprovalForm>(
    opened === 'decide' ? undefined : opened,
    'approval',
  );
  // somebody came to decide: opened once it is known that they may
  const wantsToDecide = useRef(opened === 'decide');
  const you = deciders.value?.you;
  useEffect(() => {
    if (!wantsToDecide.current || !you) return;
    wantsToDecide.current = false;
    if (you.may) open('decide');
  });
  const past = decisionsOf<Approval>('approval', decisions);
  const valid = latest?.standing.state === 'valid';
  const again =
    latest !== undefined &&
    ['lapsed', 'expired', 'suspended'].includes(latest.standing.state);
  const me = useMe();
  const review = <Review decisions={decisions} approved={approved} />;
  const whyNotAskNow = request
    ? t('assurance.decisions.whyNot.asked')
    : whyNotAsk(t, posture);

  return (
    <Section
      id="approval"
      title={t('assurance.approval.title')}
      cameFor={props.cameFor}
      text={t('assurance.approval.text')}
    >
      {past.length === 0 && (
        <Typography>{t('assurance.approval.none')}</Typography>
      )}
      {request && <Now item={request} />}
      {latest && <Now item={latest} />}
      <Actions hidden={form !== undefined}>
        <ActionButton
          label={t('assurance.approval.ask.title')}
          main={!request && !valid}
          reason={whyNotAskNow}
          onClick={() => open('ask')}
        />
        <ActionButton
          label={t(
            again && !request
              ? 'assurance.approval.again'
              : 'assurance.decisions.decide',
          )}
          main={request !== undefined}
          reason={whyNotDecide(t, posture, you)}
          onClick={() => open('decide')}
        />
        {valid && (
          <ActionButton
            label={t('assurance.approval.suspend')}
            reason={whyNotEnd(t, posture, deciders.value, me)}
            onClick={() => open('suspend')}
          />
        )}
        {request && (
          <ActionButton
            label={t('assurance.decisions.withdraw')}
            reason={whyNotWithdraw(t, posture)}
            onClick={() => open('withdraw')}
          />
        )}
      </Actions>
      {form === 'ask' && (
        <AskForm assurance={assurance} reload={reload} close={close} />
      )}
      {form === 'decide' && (
        <DecideForm
          kind="approval"
          title={t('assurance.approval.decide')}
          request={request}
          assurance={assurance}
          onDone={close}
          onCancel={close}
          reload={reload}
        >
          {review}
        </DecideForm>
      )}
      {((form === 'withdraw' && request) || (form === 'suspend' && latest)) && (
        <EndForm
          subject={subject}
          kind="approval"
          item={(form === 'withdraw' ? request : latest)!}
          how={form === 'withdraw' ? 'request' : 'suspended'}
          onDone={close}
          onCancel={close}
          reload={reload}
        />
      )}
      {latest && (
        <Conditions
          key={latest.recordId}
          subject={subject}
          posture={posture}
          item={latest}
          reload={reload}
        />
      )}
      {form !== 'decide' && past.length > 0 && review}
      <PartHeading>{t('assurance.decisions.deciders.title')}</PartHeading>
      {deciders.error && (
        <ProblemPanel error={deciders.error} retry={deciders.reload} />
      )}
      {deciders.value && <WhoDecides deciders={deciders.value} />}
      {past.length > 0 && <Past items={past} />}
    </Section>
  );
}

function Now({ item }: { item: DecisionView<Approval> }) {
  const t = useTexts();
  const classes = useStyles();
  const { data, standing } = item;
  return (
    <div>
      <div className={classes.standing}>
        <span className={classes.word}>
          <StandingLabel state={standing.state} />
        </span>
        <Typography component="span">
          {data
            ? t('assurance.approval.gate', { gate: inWords(data.gate) })
            : t('assurance.approval.gateErased')}
        </Typography>
      </div>
      <Typography>
        <Sentence text={standing.reason} />
      </Typography>
      {data?.note && (
        <div className={classes.note}>
          <Markdown text={data.note} />
        </div>
      )}
    </div>
  );
}

function AskForm(props: {
  assurance: Assurance;
  reload: () => Promise<void>;
  close: () => void;
}) {
  const t = useTexts();
  const { assurance, reload, close } = props;
  const { subject, posture, decisions, policy } = assurance;
  return (
    <StatementForm
      subject={subject}
      type={approval}
      id="ask-approval"
      title={t('assurance.approval.ask.title')}
      text={t('assurance.approval.ask.text')}
      schema={() => partOf(formSchemaOf(approval), ['gate', 'note'])}
      start={{
        gate: nextGate(
          decisions,
          posture.profile.lifecycle,
          policy?.inProduction,
        ),
      }}
      record={written => ({ ...written, decision: 'requested' })}
      submit={t('assurance.approval.ask.title')}
      done={t('assurance.approval.ask.done')}
      onSaved={async () => {
        await reload();
        close();
      }}
      onCancel={close}
      reload={reload}
    />
  );
}

function Past({ items }: { items: DecisionView<Approval>[] }) {
  const t = useTexts();
  const classes = useStyles();
  return (
    <>
      <PartHeading>{t('assurance.approval.history')}</PartHeading>
      <ul className={classes.list}>
        {items.map(item => {
          const gate = item.data
            ? inWords(item.data.gate)
            : t('assurance.decisions.erased');
          const day = item.recordedAt.slice(0, 10);
          return (
            <li key={item.recordId} className={classes.item}>
              <Typography component="div">
                {gate}: <StandingLabel state={item.standing.state} />
              </Typography>
              <Typography variant="body2" color="textSecondary">
                <Sentence text={item.standing.reason} />
              </Typography>
              <DecisionSteps
                recordId={item.recordId}
                revision={item.revision}
                of={t('assurance.approval.ofDay', { gate, day })}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}
