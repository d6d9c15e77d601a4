import {
  highProfile,
  intendedUse,
  policy,
  scenario,
} from '../__testUtils__/subject';
import {
  change,
  recordFormSchema,
  recordTypeOf,
  recordTypes,
  riskAssessment,
  validateRecord,
} from '.';

/** For each type: data that says the least, and its line in lists. */
const least: Record<string, [object, string]> = {
  profile: [highProfile, 'Forecast the volume of calls.'],
  registration: [
    {
      name: 'meeting-notes',
      title: 'Meeting notes',
      type: 'embedded-feature',
      lifecycle: 'production',
      owner: 'group:default/marketing',
      status: 'registered',
    },
    'Meeting notes',
  ],
  'intended-use': [
    { purpose: '# Plan\n\nFor *planners*.' },
    'Plan For planners.',
  ],
  'risk-assessment': [{ scenarios: [scenario()] }, '1 scenario'],
  'threat-model': [
    { scope: 'The *mailbox*.', assets: [], entryPoints: [], threats: [] },
    '0 threats: The mailbox.',
  ],
  'impact-assessment': [{ process: 'Plan the week.' }, 'Plan the week.'],
  'data-sheet': [{ description: 'Calls of **2024**.' }, 'Calls of 2024.'],
  operations: [{ overview: '# Runs\n\nNightly.' }, 'Runs Nightly.'],
  change: [
    { kind: 'model', title: 'New model', why: 'Cheaper.', origin: 'person' },
    'New model',
  ],
  approval: [{ gate: 'deploy', decision: 'requested' }, 'deploy: requested'],
  'risk-acceptance': [
    {
      scenario: 'leak',
      decision: 'approved',
      reason: 'Rare.',
      expires: '2026-12-31',
    },
    'leak: approved',
  ],
  exemption: [
    {
      control: 'DOC-03',
      decision: 'rejected',
      reason: 'Later.',
      compensating: 'None.',
      expires: '2026-12-31',
    },
    'DOC-03: rejected',
  ],
  'tier-override': [
    {
      tier: 'limited',
      decision: 'withdrawn',
      reason: 'No decision rests on it.',
      expires: '2026-12-31',
    },
    'limited: withdrawn',
  ],
  confirmation: [{}, 'Confirmed'],
  'control-test': [
    {
      control: 'DOC-03',
      testedOn: '2026-03-01',
      method: 'Interview.',
      result: 'partly-effective',
    },
    'DOC-03: partly effective',
  ],
  'vendor-assessment': [{ product: 'Notes' }, 'Notes'],
  connector: [
    {
      name: 'CRM',
      kind: 'api',
      reach: { classifications: [], scopes: [] },
      status: 'planned',
      decision: 'requested',
      reason: 'Look up customers.',
    },
    'CRM: planned, requested',
  ],
  evidence: [
    {
      title: 'Bias test',
      link: 'https://example.com/bias.pdf',
      sha256: 'a'.repeat(64),
      producer: 'Model validation',
      generatedAt: '2026-03-01',
      effectiveFrom: '2026-03-01',
      expires: '2026-12-31',
    },
    'Bias test, until 2026-12-31',
  ],
  monitoring: [
    {
      period: { from: '2026-03-01', to: '2026-03-31' },
      drift: {
        found: 'Some.',
        measures: [{ name: 'psi', value: 0.3, breached: true }],
      },
    },
    '2026-03-01 to 2026-03-31: 1 breached',
  ],
  incident: [
    {
      title: 'Details pasted',
      kind: 'misuse',
      severity: 'high',
      status: 'open',
      detected: '2026-03-01',
      what: 'Details of customers in a prompt.',
    },
    'Details pasted (high, open)',
  ],
  'corrective-action': [
    {
      title: 'Filter prompts',
      from: { kind: 'audit', recordId: 'audit-1' },
      severity: 'low',
      status: 'open',
      plan: 'Redact what looks personal.',
      owner: 'group:default/lending',
    },
    'Filter prompts (low, open)',
  ],
  'discovery-decision': [
    {
      entity: 'api:default/mcp',
      decision: 'not-ai',
      reason: 'A test double.',
    },
    'api:default/mcp: not AI',
  ],
  objective: [
    {
      title: 'Assess every risk',
      measure: 'Systems with a current assessment',
      unit: '%',
      direction: 'at-least',
      target: 95,
      owner: 'group:default/office',
      due: '2026-12-31',
      plan: 'Ask each quarter.',
      status: 'open',
    },
    'Assess every risk (open)',
  ],
  'management-review': [
    {
      heldOn: '2026-03-01',
      chairedBy: 'user:default/dana',
      attendees: [],
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
      decisions: [{ what: 'Go on' }],
      nextBy: '2027-03-01',
    },
    '2026-03-01: 1 decision',
  ],
  audit: [
    {
      title: 'Yearly',
      kind: 'internal',
      status: 'planned',
      scope: 'Everything.',
      criteria: [{ framework: 'iso-42001' }],
      period: { from: '2026-03-01', to: '2026-03-05' },
      lead: 'user:default/amir',
      independence: 'Audits only.',
    },
    'Yearly (internal, planned, 0 findings)',
  ],
  applicability: [
    {
      framework: 'iso-42001',
      requirement: 'A.8.3',
      applies: 'no',
      justification: 'Nobody outside is affected.',
    },
    'iso-42001 A.8.3: does not apply',
  ],
  delegation: [
    {
      to: 'user:default/dana',
      decisions: ['approval'],
      from: '2026-03-01',
      until: '2026-03-14',
    },
    'user:default/dana, 2026-03-01 to 2026-03-14',
  ],
  'policy-acknowledgement': [{ version: '2026.1' }, '2026.1'],
  training: [
    { course: 'AI basics', completed: '2026-03-01', expires: '2027-03-01' },
    'AI basics, 2026-03-01, until 2027-03-01',
  ],
  policy: [policy, 'Use of AI, 2026.1'],
  continuation: [
    {
      from: 'aisystem:default/old',
      to: 'aisystem:default/new',
      reason: 'Only its name.',
    },
    'aisystem:default/old is aisystem:default/new',
  ],
  redaction: [
    { recordId: 'b6f6…', revision: 1, reason: 'Named\na person.' },
    'Named a person.',
  ],
};

