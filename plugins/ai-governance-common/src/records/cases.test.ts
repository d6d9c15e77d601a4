import fc from 'fast-check';
import {
  admission,
  atHand,
  dana,
  head,
  lead,
  now,
  office,
  omar,
} from '../decisions/__testUtils__/atHand';
import { Admission } from '../decisions';
import { RecordState } from '../state';
import { severities } from './caseMoves';
import {
  CorrectiveAction,
  correctiveAction,
  correctiveActionMoves,
} from './correctiveAction';
import { Incident, incident, incidentMoves } from './incident';

const watched = head(
  'monitoring',
  {
    period: { from: '2026-05-01', to: '2026-05-31' },
    violations: {
      found: 'Details of customers in prompts.',
      measures: [
        { name: 'personal data in prompts', value: 3, breached: true },
      ],
    },
  },
  { recordId: 'monitoring-1' },
);
const happened = head('incident', {}, { recordId: 'incident-1' });
const subject = atHand({ heads: [watched, happened] });

const before = <T>(data: T, author = dana): RecordState<T> => ({
  ...head('x', data),
  author,
});
const services = ['plugin:pipeline', 'user:default/x', dana, omar, lead];
const authors = fc.constantFrom(...services, office);

const happening: Incident = {
  title: 'Details pasted',
  kind: 'misuse',
  severity: 'high',
  status: 'open',
  detected: '2026-05-30',
  what: 'Details of customers in a prompt.',
};
const stated = (
  over: Partial<Incident>,
  previous?: RecordState<Incident | null>,
): Incident =>
  incident.admit!(
    admission({ ...happening, ...over } as Incident, dana, {
      subject,
      previous: previous as RecordState<Incident>,
    }),
  );

describe('an incident', () => {
  it.each([
    ['critical', '2026-05-31'],
    ['high', '2026-06-06'],
    ['medium', '2026-06-29'],
    ['low', '2026-08-28'],
  ] as const)('that is %s is due on %s by the policy', (severity, deadline) => {
    expect(stated({ severity }).deadline).toBe(deadline);
  });

  it('is due sooner when it is found graver, and never later', () => {
    const first = before(stated({}));
    const graver = stated({ severity: 'critical' }, first);
    expect(graver.deadline).toBe('2026-05-31');
    expect(stated({ severity: 'low' }, before(graver)).deadline).toBe(
      '2026-05-31',
    );
    expect(stated({ detected: '2026-05-20' }, before(graver)).deadline).toBe(
      '2026-05-27',
    );
    expect(stated({ detected: '2026-06-01' }, before(graver)).deadline).toBe(
      '2026-05-31',
    );
  });

  it('keeps its deadline when the policy changes afterwards', () => {
    const given = admission({ ...happening, affected: 'Three.' }, dana, {
      subject,
      previous: before(stated({})),
    });
    const { deadlines } = given.policy;
    const policy = {
      ...given.policy,
      deadlines: { ...deadlines, high: { days: 1 } },
    };
    expect(incident.admit!({ ...given, policy }).deadline).toBe('2026-06-06');
  });

  it.each<[string, Partial<Incident>, RegExp]>([
    ['detected tomorrow', { detected: '2026-06-02' }, /^data\.detected: /],
    [
      'that occurred after it was detected',
      { occurred: '2026-05-31' },
      /^data\.occurred: /,
    ],
    ['that is closed at once', { status: 'closed' }, /^data\.status: a new/],
    [
      'of a breach that was not measured',
      { breaches: [{ monitoring: 'monitoring-1', measure: 'x' }] },
      /^data\.breaches\[0\]\.measure: /,
    ],
  ])('is refused %s', (_name, over, says) => {
    expect(() => stated(over)).toThrow(says);
  });

  it('names the breach that it comes from, also when that was erased since', () => {
    const breaches = [
      { monitoring: 'monitoring-1', measure: 'personal data in prompts' },
    ];
    const first = stated({ breaches });
    expect(first.breaches).toEqual(breaches);
    const erased = atHand({ heads: [{ ...watched, data: null }] });
    const next = { ...happening, breaches };
    expect(
      incident.admit!(
        admission<any>(next, dana, {
          subject: erased,
          previous: before(first),
        }),
      ),
    ).toMatchObject({ breaches });
    expect(() =>
      incident.admit!(admission<any>(next, dana, { subject: erased })),
    ).toThrow(/^data\.breaches\[0\]\.measure: /);
  });

  it('asks for the cause before it is closed', () => {
    const resolved = before(stated({ status: 'resolved' }));
    expect(() => stated({ status: 'closed', cause: ' ' }, resolved)).toThrow(
      /^data\.cause: /,
    );
    expect(
      stated({ status: 'closed', cause: 'No filter.' }, resolved).status,
    ).toBe('closed');
  });

  it('stays as it is once closed or erased', () => {
    const closed = before({ ...happening, status: 'closed' as const });
    expect(() => stated({ status: 'closed', cause: 'x' }, closed)).toThrow(
      expect.objectContaining({ name: 'ConflictError' }),
    );
    expect(() => stated({}, before(null))).toThrow(
      expect.objectContaining({ name: 'ConflictError' }),
    );
  });

  it('moves only as it may, whoever writes', () => {
    const states = fc.constantFrom(
      ...(Object.keys(incidentMoves) as Incident['status'][]),
    );
    const datas = fc.record({
      status: states,
      severity: fc.constantFrom(...severities),
      cause: fc.constantFrom('', 'No filter.', undefined),
    });
    fc.assert(
      fc.property(fc.array(datas), authors, (steps, author) => {
        const taken = walked<Incident, object>(steps, (step, previous) =>
          incident.admit!(
            admission<any>({ ...happening, ...step }, author, {
              subject,
              previous,
            }),
          ),
        );
        for (const { was, made } of taken) {
          expect(
            was
              ? [was.status, ...incidentMoves[was.status]]
              : ['open', 'contained', 'resolved'],
          ).toContain(made.status);
          expect(was?.status).not.toBe('closed');
          expect(made.deadline! <= (was ?? made).deadline!).toBe(true);
        }
      }),
    );
  });
});

