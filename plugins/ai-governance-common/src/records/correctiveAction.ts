import { InputError, NotAllowedError } from '@backstage/errors';
import { z } from 'zod';
import type { OrganizationAtHand } from '../decisions/Admission';
import { dayOf } from '../instant';
import {
  checkMove,
  deadlineOf,
  Moves,
  severities,
  severity,
} from './caseMoves';
import { fullRef } from './fullRef';
import {
  day,
  entityRef,
  line,
  markdown,
  recordRef,
  recordType,
} from './RecordType';

const states = ['open', 'done', 'verified', 'cancelled'] as const;
export type CorrectiveActionStatus = (typeof states)[number];

/** What is done is open again when its effect is not what it should be. */
export const correctiveActionMoves: Moves<CorrectiveActionStatus> = {
  open: ['done', 'cancelled'],
  done: ['open', 'verified', 'cancelled'],
  verified: [],
  cancelled: [],
};

/** Whether an action still runs against its day: also while nobody else has seen that what was done works. */
export const correctiveActionIsOpen = ({
  status,
}: {
  status: CorrectiveActionStatus;
}) => status === 'open' || status === 'done';

/** Of which type a record of the organization is that an action comes from; those of a system are checked as every `recordRef`. */
const ofOrganization = {
  audit: 'audit',
  review: 'management-review',
} as const;
type Origin = {
  kind: 'incident' | 'breach' | keyof typeof ofOrganization;
  recordId: string;
  finding?: string;
};

const fullOwner = ({ owner }: { owner: string }) => fullRef(owner);

const step = (title: string) =>
  z
    .strictObject({
      by: z.string().min(1).max(512),
      at: z.iso.datetime({ precision: 3 }),
    })
    .meta({ title, filledIn: 'system' });

export const correctiveAction = recordType({
  type: 'corrective-action',
  title: 'Corrective action',
  plural: 'Corrective actions',
  description:
    'What is done so that it does not happen again, by whom and until when, and that somebody else saw that it works.',
  shape: 'entry',
  streams: ['subject', 'organization'],
  writtenBy: 'people',
  takes: (data, previous) =>
    data.status === 'verified' && previous?.status !== 'verified'
      ? 'assure'
      : 'append',
  schemaVersion: 2,
  source: 'ISO/IEC 42001 10.2; NIST AI RMF MANAGE 4.2',
  schema: z.strictObject({
    title: line({ title: 'Title' }, 200),
    from: z
      .strictObject({
        kind: z.enum(['incident', 'audit', 'review', 'breach']).meta({
          title: 'Of what kind',
        }),
        recordId: recordRef({
          title: 'Record',
          description:
            'Of an audit or a review: the id of the organization’s record.',
          recordTypes: ['incident', 'monitoring'],
          recordTypesBy: {
            field: 'kind',
            types: { incident: ['incident'], breach: ['monitoring'] },
          },
        }),
        finding: line(
          {
            title: 'Id of the finding',
            description: 'Of an audit, such as F-1.',
          },
          40,
        ).optional(),
      })
      .refine(({ kind, finding }) => kind === 'audit' || !finding, {
        path: ['finding'],
        message: 'only audits have findings',
      })
      .meta({ title: 'Comes from' }),
    severity,
    status: z.enum(states).meta({ title: 'Status' }),
    plan: markdown({ title: 'What is to be done' }).min(1),
    owner: entityRef({ title: 'Owner', kinds: ['User', 'Group'] }),
    due: day({
      title: 'Due',
      description: 'Left out: by the deadline of the policy for the severity.',
    }).optional(),
    effect: markdown({
      title: 'Effect',
      description: 'How it was seen that it works; asked for to verify it.',
    }).optional(),
    reason: markdown({
      title: 'Why it is cancelled',
      description: 'Asked for to cancel it.',
    }).optional(),
    done: step('Done').optional(),
    verified: step('Verified').optional(),
  }),
  summary: ({ title, severity: grave, status }) =>
    `${title} (${grave}, ${status})`,
  register: {
    status: { path: 'status', values: states, open: ['open'] },
    severity: { path: 'severity', values: severities },
    owner: { path: 'owner' },
    due: { path: 'due', title: 'Due' },
  },
  asksFor: data => [fullOwner(data)],
  admit: ({ data, previous, author, at, policy, people, organization }) => {
    const before = checkMove(data.status, previous, {
      moves: correctiveActionMoves,
      starts: ['open', 'done'],
    });
    if (organization) checkOrigin(data.from, before?.from, organization);
    const owner = fullOwner(data);
    const due =
      data.due ??
      before?.due ??
      deadlineOf(policy.deadlines, data.severity, dayOf(at));
    const { done: _done, verified: _verified, ...stated } = data;
    const complete = { ...stated, owner, due };
    if (data.status === 'cancelled') {
      if (!data.reason?.trim()) {
        throw new InputError('data.reason: say why it is cancelled');
      }
      return { ...complete, ...(before?.done && { done: before.done }) };
    }
    if (data.status === 'open') return complete;
    if (before?.status !== 'done') {
      return { ...complete, done: { by: author, at } };
    }
    // or its owner could hand it over, and then see for themselves that it works
    if (owner !== before.owner) {
      throw new InputError(
        `data.owner: stays ${before.owner}, by whom it was done`,
      );
    }
    const done = before.done!;
    if (data.status === 'done') return { ...complete, done };
    if (!data.effect?.trim()) {
      throw new InputError('data.effect: say how it was seen that it works');
    }
    checkVerifier(author, owner, done.by, people.membersOf);
    return { ...complete, done, verified: { by: author, at } };
  },
});

export type CorrectiveAction = z.infer<typeof correctiveAction.schema>;

/** An action of the organization comes from an audit or a review of it, which those of systems cannot look into. */
function checkOrigin(
  { kind, recordId, finding }: Origin,
  before: Origin | undefined,
  { records }: OrganizationAtHand,
) {
  if (
    before?.kind === kind &&
    before.recordId === recordId &&
    before.finding === finding
  ) {
    return;
  }
  if (kind === 'incident' || kind === 'breach') {
    throw new InputError(
      'data.from.kind: an action of the organization comes from an audit or a review; one after an incident or a breach is recorded with its system',
    );
  }
  const type = ofOrganization[kind];
  const origin = records[type]?.find(r => r.recordId === recordId);
  if (!origin) {
    throw new InputError(
      `data.from.recordId: there is no ${type} record ${recordId} of the organization`,
    );
  }
  const found: { id: string }[] = origin.data.findings ?? [];
  if (finding !== undefined && !found.some(f => f.id === finding)) {
    throw new InputError(
      `data.from.finding: the audit has no finding ${finding}`,
    );
  }
}

/** @throws NotAllowedError when the author is no independent reader of the action's effect */
function checkVerifier(
  author: string,
  owner: string,
  doneBy: string,
  membersOf: (group: string) => readonly string[],
) {
  if (!author.startsWith('user:')) {
    throw new NotAllowedError(
      `It takes a person: ${author} is a service, and services do not see whether an action works.`,
    );
  }
  if (author === doneBy) {
    throw new NotAllowedError(
      `${author} reported the action as done: somebody else sees whether it works.`,
    );
  }
  const members = owner.startsWith('group:') ? membersOf(owner) : [owner];
  if (members.length === 0) {
    throw new NotAllowedError(
      `Nobody is known to be in ${owner}, so nobody is known not to be: name an owner that has members.`,
    );
  }
  if (members.includes(author)) {
    throw new NotAllowedError(
      `${author} is of the owner ${owner}: somebody else sees whether it works.`,
    );
  }
}
