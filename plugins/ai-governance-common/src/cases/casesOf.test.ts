import fc from 'fast-check';
import { caseRecords } from '../__testUtils__/caseRecords';
import { decided, decision, governedBy } from '../__testUtils__/decisions';
import { highProfile, record } from '../__testUtils__/subject';
import { instant } from '../instant';
import { measuresOf } from '../records';
import { RecordState } from '../state';
import { casesOf } from './casesOf';

const at = '2026-06-10T09:00:00.000Z';
const byType = (records: readonly RecordState<any>[]) => {
  const types: Record<string, RecordState<any>[]> = {};
  for (const r of records) (types[r.type] ??= []).push(r);
  return types;
};
const cases = (records: readonly RecordState<any>[], when = at) =>
  casesOf(byType(records), when);
const stated = (
  type: string,
  recordId: string,
  data: object,
  over: Partial<RecordState> = {},
): RecordState<any> => ({
  ...record<any>(type, data, '2026-06-01T09:00:00.000Z'),
  recordId,
  author: 'user:default/dana',
  ...over,
});

const report = stated('monitoring', 'm1', {
  period: { from: '2026-05-01', to: '2026-05-31' },
  source: 'evidently',
  drift: {
    found: 'Moved.',
    measures: [
      {
        name: 'psi',
        value: 0.3,
        threshold: 0.2,
        direction: 'above',
        breached: true,
      },
      { name: 'ks', value: 0.1, breached: false },
    ],
  },
});
const breaches = [{ monitoring: 'm1', measure: 'psi' }];
const leak = (over: object = {}) =>
  stated('incident', 'i1', {
    title: 'Limits drifted',
    severity: 'high',
    status: 'contained',
    detected: '2026-06-01',
    deadline: '2026-06-08',
    breaches,
    ...over,
  });
const action = (over: object = {}) =>
  stated('corrective-action', 'a1', {
    title: 'Retrain',
    from: { kind: 'incident', recordId: 'i1' },
    severity: 'high',
    status: 'open',
    owner: 'user:default/omar',
    due: '2026-06-20',
    ...over,
  });
const done = { by: 'user:default/omar', at: '2026-06-05T09:00:00.000Z' };
const verified = { by: 'user:default/tester', at: '2026-06-06T09:00:00.000Z' };
const retrained = stated(
  'change',
  'c1',
  { kind: 'model', title: 'Retrained model', breaches },
  { materiality: 'material' },
);
const approval = (changes: string[], decidedAt: string) => ({
  ...decision('approval', {
    gate: 'change',
    decision: 'approved',
    decided: {
      ...decided(governedBy(highProfile, [])),
      at: decidedAt,
      covers: {
        ...decided(governedBy(highProfile, [])).covers,
        changes,
      },
    },
  }),
  recordId: `approval ${decidedAt}`,
});
const outline = (records: RecordState<any>[], when = at) =>
  cases(records, when).map(({ standing, steps }) => [
    standing,
    ...steps.map(s => `${s.stage}: ${s.standing}, ${s.state}`),
  ]);
const nexts = (records: RecordState<any>[]) =>
  cases(records).flatMap(c => c.steps.flatMap(s => s.next ?? []));

