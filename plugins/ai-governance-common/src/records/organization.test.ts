import {
  admission,
  dana,
  head,
  now,
  office,
  omar,
} from '../decisions/__testUtils__/atHand';
import { Admission, OrganizationAtHand } from '../decisions';
import { applicability, Applicability } from './applicability';
import { Audit, audit } from './audit';
import { CorrectiveAction, correctiveAction } from './correctiveAction';
import { ManagementReview, managementReview } from './managementReview';
import { lastMeasurement, objective, Objective } from './objective';
import { RecordType } from './RecordType';
import { validateRecord } from './validate';

/** What the type makes of data in the organization's stream that holds `records`. */
function admitted<T>(
  type: RecordType<any>,
  data: T,
  over: {
    author?: string;
    previous?: unknown;
    records?: OrganizationAtHand['records'];
    named?: OrganizationAtHand['named'];
    figures?: any;
  } = {},
): T {
  const given: Admission<any> = admission(data, over.author ?? dana, {
    previous:
      over.previous === undefined
        ? undefined
        : head(type.type, over.previous, { recordId: 'own' }),
  } as any);
  return type.admit!({
    ...given,
    subject: undefined,
    stream: 'organization',
    organization: {
      records: over.records ?? {},
      named: over.named ?? {},
      figures: over.figures,
    },
  });
}
const issues = (type: RecordType<any>, data: unknown) => {
  const result = validateRecord(type, data);
  return result.ok ? [] : result.issues.map(i => `${i.path}: ${i.message}`);
};

const today = now.slice(0, 10);
const aim: Objective = {
  title: 'Assess every risk',
  measure: 'Systems with a current assessment',
  unit: '%',
  direction: 'at-least',
  target: 95,
  owner: 'Group:office',
  due: '2027-01-31',
  plan: 'Ask each quarter.',
  status: 'open',
};

describe('an objective', () => {
  it('is set on the day it is recorded, by its full owner, and stays so', () => {
    const first = admitted(objective, aim);
    expect(first).toEqual({
      ...aim,
      owner: 'group:default/office',
      setOn: today,
    });
    const before = { ...first, setOn: '2026-01-01' };
    expect(
      admitted(objective, { ...before, title: 'Other' }, { previous: before })
        .setOn,
    ).toBe('2026-01-01');
  });

  it('is met when the last measurement is what it asks for', () => {
    const with_ = (...values: [string, number][]) =>
      admitted(
        objective,
        {
          ...aim,
          status: 'met',
          measurements: values.map(([on, value]) => ({ on, value })),
        },
        { previous: aim },
      );
    expect(() => with_()).toThrow(/^data\.status: it is met when .* none/);
    expect(() => with_(['2026-05-01', 97], ['2026-05-20', 94.9])).toThrow(
      'data.status: it is met when the last measurement is at least 95 %; that of 2026-05-20 is 94.9',
    );
    expect(with_(['2026-05-20', 95], ['2026-05-01', 1]).status).toBe('met');
  });

  it('measured again once it is opened again', () => {
    const met = { ...aim, status: 'met' as const, setOn: '2026-01-01' };
    expect(
      admitted(objective, { ...met, status: 'open' }, { previous: met }).setOn,
    ).toBe(today);
  });

  it.each<[string, Partial<Objective>, RegExp]>([
    ['new and met', { status: 'met' }, /^data\.status: a new one is open/],
    [
      'measured tomorrow',
      { measurements: [{ on: '2030-01-01', value: 1 }] },
      /^data\.measurements\[0\]\.on: must not be in the future/,
    ],
  ])('that is %s is refused', (_, over, says) => {
    expect(() => admitted(objective, { ...aim, ...over })).toThrow(says);
  });

  it('is dropped with a reason, and for good', () => {
    const dropped = { ...aim, status: 'dropped' as const };
    expect(() => admitted(objective, dropped, { previous: aim })).toThrow(
      'data.reason: say why it is dropped',
    );
    expect(() =>
      admitted(objective, aim, { previous: { ...dropped, reason: 'No.' } }),
    ).toThrow(/^data\.status: it is dropped and stays/);
  });

  it('has one measurement a day', () => {
    const measurements = [
      { on: '2026-01-01', value: 1 },
      { on: '2026-01-01', value: 2 },
    ];
    expect(issues(objective, { ...aim, measurements })).toEqual([
      'measurements[1].on: there is a measurement on 2026-01-01 already',
    ]);
    expect(lastMeasurement({})).toBeUndefined();
  });
});

const held: ManagementReview = {
  heldOn: '2026-05-20',
  chairedBy: 'user:dana',
  attendees: ['User:omar'],
  inputs: {
    earlierActions: 'Done.',
    issues: 'None.',
    interestedParties: 'None.',
    nonconformities: 'None.',
    monitoring: 'As ever.',
    auditResults: 'None.',
    objectives: 'On the way.',
    opportunities: 'None.',
  },
  decisions: [{ what: 'Hire', owner: 'group:office', due: '2026-08-01' }],
  nextBy: '2027-05-20',
};

