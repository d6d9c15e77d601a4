import {
  admission,
  atHand,
  dana,
  decisionPolicy,
  head,
  lead,
  office,
} from '../decisions/__testUtils__/atHand';
import { entities, limitedProfile, subject } from '../__testUtils__/subject';
import { RevisionHead } from '../decisions';
import { Profile, tierOf } from '../entity';
import { evaluate } from '../evaluate';
import { connector, Connector, VendorAssessment } from '../records';
import { RecordState } from '../state';

/** A notes product that is in use already gets a summary by AI overnight; nobody here has switched it on. */
const feature: Profile = {
  ...limitedProfile,
  accountable: lead,
  purpose: 'Summaries of meetings.',
  sourcing: 'vendor-feature',
  vendor: {
    name: 'Example Suite',
    product: 'Notes',
    enabledByDefault: true,
  },
  data: { classification: 'restricted', categories: ['personal'] },
};

/** What the ledger of the one subject holds, in the order in which it was written. */
let ledger: (RevisionHead & { data: any })[];
beforeEach(() => {
  ledger = [];
});

const write = (
  type: string,
  data: object,
  at: string,
  over: Partial<RevisionHead> = {},
) => {
  const recordId = over.recordId ?? `${type}-1`;
  const revision =
    1 + ledger.filter(h => h.type === type && h.recordId === recordId).length;
  ledger.push(
    head(type, data, {
      recordId,
      revision,
      effectiveAt: `${at}T09:00:00.000Z`,
      recordedAt: `${at}T09:00:00.000Z`,
      ...over,
    }),
  );
};

/** A step in the life of the connector, as far as its author may take it. */
const state = (
  data: Connector,
  author: string,
  at: string,
  recordId: string,
) => {
  const hand = atHand({
    profile: feature,
    tier: tierOf(feature, decisionPolicy).tier,
    heads: ledger,
  });
  const previous = hand.records.connector?.find(
    (r: RecordState) => r.recordId === recordId,
  ) as RecordState<Connector> | undefined;
  const admitted = connector.admit!(
    admission(data, author, {
      subject: hand,
      at: `${at}T09:00:00.000Z`,
      ...(previous && { previous }),
    }),
  );
  write('connector', admitted, at, { author, recordId });
  return admitted;
};

const ids = [1, 2, 3, 4, 5, 6].map(n => `VEN-0${n}`);

/** VEN-01 to VEN-06 at the start of a day, in their order. */
const on = (day: string) => {
  const { records } = atHand({ profile: feature, heads: ledger });
  const { results } = evaluate(
    subject({
      profile: feature,
      entities,
      records: Object.values(records).flat() as RecordState<any>[],
    }),
    decisionPolicy,
    `${day}T12:00:00.000Z`,
  );
  return results.filter(r => ids.includes(r.controlId)).map(r => r.state);
};

it('a feature that its vendor switched on by itself is brought in order step by step, and stays so only by what is done', () => {
  // registered, and nothing more
  const silent = 'not-reported';
  expect(on('2026-02-01')).toEqual([
    silent,
    silent,
    silent,
    'not-applicable',
    silent,
    silent,
  ]);

  // it reaches the calendars of everybody already
  const calendar: Connector = {
    name: 'Calendars',
    kind: 'api',
    reach: { classifications: ['internal'], scopes: ['calendar.read'] },
    status: 'connected',
    decision: 'requested',
    reason: 'To know who was there.',
  };
  state(calendar, dana, '2026-02-02', 'c-1');
  expect(on('2026-02-02')[3]).toBe('not-reported');

  // assessed, with what is known on the first day
  const first: VendorAssessment = {
    product: 'Notes',
    dataSent: [{ classification: 'restricted', what: 'What was said' }],
    retention: {
      prompts: { standing: 'unknown' },
      outputs: { standing: 'known', days: 30 },
    },
    training: { use: 'unknown' },
    silentEnablement: {
      noticedBy: 'The release notes, read each month.',
      features: [{ name: 'Summaries', noticedOn: '2026-01-30', done: 'open' }],
    },
    checkpoint: {
      result: 'not-passed',
      by: 'group:default/procurement',
      on: '2026-02-03',
    },
  };
  write('vendor-assessment', first, '2026-02-03');
  expect(on('2026-02-03')).toEqual([
    'pass',
    'fail',
    'fail',
    'not-reported',
    'fail',
    silent,
  ]);

  // the vendor answers: it trains its models with what is said in meetings
  const answered: VendorAssessment = {
    ...first,
    retention: {
      prompts: { standing: 'known', days: 0 },
      outputs: { standing: 'known', days: 30 },
      logs: { standing: 'known', days: 90 },
    },
    training: { use: 'yes' },
    evidence: [{ kind: 'soc-2', issued: '2025-06-30', expires: '2026-06-29' }],
  };
  write('vendor-assessment', answered, '2026-02-10');
  expect(on('2026-02-10')).toEqual([
    'pass',
    'pass',
    'fail',
    'not-reported',
    'fail',
    'pass',
  ]);

  // switched off for us; procurement looks again; the office approves what it reaches
  const settled: VendorAssessment = {
    ...answered,
    training: { use: 'opted-out', basis: 'Amendment 3' },
    checkpoint: {
      result: 'passed',
      by: 'group:default/procurement',
      on: '2026-02-20',
      reference: 'PROC-118',
    },
  };
  write('vendor-assessment', settled, '2026-02-20');
  expect(() =>
    state({ ...calendar, decision: 'approved' }, lead, '2026-02-20', 'c-1'),
  ).toThrow('group:default/office');
  const approved = state(
    { ...calendar, decision: 'approved' },
    office,
    '2026-02-20',
    'c-1',
  );
  const inOrder = ['pass', 'pass', 'pass', 'pass', 'pass', 'pass'];
  expect(on('2026-02-20')).toEqual(inOrder);

  // a release later it reads the mail too: reported by the owner, and more than was approved
  const reach = {
    classifications: ['restricted' as const],
    scopes: ['calendar.read', 'mail.read'],
  };
  state({ ...approved, reach }, dana, '2026-03-01', 'c-1');
  write(
    'change',
    { kind: 'vendor', title: 'Reads mail', why: 'A release of the vendor.' },
    '2026-03-01',
    { recordId: 'change-1' },
  );
  expect(on('2026-03-01')).toEqual([
    'fail',
    'pass',
    'pass',
    'fail',
    'pass',
    'pass',
  ]);

  // assessed anew, and the wider reach approved by a new decision
  write('vendor-assessment', settled, '2026-03-05');
  state({ ...calendar, reach }, dana, '2026-03-05', 'c-2');
  expect(on('2026-03-05')).toEqual([
    ...inOrder.slice(0, 3),
    'fail',
    'pass',
    'pass',
  ]);
  state(
    { ...calendar, reach, decision: 'approved' },
    office,
    '2026-03-06',
    'c-2',
  );
  expect(on('2026-03-06')).toEqual(inOrder);

  // and time goes by: the evidence runs out first, then the assessment of half a year, then the approval of a year
  expect(on('2026-06-01').at(-1)).toBe('warning');
  expect(on('2026-06-30').at(-1)).toBe('expired');
  expect(on('2026-09-06')[0]).toBe('expired');
  expect(on('2027-03-07')).toEqual([
    'expired',
    'pass',
    'pass',
    'expired',
    'pass',
    'expired',
  ]);
});
