import fc from 'fast-check';
import { instants } from '../__testUtils__/arbitraries';
import { decided } from '../__testUtils__/decisions';
import { record, subject } from '../__testUtils__/subject';
import { RecordState } from '../state';
import { evidenceInstants, evidenceStanding } from './evidenceStanding';

const dana = 'user:default/dana';
const tester = 'user:default/tester';
const { governed } = subject({});

const evidence = (over: object = {}, made: Partial<RecordState> = {}) => ({
  ...record(
    'evidence',
    {
      title: 'Bias test',
      effectiveFrom: '2026-03-05',
      effectiveUntil: '2026-10-31',
      expires: '2026-12-31',
      ...over,
    } as any,
    '2026-03-01',
  ),
  recordId: 'e1',
  ...made,
});
const test = (over: object = {}, made: Partial<RecordState> = {}) => ({
  ...record(
    'control-test',
    { result: 'effective', evidenceRecords: ['e1'], ...over } as any,
    '2026-03-02',
  ),
  author: tester,
  ...made,
});
const approval = (over: object = {}) =>
  record(
    'approval',
    {
      decision: 'approved',
      evidence: ['e1'],
      decided: decided(governed, { outdated: true }),
      ...over,
    } as any,
    '2026-03-15T09:00:00.000Z',
  );

const standing = (
  records: Parameters<typeof evidenceStanding>[0],
  at = '2026-04-01T00:00:00.000Z',
) => evidenceStanding(records, at)('e1');

describe('evidence', () => {
  it('that the ledger does not have is unknown', () => {
    expect(standing({})).toBeUndefined();
    expect(standing({ evidence: [evidence({}, { recordId: 'e2' })] })).toBe(
      undefined,
    );
  });

  it.each<[string, object]>([
    ['a control test', { 'control-test': [test()] }],
    [
      'a control test that found it partly effective',
      { 'control-test': [test({ result: 'partly-effective' })] },
    ],
    ['an approval, also of another state', { approval: [approval()] }],
    [
      'an approval with conditions that has run out since',
      {
        approval: [
          approval({
            decision: 'approved-with-conditions',
            expires: '2026-03-20',
          }),
        ],
      },
    ],
  ])('counts by %s', (_name, looks) => {
    expect(standing({ evidence: [evidence()], ...looks })).toMatchObject({
      counts: true,
    });
  });

  it.each<[string, object]>([
    ['nobody looked at it', {}],
    [
      'what was looked at was something else',
      { 'control-test': [test({ evidenceRecords: ['e2'] })] },
    ],
    [
      'the test names none',
      { 'control-test': [test({ evidenceRecords: undefined })] },
    ],
    ['the test was erased', { 'control-test': [{ ...test(), data: null }] }],
    ['its author tested', { 'control-test': [test({}, { author: dana })] }],
    [
      'it was revised since it was looked at',
      {
        'control-test': [test({}, { recordedAt: '2026-02-28T00:00:00.000Z' })],
      },
    ],
    [
      'the approval was taken back',
      { approval: [approval({ decision: 'suspended' })] },
    ],
    ['it was rejected', { approval: [approval({ decision: 'rejected' })] }],
    [
      'it is asked for only',
      { approval: [approval({ decision: 'requested', decided: undefined })] },
    ],
    [
      'its author approved',
      {
        approval: [approval({ decided: { ...decided(governed), by: dana } })],
      },
    ],
  ])('does not count when %s', (_name, looks) => {
    expect(standing({ evidence: [evidence()], ...looks })).toEqual({
      counts: false,
      reason:
        'the evidence “Bias test” counts once a control test or an approval by somebody who did not write it refers to it.',
    });
  });

  it('does not count by who wrote an earlier revision of it', () => {
    const revised = evidence({ authors: [dana, tester] });
    expect(
      standing({ evidence: [revised], 'control-test': [test()] }),
    ).toMatchObject({ counts: false });
  });

  it('counts by the last look at it', () => {
    const wanting = test(
      { result: 'not-effective' },
      { recordedAt: '2026-03-10T00:00:00.000Z' },
    );
    const records = {
      evidence: [evidence()],
      'control-test': [wanting, test()],
    };
    expect(standing(records)).toEqual({
      counts: false,
      reason:
        'the control test of 2026-03-10 by user:default/tester that looked at the evidence “Bias test” found the control not effective.',
    });
    expect(standing({ ...records, approval: [approval()] })).toMatchObject({
      counts: true,
    });
    // of two at one instant the worse, in whichever order
    const both = [test(), { ...wanting, recordedAt: test().recordedAt }];
    for (const tests of [both, [...both].reverse()]) {
      expect(
        standing({ evidence: [evidence()], 'control-test': tests })?.counts,
      ).toBe(false);
    }
  });

  it.each([
    ['2026-03-04T23:59:59.999Z', false, 'is effective from 2026-03-05 only.'],
    ['2026-03-05T00:00:00.000Z', true, 'was looked at by'],
    ['2026-10-31T23:59:59.999Z', true, 'was looked at by'],
    ['2026-11-01T00:00:00.000Z', false, 'was effective until 2026-10-31.'],
    ['2027-01-01T00:00:00.000Z', false, 'expired on 2026-12-31.'],
  ])('at %s counts: %s', (at, counts, says) => {
    expect(
      standing({ evidence: [evidence()], 'control-test': [test()] }, at),
    ).toEqual({ counts, reason: expect.stringContaining(says) });
  });

  it('that was erased does not count', () => {
    expect(standing({ evidence: [{ ...evidence(), data: null }] })).toEqual({
      counts: false,
      reason: 'the evidence e1 was erased.',
    });
  });

  it('changes at no other instants than those that are told', () => {
    const days = instants.map(i => i.slice(0, 10));
    const some = fc.record({
      effectiveFrom: days,
      effectiveUntil: fc.option(days, { nil: undefined }),
      expires: days,
    });
    fc.assert(
      fc.property(some, instants, instants, (over, a, b) => {
        const records = {
          evidence: [evidence(over)],
          'control-test': [test()],
        };
        const [from, to] = [a, b].sort();
        const between = evidenceInstants(records).some(
          i => i > from && i <= to,
        );
        const changed =
          JSON.stringify(standing(records, to)) !==
          JSON.stringify(standing(records, from));
        expect(changed && !between).toBe(false);
      }),
    );
    expect(evidenceInstants({ evidence: [evidence()] })).toEqual([
      '2026-03-05T00:00:00.000Z',
      '2026-11-01T00:00:00.000Z',
      '2027-01-01T00:00:00.000Z',
    ]);
    expect(evidenceInstants({})).toEqual([]);
  });
});
