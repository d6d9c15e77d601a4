import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { breachLinks, checkBreaches } from './breachLinks';
import {
  checkMove,
  deadlineOf,
  Moves,
  notToCome,
  severities,
  severity,
} from './caseMoves';
import { day, line, markdown, recordType } from './RecordType';

const states = ['open', 'contained', 'resolved', 'closed'] as const;
export type IncidentStatus = (typeof states)[number];

/** An incident is opened anew when what was done did not hold; once closed, another one is recorded. */
export const incidentMoves: Moves<IncidentStatus> = {
  open: ['contained', 'resolved'],
  contained: ['open', 'resolved'],
  resolved: ['open', 'closed'],
  closed: [],
};

/** Whether an incident still runs against its deadline. */
export const incidentIsOpen = ({ status }: { status: IncidentStatus }) =>
  status === 'open' || status === 'contained';

export const incident = recordType({
  type: 'incident',
  title: 'Incident',
  plural: 'Incidents',
  description:
    'A failure or a misuse: how grave, whom it met, what was done at once, and its cause.',
  shape: 'entry',
  streams: ['subject'],
  writtenBy: 'people',
  schemaVersion: 1,
  source:
    'ISO/IEC 42001 10.2, A.8.4; NIST AI RMF MANAGE 4.3; NIST AI 600-1; EU AI Act Article 73',
  schema: z.strictObject({
    title: line({ title: 'Title' }, 200),
    kind: z.enum(['failure', 'misuse']).meta({
      title: 'Kind',
      description: 'It did not do what it should, or was used as it must not.',
    }),
    severity,
    status: z.enum(states).meta({ title: 'Status' }),
    detected: day({ title: 'Detected on' }),
    occurred: day({ title: 'Occurred on' }).optional(),
    what: markdown({ title: 'What happened' }).min(1),
    affected: markdown({
      title: 'Who or what was affected',
    }).optional(),
    immediateAction: markdown({ title: 'Immediate action' }).optional(),
    cause: markdown({
      title: 'Cause',
      description: 'Asked for before it is closed.',
    }).optional(),
    breaches: breachLinks.optional(),
    deadline: day({
      title: 'Deadline',
      description: 'By the policy, from the day of detection and the severity.',
      filledIn: 'system',
    }).optional(),
  }),
  summary: ({ title, severity: grave, status }) =>
    `${title} (${grave}, ${status})`,
  register: {
    status: { path: 'status', values: states, open: ['open', 'contained'] },
    severity: { path: 'severity', values: severities },
    due: { path: 'deadline', title: 'Deadline' },
  },
  admit: ({ data, previous, at, policy, subject }) => {
    const before = checkMove(data.status, previous, {
      moves: incidentMoves,
      starts: ['open', 'contained', 'resolved'],
    });
    notToCome('detected', data.detected, at);
    if (data.occurred !== undefined && data.occurred > data.detected) {
      throw new InputError(
        `data.occurred: must not be after it was detected on ${data.detected}`,
      );
    }
    if (data.status === 'closed' && !data.cause?.trim()) {
      throw new InputError('data.cause: say the cause before it is closed');
    }
    checkBreaches(data.breaches, before?.breaches, subject?.records.monitoring);
    // what is found graver is due sooner; what is called less grave afterwards is not due later for it
    const unchanged =
      before?.deadline &&
      severities.indexOf(data.severity) >=
        severities.indexOf(before.severity) &&
      data.detected >= before.detected;
    const due = deadlineOf(policy.deadlines, data.severity, data.detected);
    return {
      ...data,
      deadline: unchanged
        ? before!.deadline
        : [due, ...(before?.deadline ? [before.deadline] : [])].sort()[0],
    };
  },
});

export type Incident = z.infer<typeof incident.schema>;
