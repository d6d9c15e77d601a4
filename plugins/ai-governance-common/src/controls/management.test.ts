import fc from 'fast-check';
import { instants, policies } from '../__testUtils__/arbitraries';
import { policy, record } from '../__testUtils__/subject';
import { Objective } from '../records';
import { RecordState } from '../state';
import { evaluateOrganization } from '.';

const records = (...all: RecordState<any>[]) => {
  const byType: Record<string, RecordState<any>[]> = {};
  for (const one of all) (byType[one.type] ??= []).push(one);
  return { records: byType };
};
const judged = (id: string, at: string, ...all: RecordState<any>[]) =>
  evaluateOrganization(records(...all), policy, `${at}T00:00:00.000Z`).find(
    r => r.controlId === id,
  )!;

const objective = (over: Partial<Objective> = {}) =>
  record('objective', {
    title: 'Assess every risk',
    status: 'open',
    due: '2027-03-31',
    setOn: '2026-03-01',
    ...over,
  });
const review = (over: object = {}) =>
  record('management-review', {
    heldOn: '2026-03-10',
    nextBy: '2027-06-30',
    decisions: [],
    ...over,
  });
const action = (over: object = {}) =>
  record('corrective-action', {
    title: 'Filter prompts',
    status: 'open',
    due: '2026-05-31',
    ...over,
  });

describe('ORG-03', () => {
  it('asks for an objective, and for an open one', () => {
    expect(judged('ORG-03', '2026-04-01')).toMatchObject({
      state: 'not-reported',
      validUntil: null,
      inputs: ['policy', 'stream:organization'],
    });
    expect(
      judged(
        'ORG-03',
        '2026-04-01',
        objective({ status: 'met' }),
        objective({ status: 'dropped' }),
      ).state,
    ).toBe('fail');
    // erased: nothing is said any more
    expect(
      judged('ORG-03', '2026-04-01', record('objective', null)).state,
    ).toBe('not-reported');
  });

  it('gives a new objective its cadence before it must be measured', () => {
    expect(judged('ORG-03', '2026-04-01', objective())).toMatchObject({
      state: 'pass',
      reason:
        'The objectives are measured. The next to see to is “Assess every risk” (2026-09-01, to be measured).',
      validUntil: '2026-08-03T00:00:00.000Z',
      nextState: 'warning',
    });
    expect(judged('ORG-03', '2026-09-02', objective())).toMatchObject({
      state: 'expired',
      reason: 'Past its day: “Assess every risk” (2026-09-01, to be measured).',
    });
  });

  it('counts from the measurement of the latest day, in whatever order they stand', () => {
    const measurements = [
      { on: '2026-08-15', value: 90 },
      { on: '2026-05-15', value: 60 },
    ];
    const measured = objective({ measurements });
    expect(judged('ORG-03', '2026-12-01', measured).state).toBe('pass');
    expect(judged('ORG-03', '2027-02-16', measured).reason).toContain(
      '2027-02-15, to be measured',
    );
  });

  it('expires with the day of an objective that is still open', () => {
    const due = objective({ due: '2026-05-31' });
    expect(judged('ORG-03', '2026-05-31', due).state).toBe('warning');
    expect(judged('ORG-03', '2026-06-01', due).reason).toBe(
      'Past its day: “Assess every risk” (2026-05-31, to be reached).',
    );
    expect(
      judged('ORG-03', '2026-06-01', objective(), { ...due, recordId: 'o2' })
        .state,
    ).toBe('expired');
  });
});