const planned: CorrectiveAction = {
  title: 'Filter prompts',
  from: { kind: 'incident', recordId: 'incident-1' },
  severity: 'medium',
  status: 'open',
  plan: 'Redact what looks personal.',
  owner: 'group:default/lending',
};
const acted = (
  over: Partial<CorrectiveAction>,
  author = dana,
  previous?: RecordState<CorrectiveAction | null>,
  more: Partial<Admission<any>> = {},
): CorrectiveAction =>
  correctiveAction.admit!(
    admission<any>({ ...planned, ...over }, author, {
      subject,
      previous,
      ...more,
    }),
  );

describe('a corrective action', () => {
  const done = before(acted({ status: 'done' }));

  it('is due by the policy unless it says when, and keeps its date', () => {
    const open = acted({});
    expect(open.due).toBe('2026-07-01');
    expect(acted({ due: '2026-06-10' }).due).toBe('2026-06-10');
    expect(
      acted({}, dana, before(open), { at: '2026-06-20T00:00:00.000Z' }).due,
    ).toBe('2026-07-01');
  });

  it('names its owner in full', () => {
    expect(acted({ owner: 'User:Dana' }).owner).toBe(dana);
    expect(
      correctiveAction.asksFor!({ ...planned, owner: 'Group:Lending' }),
    ).toEqual(['group:default/lending']);
  });

  it.each<[string, Partial<CorrectiveAction>, RegExp]>([
    ['that is verified at once', { status: 'verified' }, /^data\.status: /],
    ['that is cancelled at once', { status: 'cancelled' }, /^data\.status: /],
  ])('is refused %s', (_name, over, says) => {
    expect(() => acted(over)).toThrow(says);
  });

  it.each([
    ['breach', 'monitoring-1'],
    ['audit', 'anywhere'],
    ['review', 'anywhere'],
  ] as const)('comes from a %s', (kind, recordId) => {
    expect(acted({ from: { kind, recordId } }).from.kind).toBe(kind);
  });

  it('says who did it, and not any more once it is open again', () => {
    expect(done.data.done).toEqual({ by: dana, at: now });
    const reopened = acted({ ...done.data, status: 'open' }, omar, done);
    expect(reopened).not.toHaveProperty('done');
    expect(acted({ status: 'done' }, omar, before(reopened)).done?.by).toBe(
      omar,
    );
  });

  it('is verified by somebody who is not of its owner and did not do it', () => {
    const verified = { status: 'verified', effect: 'None since.' } as const;
    expect(acted(verified, lead, done)).toMatchObject({
      done: { by: dana, at: now },
      verified: { by: lead, at: now },
    });
    for (const who of [dana, omar]) {
      expect(() => acted(verified, who, done)).toThrow(/somebody else sees/);
    }
    const byLead = before(acted({ status: 'done' }, lead));
    expect(() => acted(verified, lead, byLead)).toThrow(
      /^user:default\/lead reported/,
    );
    expect(() => acted(verified, 'plugin:ci', done)).toThrow(
      /^It takes a person/,
    );
  });

  it('cannot be handed over to be verified', () => {
    expect(() =>
      acted(
        { status: 'verified', effect: 'None since.', owner: lead },
        omar,
        done,
      ),
    ).toThrow(/^data\.owner: stays group:default\/lending/);
    expect(() => acted({ status: 'done', owner: lead }, omar, done)).toThrow(
      /^data\.owner: /,
    );
  });

  it('of a group whose members nobody knows is verified by nobody', () => {
    const of = before(acted({ status: 'done', owner: 'group:default/x' }));
    expect(() =>
      acted(
        { status: 'verified', effect: 'None.', owner: 'group:default/x' },
        lead,
        of,
      ),
    ).toThrow(/^Nobody is known to be in group:default\/x/);
  });

  it('says how it was seen that it works, or why it is cancelled', () => {
    expect(() => acted({ status: 'verified' }, lead, done)).toThrow(
      /^data\.effect: /,
    );
    expect(() => acted({ status: 'cancelled' }, lead, done)).toThrow(
      /^data\.reason: /,
    );
    expect(
      acted({ status: 'cancelled', reason: 'Retired.' }, lead, done).done,
    ).toEqual(done.data.done);
  });

  it('takes the permission of assurance to be verified, and no other step', () => {
    const takes = correctiveAction.takes!;
    expect(takes(planned)).toBe('append');
    expect(takes({ ...planned, status: 'done' }, planned)).toBe('append');
    expect(takes({ ...planned, status: 'verified' }, done.data)).toBe('assure');
  });

  it('moves only as it may, and is never verified by its owner or by who did it, whoever writes', () => {
    const states = fc.constantFrom(
      ...(Object.keys(correctiveActionMoves) as CorrectiveAction['status'][]),
    );
    const owners = fc.constantFrom(
      'group:default/lending',
      'group:default/office',
      'user:lead',
    );
    const text = fc.constantFrom('', 'So it is.');
    const steps = fc.array(
      fc.record({
        author: authors,
        owner: owners,
        status: states,
        effect: text,
        reason: text,
      }),
      { maxLength: 12 },
    );
    let verified = 0;
    fc.assert(
      fc.property(steps, all => {
        const taken = walked<CorrectiveAction, (typeof all)[number]>(
          all,
          ({ author, ...step }, previous) => acted(step, author, previous),
        );
        for (const { was, made } of taken) {
          expect(
            was
              ? [was.status, ...correctiveActionMoves[was.status]]
              : ['open', 'done'],
          ).toContain(made.status);
          expect(['verified', 'cancelled']).not.toContain(was?.status);
        }
        const seen = taken.filter(({ made }) => made.status === 'verified');
        for (const { was, made, step } of seen) {
          verified += 1;
          const members = {
            'group:default/lending': [dana, omar],
            'group:default/office': [office],
          }[made.owner] ?? [made.owner];
          expect(made.owner).toBe(was!.owner);
          expect(members).not.toContain(step.author);
          expect(made.done!.by).not.toBe(step.author);
          expect(made.verified!.by).toBe(step.author);
        }
      }),
      { numRuns: 1000 },
    );
    expect(verified).toBeGreaterThan(5);
  });
});

/** What was admitted; undefined when it was refused as a person's mistake is. */
function attempt<T>(admit: () => T): T | undefined {
  try {
    return admit();
  } catch (error) {
    expect(['InputError', 'ConflictError', 'NotAllowedError']).toContain(
      (error as Error).name,
    );
    return undefined;
  }
}

/** What is admitted of some steps, one after the other, each with what it was before. */
function walked<T, S>(
  steps: readonly S[],
  admit: (step: S, previous?: RecordState<T>) => T,
): { step: S; was?: T; made: T }[] {
  return steps.reduce<{ step: S; was?: T; made: T }[]>((taken, step) => {
    const was = taken.at(-1)?.made;
    const made = attempt(() => admit(step, was && before(was)));
    return made ? [...taken, { step, was, made }] : taken;
  }, []);
}