describe('a management review', () => {
  it('keeps the figures of when it was recorded, whatever is written later', () => {
    const figures = { subjects: 7 };
    const first = admitted(managementReview, held, { figures });
    expect(first).toMatchObject({
      chairedBy: 'user:default/dana',
      attendees: ['user:default/omar'],
      decisions: [{ owner: 'group:default/office' }],
      snapshot: figures,
    });
    const later = admitted(
      managementReview,
      { ...first, nextBy: '2026-12-01' },
      { previous: first, figures: { subjects: 9 } },
    );
    expect(later.snapshot).toEqual(figures);
  });

  it.each<[Partial<ManagementReview>, RegExp]>([
    [{ heldOn: '2030-01-01', nextBy: '2031-01-01' }, /^data\.heldOn: /],
    [{ nextBy: '2026-05-20' }, /^data\.nextBy: must be after/],
    [
      { decisions: [{ what: 'x', done: '2030-01-01' }] },
      /^data\.decisions\[0\]\.done: /,
    ],
  ])('with %j is refused', (over, says) => {
    expect(() => admitted(managementReview, { ...held, ...over })).toThrow(
      says,
    );
  });

  it('considers everything that the standard names', () => {
    const { issues: _, ...left } = held.inputs;
    expect(issues(managementReview, { ...held, inputs: left })).toEqual([
      expect.stringMatching(/^inputs\.issues: /),
    ]);
  });
});

const planned: Audit = {
  title: 'Yearly',
  kind: 'internal',
  status: 'planned',
  scope: 'Everything.',
  criteria: [{ framework: 'iso-42001', requirements: ['9.2', 'A.6.2.4'] }],
  period: { from: '2026-05-01', to: '2026-05-05' },
  lead: 'user:default/amir',
  independence: 'Audits only.',
};
const finding = (over: object = {}) => ({
  id: 'F-1',
  title: 'No plan',
  grade: 'major' as const,
  requirements: ['9.2'],
  text: 'There is none.',
  ...over,
});
const reported: Audit = {
  ...planned,
  status: 'reported',
  conclusion: 'Fair.',
  findings: [finding(), finding({ id: 'F-2', grade: 'observation' })],
};
const act: CorrectiveAction = {
  title: 'Plan audits',
  from: { kind: 'audit', recordId: 'own', finding: 'F-1' },
  severity: 'high',
  status: 'open',
  plan: 'Write the plan.',
  owner: 'group:default/office',
};

describe('an audit', () => {
  it.each<[object, string]>([
    [
      { criteria: [{ framework: 'iso-42001', requirements: ['9.2', '99'] }] },
      'criteria[0].requirements[1]: there is no requirement 99 in iso-42001',
    ],
    [
      { findings: [finding({ requirements: ['9.2', '9.3'] })] },
      'findings[0].requirements[1]: there is no requirement 9.3 in the criteria',
    ],
    [
      { findings: [finding(), finding()] },
      'findings[1].id: the id F-1 is used by an earlier finding',
    ],
    [
      { period: { from: '2026-05-05', to: '2026-05-01' } },
      'period.to: must not be before from',
    ],
  ])('with %j is refused', (over, says) => {
    expect(issues(audit, { ...planned, ...over })).toEqual([says]);
  });

  it('against a whole framework has each of its requirements', () => {
    expect(
      issues(audit, {
        ...reported,
        criteria: [{ framework: 'iso-42001' }],
        findings: [finding({ requirements: ['9.3', 'A.8.3'] })],
      }),
    ).toEqual([]);
  });

  it('moves as it may', () => {
    expect(() =>
      admitted(audit, { ...planned, status: 'closed' }, { previous: planned }),
    ).toThrow(/^data\.status: from planned it can become in-progress/);
    expect(() =>
      admitted(audit, { ...planned, findings: [finding()] }),
    ).toThrow(/^data\.findings: /);
    expect(() => admitted(audit, { ...reported, conclusion: ' ' })).toThrow(
      'data.conclusion: say what the audit concludes',
    );
    expect(() =>
      admitted(audit, {
        ...reported,
        findings: [finding({ controls: ['X'] })],
      }),
    ).toThrow('data.findings[0].controls[0]: there is no control X');
  });

  it('is closed once the action of each major and minor finding is verified', () => {
    const close = (data: Audit, ...actions: object[]) =>
      admitted(
        audit,
        { ...data, status: 'closed' as const },
        {
          previous: reported,
          records: {
            'corrective-action': actions.map((one, i) =>
              head('corrective-action', one, { recordId: `c-${i}` }),
            ),
          },
        },
      );
    expect(() => close(reported)).toThrow(/missing for F-1$/);
    expect(() => close(reported, { ...act, status: 'done' })).toThrow(/F-1$/);
    const verified = { ...act, status: 'verified' };
    // of another audit, or of another finding
    for (const from of [
      { ...act.from, recordId: 'other' },
      { ...act.from, finding: 'F-2' },
    ]) {
      expect(() => close(reported, { ...verified, from })).toThrow(/F-1$/);
    }
    expect(close(reported, verified).status).toBe('closed');
  });

  it('takes the action of a system that a finding names', () => {
    const found = [finding({ correctiveAction: 'c-9' })];
    const data = { ...reported, findings: found };
    expect(audit.asksForRecords!(data)).toEqual(['c-9']);
    expect(() => admitted(audit, data)).toThrow(
      'data.findings[0].correctiveAction: there is no corrective action c-9',
    );
    const named = (status: string, type = 'corrective-action') => ({
      'c-9': head(type, { ...act, status }, { recordId: 'c-9' }),
    });
    expect(() =>
      admitted(audit, data, { named: named('verified', 'incident') }),
    ).toThrow(/there is no corrective action c-9/);
    const close = { ...data, status: 'closed' as const };
    expect(() =>
      admitted(audit, close, { previous: data, named: named('open') }),
    ).toThrow(/missing for F-1$/);
    expect(
      admitted(audit, close, { previous: data, named: named('verified') })
        .status,
    ).toBe('closed');
  });

  it('takes the permission to assure, whatever is done to it', () => {
    expect(audit.takes!(planned)).toBe('assure');
  });
});