describe('ORG-04', () => {
  it('holds for the cadence, and no longer than the review itself says', () => {
    expect(judged('ORG-04', '2026-04-01').state).toBe('not-reported');
    expect(judged('ORG-04', '2026-04-01', review())).toMatchObject({
      state: 'pass',
      reason:
        'Management reviewed it on 2026-03-10. Good until 2027-03-10. What was decided is done.',
      validUntil: '2027-02-09T00:00:00.000Z',
    });
    expect(judged('ORG-04', '2027-03-11', review()).state).toBe('expired');
    const sooner = review({ nextBy: '2026-09-30' });
    expect(judged('ORG-04', '2026-10-01', sooner)).toMatchObject({
      state: 'expired',
      reason:
        'Management has not reviewed it since 2026-03-10. It was due by 2026-09-30.',
    });
    // a later one takes its place
    const later = { ...review({ heldOn: '2026-09-20' }), recordId: 'r2' };
    expect(judged('ORG-04', '2026-10-01', sooner, later).state).toBe('pass');
  });

  it('is late with what was decided and not done', () => {
    const decided = (done?: string) =>
      review({ decisions: [{ what: 'Hire', due: '2026-04-30', done }] });
    expect(judged('ORG-04', '2026-05-01', decided())).toMatchObject({
      state: 'expired',
      reason: 'Decided and past its day: “Hire” (2026-04-30).',
    });
    expect(judged('ORG-04', '2026-05-01', decided('2026-04-20')).state).toBe(
      'pass',
    );
    for (const status of ['open', 'done']) {
      expect(
        judged('ORG-04', '2026-06-01', review(), action({ status })).state,
      ).toBe('expired');
    }
    for (const status of ['verified', 'cancelled']) {
      expect(
        judged('ORG-04', '2026-06-01', review(), action({ status })).state,
      ).toBe('pass');
    }
  });
});

describe('the controls of the organization', () => {
  const days = instants.map(at => at.slice(0, 10));
  const several = <T>(type: string, data: fc.Arbitrary<T>) =>
    fc
      .array(
        fc.tuple(
          fc.oneof(
            { weight: 9, arbitrary: data as fc.Arbitrary<T | null> },
            { weight: 1, arbitrary: fc.constant(null) },
          ),
          instants,
        ),
        { maxLength: 3 },
      )
      .map(all =>
        all.map(([one, at], i) => ({
          ...record<any>(type, one, at),
          recordId: `${type}-${i}`,
        })),
      );
  const states = fc
    .tuple(
      several(
        'objective',
        fc.record({
          title: fc.constantFrom('A', 'B'),
          status: fc.constantFrom('open', 'open', 'met', 'dropped'),
          due: days,
          setOn: fc.option(days, { nil: undefined }),
          measurements: fc.option(
            fc.array(fc.record({ on: days, value: fc.integer() }), {
              maxLength: 2,
            }),
            { nil: undefined },
          ),
        }),
      ),
      several(
        'management-review',
        fc.record({
          heldOn: days,
          nextBy: days,
          decisions: fc.array(
            fc.record({
              what: fc.constantFrom('C', 'D'),
              due: fc.option(days, { nil: undefined }),
              done: fc.option(days, { nil: undefined }),
            }),
            { maxLength: 2 },
          ),
        }),
      ),
      several(
        'corrective-action',
        fc.record({
          title: fc.constantFrom('E', 'F'),
          status: fc.constantFrom('open', 'done', 'verified', 'cancelled'),
          due: days,
        }),
      ),
    )
    .map(all => records(...all.flat()));

  it('say the same of the same, and to the instant when they say something else', () => {
    fc.assert(
      fc.property(states, policies, instants, (state, given, at) => {
        const now = evaluateOrganization(state, given, at);
        expect(evaluateOrganization(state, given, at)).toEqual(now);
        now.forEach((result, i) => {
          const never = '2060-01-01T00:00:00.000Z';
          const { nextState, nextReason } = result;
          const validUntil = result.validUntil ?? never;
          expect(validUntil > at).toBe(true);
          const before = new Date(Date.parse(validUntil) - 1).toISOString();
          expect(evaluateOrganization(state, given, before)[i]).toEqual(result);
          const then = evaluateOrganization(state, given, validUntil)[i];
          expect([then.state, then.reason]).toEqual(
            result.validUntil
              ? [nextState, nextReason]
              : [result.state, result.reason],
          );
        });
      }),
    );
  });
});
