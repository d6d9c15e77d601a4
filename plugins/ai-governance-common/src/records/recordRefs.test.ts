import { scenario } from '../__testUtils__/subject';
import { atHand, head } from '../decisions/__testUtils__/atHand';
import {
  approval,
  change,
  checkRecordReferences,
  controlTest,
  correctiveAction,
  incident,
  recordFormSchema,
  recordReferences,
  recordTypes,
  RecordType,
  riskAssessment,
} from '.';

const current = (...evidence: string[]) =>
  scenario({
    current: {
      likelihood: 2,
      consequence: { individuals: 2, society: 1, business: 1 },
      evidence,
    },
  });

const { records } = atHand({
  heads: [
    head('evidence', { title: 'Report' }, { recordId: 'e1' }),
    head('incident', { title: 'Leak' }, { recordId: 'i1' }),
    head('monitoring', { drift: { found: 'None.' } }, { recordId: 'm1' }),
  ],
});
const checked = (type: RecordType<any>, data: unknown, before?: unknown) =>
  checkRecordReferences(type, data, before, records);

describe('what a record says of other records', () => {
  it('is found wherever its schema has it', () => {
    const data = { scenarios: [scenario(), current('e1', 'e2')] };
    expect(recordReferences(riskAssessment, data)).toEqual([
      {
        path: 'scenarios[1].current.evidence[0]',
        field: 'scenarios[].current.evidence[]',
        recordId: 'e1',
        types: ['evidence'],
      },
      expect.objectContaining({
        path: 'scenarios[1].current.evidence[1]',
        recordId: 'e2',
      }),
    ]);
    expect(recordReferences(change, { title: 'New model' })).toEqual([]);
    expect(recordReferences(change, null)).toEqual([]);
  });

  it.each<[string, RecordType<any>, object]>([
    ['a risk on evidence', riskAssessment, { scenarios: [current('e1')] }],
    ['an approval on evidence', approval, { evidence: ['e1'] }],
    ['a test on evidence', controlTest, { evidenceRecords: ['e1'] }],
    ['an incident on a breach', incident, { breaches: [{ monitoring: 'm1' }] }],
    ['a change on a breach', change, { breaches: [{ monitoring: 'm1' }] }],
    [
      'an action on an incident',
      correctiveAction,
      { from: { kind: 'incident', recordId: 'i1' } },
    ],
    [
      'an action on a breach',
      correctiveAction,
      { from: { kind: 'breach', recordId: 'm1' } },
    ],
    // kept elsewhere
    [
      'an action on an audit',
      correctiveAction,
      { from: { kind: 'audit', recordId: 'Audit 2026' } },
    ],
  ])('holds: %s', (_, type, data) => {
    expect(() => checked(type, data)).not.toThrow();
  });

  it.each<[RecordType<any>, object, string]>([
    [
      riskAssessment,
      { scenarios: [current('e1', 'i1'), current('none')] },
      'data.scenarios[0].current.evidence[1]: there is no evidence record i1 of the system; data.scenarios[1].current.evidence[0]: there is no evidence record none of the system',
    ],
    [
      correctiveAction,
      { from: { kind: 'incident', recordId: 'm1' } },
      'data.from.recordId: there is no incident record m1 of the system',
    ],
    [
      incident,
      { breaches: [{ monitoring: 'x' }] },
      'data.breaches[0].monitoring: there is no monitoring record x of the system',
    ],
  ])('is refused with every path: %#', (type, data, says) => {
    expect(() => checked(type, data)).toThrow(says);
  });

  it('stays as it was named before, wherever it stands now', () => {
    const before = { scenarios: [current('erased')] };
    const next = { scenarios: [scenario(), current('erased', 'e1')] };
    expect(() => checked(riskAssessment, next, before)).not.toThrow();
    expect(() => checked(riskAssessment, next, null)).toThrow(/erased/);
  });

  it('is another where it is of another type now', () => {
    const from = (kind: string) => ({ from: { kind, recordId: 'i1' } });
    expect(() =>
      checked(correctiveAction, from('breach'), from('incident')),
    ).toThrow('data.from.recordId: there is no monitoring record i1');
  });

  it('is of types that there are', () => {
    const known = recordTypes.map(t => t.type);
    const text = JSON.stringify(recordTypes.map(recordFormSchema));
    const named = [...text.matchAll(/"recordTypes":(\[[^\]]*\])/g)];
    expect(named.length).toBeGreaterThan(5);
    for (const [, types] of named) {
      expect(known).toEqual(expect.arrayContaining(JSON.parse(types)));
    }
  });
});