describe('a corrective action of the organization', () => {
  const records = {
    audit: [head('audit', reported, { recordId: 'own' })],
    'management-review': [
      head('management-review', held, { recordId: 'review' }),
    ],
  };
  const write = (over: object, more: object = {}) =>
    admitted(
      correctiveAction,
      { ...act, ...over },
      {
        records,
        ...more,
      },
    );

  it('comes from a finding or a review that there is', () => {
    expect(write({}).due).toBe('2026-06-08');
    expect(write({ from: { kind: 'review', recordId: 'review' } }).status).toBe(
      'open',
    );
  });

  it.each<[object, RegExp]>([
    [{ kind: 'audit', recordId: 'x' }, /^data\.from\.recordId: there is no au/],
    [{ kind: 'review', recordId: 'own' }, /^data\.from\.recordId: there is no/],
    [
      { kind: 'audit', recordId: 'own', finding: 'F-9' },
      /^data\.from\.finding: the audit has no finding F-9/,
    ],
    [{ kind: 'incident', recordId: 'own' }, /^data\.from\.kind: /],
  ])('from %j is refused', (from, says) => {
    expect(() => write({ from })).toThrow(says);
  });

  it('names a finding of audits only', () => {
    const from = { kind: 'review', recordId: 'review', finding: 'F-1' };
    expect(issues(correctiveAction, { ...act, from })).toEqual([
      'from.finding: only audits have findings',
    ]);
  });

  it('is verified by somebody else than who did it', () => {
    const done = {
      ...act,
      owner: omar,
      status: 'done',
      done: { by: omar, at: now },
    };
    const verify = (author: string) =>
      write(
        { ...done, status: 'verified', effect: 'Seen.' },
        { author, previous: done },
      );
    expect(() => verify(omar)).toThrow(/somebody else/);
    expect(verify(office)).toMatchObject({ verified: { by: office } });
  });
});

const stated: Applicability = {
  framework: 'iso-42001',
  requirement: 'A.8.3',
  applies: 'yes',
  justification: 'People outside report to us.',
};

describe('what is stated of a requirement', () => {
  it('is stated once, and says where', () => {
    const records = {
      applicability: [head('applicability', stated, { recordId: 'a-1' })],
    };
    expect(() => admitted(applicability, stated, { records })).toThrow(
      'data.requirement: iso-42001 A.8.3 is stated already, as record a-1; revise that',
    );
    const other = { ...stated, requirement: 'A.8.4' };
    expect(admitted(applicability, other, { records })).toEqual(other);
  });

  it('is revised under its own id, and not into another', () => {
    const records = {
      applicability: [
        head('applicability', stated, { recordId: 'own' }),
        head(
          'applicability',
          { ...stated, requirement: 'A.8.4' },
          { recordId: 'a-2' },
        ),
      ],
    };
    const revised = { ...stated, applies: 'no' as const };
    const on = { records, previous: stated };
    expect(admitted(applicability, revised, on)).toEqual(revised);
    expect(() =>
      admitted(applicability, { ...stated, requirement: 'A.8.4' }, on),
    ).toThrow(/as record a-2/);
  });

  it('is of a requirement that the framework has', () => {
    expect(
      issues(applicability, { ...stated, requirement: 'GOVERN 1.1' }),
    ).toEqual(['requirement: there is no requirement GOVERN 1.1 in iso-42001']);
    expect(
      issues(applicability, { ...stated, framework: 'iso-9001' })[0],
    ).toMatch(/^framework: /);
  });
});