/** What an author fills in: what the system does is shown to nobody as a field. */
const authored = (schema: any): any => ({
  ...schema,
  properties: Object.fromEntries(
    Object.entries(schema.properties ?? {}).filter(
      ([, field]: any) => field.filledIn !== 'system',
    ),
  ),
});

/** Every field of a JSON schema with its path. */
function fields(schema: any, path = ''): [string, any][] {
  return [
    ...Object.entries(schema.properties ?? {}),
    ...(schema.items ? [['[]', schema.items]] : []),
  ].flatMap(([key, field]: any) => [
    [`${path}.${key}`, field] as [string, any],
    ...fields(field, `${path}.${key}`),
  ]);
}

describe.each(recordTypes.map(type => [type.type, type] as const))(
  '%s',
  (id, type) => {
    it('is found by its id, and says what it is', () => {
      expect(recordTypeOf(id)).toBe(type);
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      for (const words of [
        type.title,
        type.plural,
        type.description,
        type.source,
      ]) {
        expect(words).toMatch(/\S/);
      }
      expect(type.schemaVersion).toBeGreaterThanOrEqual(1);
    });

    it('takes the least, and tells it in one line', () => {
      const [data, line] = least[id];
      const valid = validateRecord(type, data);
      expect(valid).toEqual({ ok: true, data });
      expect(type.summary(data)).toBe(line);
    });

    it('refuses what is no object', () => {
      for (const wrong of [null, [], 'text', 1]) {
        expect(validateRecord(type, wrong)).toMatchObject({
          ok: false,
          issues: [{ path: '' }],
        });
      }
    });

    it('has a JSON schema that stands alone', () => {
      const schema = recordFormSchema(type);
      expect(schema.type).toBe('object');
      expect(JSON.stringify(schema)).not.toMatch(/"\$(ref|schema)"/);
      expect(fields(schema).length).toBeGreaterThan(1);
    });

    if (type.writtenBy === 'people') {
      it('has a title for every field of its form, and takes no other', () => {
        const schema = authored(recordFormSchema(type));
        const all = fields(schema);
        expect(all.filter(([, f]) => !f.title).map(([p]) => p)).toEqual([]);
        const open = [['', schema] as [string, any], ...all]
          .filter(([, f]) => f.type === 'object')
          .filter(([, f]) => f.additionalProperties !== false);
        expect(open.map(([p]) => p)).toEqual([]);
      });
    }
  },
);

