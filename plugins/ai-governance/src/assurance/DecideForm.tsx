import { ReactNode } from 'react';
import {
  DecisionKind,
  DecisionView,
} from 'backstage-plugin-ai-governance-common';
import { choosing, FieldSchema, formSchemaOf, partOf } from '../records';
import { Texts, useTexts } from '../translation';
import { decisionTypes, longestExpiry, nextGate } from './kinds';
import { StatementForm } from './StatementForm';
import { Assurance } from './useAssurance';

const choices = ['approved', 'approved-with-conditions', 'rejected'] as const;

/** What is filled in to decide: conditions only with that decision, an end only of what is approved. */
function fieldsFor(
  t: Texts,
  kind: DecisionKind,
  isNew: boolean,
  decision: unknown,
): FieldSchema {
  const schema = formSchemaOf(decisionTypes[kind]);
  const conditions = decision === 'approved-with-conditions';
  const fields = partOf(schema, [
    ...(isNew ? ['gate'] : []),
    'decision',
    ...(conditions ? ['conditions.text', 'conditions.due'] : []),
    'note',
    ...(decision === 'rejected' ? [] : ['expires']),
    // what was looked at counts from the approval on: no other decision says so
    ...(kind === 'approval' && decision !== 'rejected' ? ['evidence'] : []),
  ]);
  const possible = choices.filter(
    c => kind === 'approval' || c !== 'approved-with-conditions',
  );
  return choosing(
    fields,
    'decision',
    possible,
    Object.fromEntries(
      possible.map(choice => [
        choice,
        t(`assurance.decisions.choice.${choice}`),
      ]),
    ),
  );
}

/** Decides what was asked for, or at once; on what is on the screen. */
export function DecideForm(props: {
  kind: DecisionKind;
  title: string;
  /** What was asked for; absent: it is decided without. */
  request?: DecisionView<any>;
  assurance: Pick<Assurance, 'subject' | 'posture' | 'decisions' | 'policy'>;
  headingLevel?: number;
  onDone: () => void;
  onCancel: () => void;
  reload: () => Promise<void>;
  children?: ReactNode;
}) {
  const t = useTexts();
  const { kind, request, assurance, reload } = props;
  const { subject, posture, decisions, policy } = assurance;
  return (
    <StatementForm
      subject={subject}
      type={decisionTypes[kind]}
      id={`decide-${request?.recordId ?? kind}`}
      title={props.title}
      headingLevel={props.headingLevel}
      schema={({ decision }) => fieldsFor(t, kind, !request, decision)}
      start={{
        gate:
          kind === 'approval'
            ? nextGate(
                decisions,
                posture.profile.lifecycle,
                policy?.inProduction,
              )
            : undefined,
        ...request?.data,
        decision: undefined,
        note: undefined,
        expires:
          request?.data?.expires ?? longestExpiry(kind, policy, decisions.tier),
      }}
      record={({ conditions, expires, ...rest }) => ({
        ...rest,
        ...(rest.decision === 'approved-with-conditions' && { conditions }),
        // of what is asked for with an end it stays, whatever is decided
        ...((rest.decision !== 'rejected' || kind !== 'approval') && {
          expires: expires ?? request?.data?.expires,
        }),
      })}
      revises={request}
      stateHash={decisions.stateHash}
      submit={t('assurance.decisions.record')}
      done={t('assurance.decisions.recorded')}
      onSaved={async () => {
        await reload();
        props.onDone();
      }}
      onCancel={props.onCancel}
      reload={reload}
    >
      {props.children}
    </StatementForm>
  );
}