describe('the case of', () => {
  it('a breach that nothing deals with says so', () => {
    expect(cases([report])).toEqual([
      {
        id: 'm1',
        title: 'psi: 0.3, above 0.2',
        standing: 'running',
        severity: undefined,
        began: '2026-05-31',
        due: undefined,
        records: ['m1'],
        steps: [
          {
            stage: 'breach',
            type: 'monitoring',
            recordId: 'm1',
            measure: 'psi',
            title: 'psi: 0.3, above 0.2',
            standing: 'running',
            state: 'Breached',
            on: '2026-05-31',
            by: 'evidently',
            next: 'Neither an incident, nor an action, nor a change deals with “psi” yet.',
          },
        ],
      },
    ]);
  });

  it('an incident past its deadline, without an action', () => {
    expect(outline([report, leak()])).toEqual([
      [
        'late',
        'breach: done, Breached',
        'incident: late, Contained',
        'action: missing, Not recorded',
      ],
    ]);
    expect(nexts([report, leak()])).toEqual([
      'It is contained, and to be resolved.',
      'No corrective action yet.',
    ]);
    // the last day is in time
    const [on] = cases([leak()], '2026-06-08T23:59:59.999Z');
    expect(on).toMatchObject({ standing: 'running', due: '2026-06-08' });
  });

  it('an action waits for somebody other than its owner and who did it', () => {
    const records = [
      leak({ status: 'closed' }),
      action({ status: 'done', done }),
    ];
    expect(outline(records)).toEqual([
      [
        'running',
        'incident: done, Closed',
        'action: done, Done',
        'verification: running, Not verified',
      ],
    ]);
    expect(nexts(records)).toEqual([
      'It waits for verification by somebody other than user:default/omar.',
    ]);
    expect(outline(records, '2026-06-21T00:00:00.000Z')[0][0]).toBe('late');
  });

  it('a change takes an approval of its own', () => {
    const before = approval([], '2026-03-01T00:00:00.000Z');
    expect(nexts([report, retrained, before])).toEqual([
      'The approval lapsed by the change “Retrained model”, and nobody has approved the system since.',
    ]);
    expect(nexts([report, retrained])).toEqual([
      'Nobody has approved the system with the change “Retrained model”.',
    ]);
    expect(outline([report, { ...retrained, materiality: 'routine' }])).toEqual(
      [['settled', 'breach: done, Breached', 'change: done, Routine']],
    );
  });

  it('all of it is settled', () => {
    const records = [
      report,
      leak({ status: 'closed' }),
      action({ status: 'verified', done, verified }),
      retrained,
      approval(['c1'], '2026-06-07T00:00:00.000Z'),
    ];
    expect(outline(records)).toEqual([
      [
        'settled',
        'breach: done, Breached',
        'incident: done, Closed',
        'action: done, Done',
        'verification: done, Verified',
        'change: done, Material',
        'approval: done, Approved',
      ],
    ]);
    const [whole] = cases(records);
    expect(whole).toMatchObject({
      id: 'm1',
      title: 'Limits drifted',
      severity: 'high',
      began: '2026-05-31',
      due: undefined,
      records: ['m1', 'i1', 'a1', 'c1'],
    });
    expect(nexts(records)).toEqual([]);
  });

  it('what is cancelled asks for nothing more, and another incident is another case', () => {
    const other = { ...leak({ breaches: undefined }), recordId: 'i2' };
    expect(
      outline([
        leak({ status: 'closed' }),
        action({ status: 'cancelled' }),
        other,
      ]),
    ).toEqual([
      ['late', 'incident: late, Contained', 'action: missing, Not recorded'],
      ['settled', 'incident: done, Closed', 'action: cancelled, Cancelled'],
    ]);
  });

  it('what comes from elsewhere begins with itself', () => {
    const audited = action({ from: { kind: 'audit', recordId: 'Audit 7' } });
    expect(cases([audited])).toMatchObject([{ id: 'a1', title: 'Retrain' }]);
  });
});

it('holds every record that is of a case once, whatever the ledger holds', () => {
  const instants = fc
    .date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2026-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map(instant);
  // a change that names no breach is no case
  const changes = fc
    .array(
      fc.tuple(
        fc.option(fc.constantFrom('monitoring-0', 'monitoring-1', 'gone'), {
          nil: undefined,
        }),
        fc.constantFrom('material' as const, 'routine' as const),
      ),
      { maxLength: 3 },
    )
    .map(all =>
      all.map(([of, materiality], i) =>
        stated(
          'change',
          `change-${i}`,
          {
            title: 'Retrained',
            ...(of && { breaches: [{ monitoring: of, measure: 'psi' }] }),
          },
          { materiality },
        ),
      ),
    );
  fc.assert(
    fc.property(
      caseRecords(instants),
      changes,
      instants,
      (generated, changed, when) => {
        // their actions come from anywhere
        const added: Record<string, object> = {
          'corrective-action': {
            owner: 'user:default/omar',
            from: { kind: 'incident', recordId: 'incident-0' },
          },
          incident: { detected: '2026-01-01' },
        };
        const records = [...generated, ...changed].map(r =>
          r.data ? { ...r, data: { ...r.data, ...added[r.type] } } : r,
        );
        const found = casesOf(byType(records), when);
        const ids = found.flatMap(c => c.records);
        expect(new Set(ids).size).toBe(ids.length);
        const ofCases = records.filter(
          ({ type, data }) =>
            data &&
            (['incident', 'corrective-action'].includes(type) ||
              (type === 'monitoring' &&
                measuresOf(data).some(m => m.breached)) ||
              (type === 'change' && data.breaches)),
        );
        expect(ids).toEqual(
          expect.arrayContaining(ofCases.map(r => r.recordId)),
        );
        for (const { standing, steps } of found) {
          expect(standing === 'settled').toBe(
            steps.every(s => s.next === undefined),
          );
        }
      },
    ),
  );
});
