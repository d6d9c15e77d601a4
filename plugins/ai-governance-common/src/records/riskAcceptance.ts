import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { admitDecision, decisionTakes } from '../decisions/admitDecision';
import { SubjectAtHand } from '../decisions/Admission';
import { authorOf } from '../decisions/authors';
import { assessedState } from '../decisions/assessedState';
import { Deciding } from '../decisions/Deciding';
import { decisionFields } from '../decisions/decisionFields';
import { Instant } from '../instant';
import { assessScenario } from '../risk/assess';
import { evidenceStanding } from '../risk/evidenceStanding';
import { RiskAssessment } from './riskAssessment';
import { decisionNote, grantDecision, lastDay } from './grantFields';
import { line, markdown, recordType } from './RecordType';

/** The scenario of an id in the latest assessment. @throws InputError when there is none */
function scenarioOf(id: string, { records }: SubjectAtHand) {
  const latest = records['risk-assessment']?.[0]?.data as
    | RiskAssessment
    | null
    | undefined;
  const scenario = latest?.scenarios.find(s => s.id === id);
  if (!scenario) {
    throw new InputError(
      `data.scenario: the risk assessment has no scenario ${id}`,
    );
  }
  return scenario;
}

const levelOf = (id: string, subject: SubjectAtHand, at: Instant) =>
  assessScenario(scenarioOf(id, subject), {
    classification: subject.profile.data?.classification,
    evidence: evidenceStanding(subject.records, at),
  }).current.level;

const decides: Deciding<any> = {
  question: ({ scenario }, subject, { at }) => ({
    kind: 'risk-acceptance',
    level: levelOf(scenario, subject, at),
  }),
  // who assessed a risk does not also take it
  authors: (_, { history }) => {
    const last = history.filter(h => h.type === 'risk-assessment').at(-1);
    return last ? [authorOf(last.author, 'the latest risk assessment')] : [];
  },
};

export const riskAcceptance = recordType({
  type: 'risk-acceptance',
  title: 'Risk acceptance',
  plural: 'Risk acceptances',
  description:
    'That a risk above the tolerance is taken for a time, as it was assessed, by somebody with the authority for its level.',
  shape: 'entry',
  streams: ['subject'],
  writtenBy: 'people',
  takes: decisionTakes,
  decides,
  schemaVersion: 1,
  source: 'ISO/IEC 42001 6.1.3, 8.3; NIST AI RMF MANAGE 1.4',
  schema: z.strictObject({
    scenario: line(
      { title: 'Scenario', description: 'Its id in the risk assessment.' },
      40,
    ),
    decision: grantDecision,
    reason: markdown({
      title: 'Reason',
      description: 'Why the risk is worth taking, and what limits it.',
    }).min(1),
    note: decisionNote,
    expires: lastDay,
    ...decisionFields,
  }),
  summary: ({ scenario, decision }) => `${scenario}: ${decision}`,
  admit: admission =>
    admitDecision(admission, {
      ...decides,
      fixed: ['scenario'],
      longest: (_, { policy }) => policy.longest['risk-acceptance'],
      binds: (data, subject) => ({
        level: levelOf(data.scenario, subject, admission.at),
        assessed: assessedState(
          scenarioOf(data.scenario, subject),
          subject.governed,
        ),
      }),
    }),
});

export type RiskAcceptance = z.infer<typeof riskAcceptance.schema>;