it('has each type once', () => {
  const ids = recordTypes.map(t => t.type);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Object.keys(least).sort()).toEqual([...ids].sort());
  expect(recordTypeOf('no-such-type')).toBeUndefined();
  expect(recordTypeOf('constructor')).toBeUndefined();
});

describe('an intended use', () => {
  it('names the section that is too long, and the one it does not know', () => {
    expect(
      validateRecord(recordTypeOf('intended-use')!, {
        ...intendedUse,
        limitations: 'x'.repeat(20_001),
        limitation: 'x',
      }),
    ).toMatchObject({
      ok: false,
      issues: [{ path: 'limitations' }, { path: 'limitation' }],
    });
  });
});

describe('a risk assessment', () => {
  const issues = (...scenarios: unknown[]) => {
    const result = validateRecord(riskAssessment, { scenarios });
    return result.ok ? [] : result.issues.map(i => `${i.path}: ${i.message}`);
  };

  it.each<[string, object, RegExp]>([
    [
      'a rating out of range',
      { inherent: { ...scenario().inherent, likelihood: 6 } },
      /^scenarios\[1\]\.inherent\.likelihood: /,
    ],
    [
      'half a rating',
      { inherent: { ...scenario().inherent, likelihood: 2.5 } },
      /^scenarios\[1\]\.inherent\.likelihood: /,
    ],
    [
      'a missing dimension',
      {
        inherent: {
          likelihood: 1,
          consequence: { individuals: 1, business: 1 },
        },
      },
      /^scenarios\[1\]\.inherent\.consequence\.society: /,
    ],
    ['a category it does not know', { category: 'mood' }, /\[1\]\.category: /],
    ['an id with spaces', { id: 'a b' }, /\[1\]\.id: /],
    [
      'an id twice',
      { id: 'wrong-forecast' },
      /\[1\]\.id: the id wrong-forecast/,
    ],
    [
      'a title of two lines',
      { title: 'a\nb' },
      /\[1\]\.title: must be one line/,
    ],
    ['a blank title', { title: '  ' }, /\[1\]\.title: must be one line/],
    [
      'an owner that is neither',
      { treatment: { strategy: 'avoid', owner: 'component:default/x' } },
      /\[1\]\.treatment\.owner: must be a reference to User or Group/,
    ],
    [
      'an owner without a kind',
      { treatment: { strategy: 'avoid', owner: 'dana' } },
      /\[1\]\.treatment\.owner: must be a reference/,
    ],
    [
      'a date that is none',
      { treatment: { strategy: 'avoid', due: 'soon' } },
      /\[1\]\.treatment\.due: /,
    ],
  ])('refuses %s, with its path', (_name, over, says) => {
    expect(issues(scenario(), { ...scenario({ id: 'b' }), ...over })).toEqual([
      expect.stringMatching(says),
    ]);
  });

  it.each(['user:default/dana.k', 'User:dana', 'group:labs/team-1'])(
    'takes the owner %s',
    owner => {
      expect(
        issues(scenario({ treatment: { strategy: 'accept', owner } })),
      ).toEqual([]);
    },
  );

  it('counts its scenarios', () => {
    expect(riskAssessment.summary({ scenarios: [] })).toBe('0 scenarios');
  });
});

describe('a change', () => {
  // eslint-disable-next-line no-script-url
  it.each(['javascript:alert(1)', 'data:text/html,x', '//x', 'https://a b'])(
    'refuses the link %s',
    link => {
      const data = { kind: 'model', title: 'New', why: 'Why', link };
      expect(validateRecord(change, data)).toEqual({
        ok: false,
        issues: [{ path: 'link', message: 'must be an http or https address' }],
      });
    },
  );

  it('is reported by a person unless it says otherwise', () => {
    const data = { kind: 'prompt', title: 'New', why: 'Why' };
    expect(validateRecord(change, data)).toEqual({
      ok: true,
      data: { ...data, origin: 'person' },
    });
  });
});
