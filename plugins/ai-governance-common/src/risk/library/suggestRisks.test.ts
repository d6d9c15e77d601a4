import fc from 'fast-check';
import { Profile, profileSchema } from '../../entity/profile';
import {
  annexIIIAreas,
  dataClassifications,
  influences,
  oversightModes,
  sourcings,
} from '../../entity/profile';
import { connectorKinds } from '../../records/connector';
import { tiers } from '../../results';
import { RiskContext, riskContext } from './RiskContext';
import { riskLibrary } from './riskLibrary';
import { suggestRisks, unansweredFor } from './suggestRisks';

const nothing: RiskContext = {
  profile: {},
  tier: null,
  connectors: [],
  threats: [],
  scenarios: [],
};
const suggested = (context: Partial<RiskContext>) =>
  suggestRisks({ ...nothing, ...context });
const idsFor = (context: Partial<RiskContext>) =>
  suggested(context).map(s => s.entry.id);
const whyOf = (context: Partial<RiskContext>, id: string) =>
  suggested(context).find(s => s.entry.id === id)?.why;

describe('what is suggested', () => {
  it('is nothing where nothing is known', () => {
    expect(suggestRisks(nothing)).toEqual([]);
  });

  it('for an agent with connectors is what agents do with tools', () => {
    const context = {
      profile: { type: 'agent' },
      connectors: [
        { name: 'CRM', kind: 'api' as const },
        { name: 'Mail', kind: 'tool' as const },
      ],
    };
    expect(idsFor(context)).toEqual(
      expect.arrayContaining([
        'rogue-actions',
        'tool-misuse',
        'agent-privilege-abuse',
        'runaway-loops',
        'agent-goal-hijack',
        'prompt-injection',
        'insecure-integration',
      ]),
    );
    expect(whyOf(context, 'tool-misuse')).toEqual([
      'Because it is an agent and it has connectors (CRM and Mail).',
    ]);
  });

  it('for an MCP server names the server', () => {
    const context = {
      profile: { type: 'agent' },
      connectors: [{ name: 'Tickets', kind: 'mcp-server' as const }],
    };
    expect(whyOf(context, 'tool-registry-tampering')).toEqual([
      'Because it is an agent and it reaches an MCP server (Tickets).',
    ]);
  });

  it('for personal data is privacy, by its categories', () => {
    const profile = { data: { categories: ['financial', 'personal'] } };
    expect(whyOf({ profile }, 'privacy-of-people')).toEqual([
      'Because its data is about people (personal).',
    ]);
    expect(
      idsFor({ profile: { data: { categories: ['financial'] } } }),
    ).toEqual([]);
  });

  it('for generated source code is what the code may do, which a postcode is not', () => {
    const ids = (category: string) =>
      idsFor({
        profile: { type: 'agent', data: { categories: [category] } },
      });
    for (const code of ['source-code', 'Source code', 'code']) {
      expect(ids(code)).toContain('unexpected-code-execution');
    }
    for (const other of ['postcode', 'Codes of countries']) {
      expect(ids(other)).not.toContain('unexpected-code-execution');
    }
  });

  it('for a feature of a vendor that was switched on is what the vendor may do', () => {
    const profile: Profile = {
      type: 'embedded-feature',
      sourcing: 'vendor-feature',
      vendor: { name: 'Confera', product: 'Notes', enabledByDefault: true },
    };
    expect(idsFor({ profile })).toEqual(
      expect.arrayContaining([
        'silent-enablement',
        'vendor-retention',
        'vendor-training-use',
        'pasted-data',
      ]),
    );
    expect(whyOf({ profile }, 'silent-enablement')).toEqual([
      'Because the vendor switched it on by itself.',
      'Because it is a feature of Confera Notes.',
    ]);
  });

  it('for a generative assistant is injection, leaked input and confabulation', () => {
    const profile: Profile = {
      type: 'generative-assistant',
      affects: { audience: ['employees'], interaction: ['people-interact'] },
    };
    expect(idsFor({ profile })).toEqual(
      expect.arrayContaining([
        'prompt-injection',
        'pasted-data',
        'confabulation',
      ]),
    );
  });

  it('for decisions of weight is bias, explanation and objection', () => {
    const profile: Profile = {
      type: 'decision-support',
      affects: {
        audience: ['customers'],
        influences: ['financial-outcomes'],
        basis: 'main',
      },
    };
    const ids = idsFor({ profile });
    expect(ids).toEqual(
      expect.arrayContaining([
        'unfair-outcomes',
        'no-explanation',
        'no-appeal',
      ]),
    );
    const none: Profile = {
      ...profile,
      affects: { ...profile.affects, basis: 'none' },
    };
    expect(idsFor({ profile: none })).not.toContain('unfair-outcomes');
  });

  it('for a predictive model is drift, and poisoning where it is built in-house', () => {
    expect(idsFor({ profile: { type: 'predictive-model' } })).toEqual([
      'drift',
    ]);
    expect(
      idsFor({ profile: { type: 'predictive-model', sourcing: 'in-house' } }),
    ).toEqual(expect.arrayContaining(['drift', 'data-poisoning']));
  });

  it('for open source is its supply chain', () => {
    expect(idsFor({ profile: { sourcing: 'open-source' } })).toEqual(
      expect.arrayContaining([
        'open-source-supply-chain',
        'model-source-tampering',
        'malicious-model-file',
      ]),
    );
  });

  it('is also what the threat model names', () => {
    const threats = [
      { id: 'mail', title: 'Mail gives orders', sources: ['LLM01:2025'] },
    ];
    expect(whyOf({ threats }, 'prompt-injection')).toEqual([
      'Because the threat model names “Mail gives orders”.',
    ]);
  });

  it('begins with what most speaks for', () => {
    const [first, ...others] = suggested({
      profile: { type: 'agent', oversight: 'human-on-the-loop' },
      connectors: [{ name: 'CRM', kind: 'api' }],
    });
    expect(first.entry.id).toBe('rogue-actions');
    expect(others.length).toBeGreaterThan(3);
  });
});

describe('what is covered', () => {
  const profile = { type: 'agent' };
  const coveredBy = (scenarios: RiskContext['scenarios']) =>
    suggested({ profile, scenarios }).find(
      s => s.entry.id === 'prompt-injection',
    )!.coveredBy;

  it('is a scenario that names an id which means the same', () => {
    expect(
      coveredBy([{ id: 'x', title: 'Orders in logs', sources: ['AML.T0051'] }]),
    ).toEqual([
      { recordType: 'risk-assessment', id: 'x', title: 'Orders in logs' },
    ]);
  });

  it('is one that was made from the entry, also a second time', () => {
    expect(coveredBy([{ id: 'prompt-injection', title: 'A' }])).toHaveLength(1);
    expect(coveredBy([{ id: 'prompt-injection-2', title: 'A' }])).toHaveLength(
      1,
    );
    expect(coveredBy([{ id: 'prompt-injection-mail', title: 'A' }])).toEqual(
      [],
    );
  });

  it('is none that shares only what is related', () => {
    expect(
      coveredBy([{ id: 'x', title: 'A', sources: ['Tampering'] }]),
    ).toEqual([]);
  });
});

describe('the context of a subject', () => {
  const connector = (name: string, status: string, decision: string) => ({
    type: 'connector',
    data: { name, kind: 'api', status, decision },
  });

  it('has the connectors that are there or may come, each once, and nothing of what was erased', () => {
    const context = riskContext({ profile: {}, tier: null }, [
      connector('CRM', 'connected', 'approved'),
      connector('CRM', 'connected', 'requested'),
      connector('Mail', 'connected', 'rejected'),
      connector('Old', 'disconnected', 'approved'),
      connector('Wish', 'planned', 'requested'),
      connector('Refused', 'planned', 'rejected'),
      { type: 'risk-assessment', data: null },
    ]);
    expect(context.connectors.map(c => c.name)).toEqual([
      'CRM',
      'Mail',
      'Wish',
    ]);
    expect(context.scenarios).toEqual([]);
  });

  it('says which answers might bring more', () => {
    expect(unansweredFor(nothing)).toContain('where the AI comes from');
    expect(
      unansweredFor({ ...nothing, profile: { sourcing: 'vendor' } }),
    ).not.toContain('where the AI comes from');
  });
});

describe('for any subject', () => {
  const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
  const some = <T>(values: readonly T[]) =>
    fc.subarray([...values]) as fc.Arbitrary<T[]>;
  const types = [
    'agent',
    'generative-assistant',
    'predictive-model',
    'decision-support',
    'embedded-feature',
  ];
  const profile = fc.record({
    type: maybe(fc.constantFrom(...types)),
    sourcing: maybe(fc.constantFrom(...sourcings)),
    oversight: maybe(fc.constantFrom(...oversightModes)),
    vendor: maybe(
      fc.record({
        name: fc.constant('Acme'),
        enabledByDefault: maybe(fc.boolean()),
      }),
    ),
    models: maybe(
      fc.array(
        fc.record({
          provider: fc.constant('acme'),
          name: fc.constantFrom('a', 'b'),
          channel: maybe(fc.constant('azure')),
        }),
        { maxLength: 2 },
      ),
    ),
    dependsOn: maybe(some(['aisystem:default/x', 'resource:default/y'])),
    data: maybe(
      fc.record({
        classification: maybe(fc.constantFrom(...dataClassifications)),
        categories: maybe(some(['personal', 'health', 'source-code', 'other'])),
        sources: maybe(some(['resource:default/a', 'resource:default/b'])),
      }),
    ),
    affects: maybe(
      fc.record({
        audience: maybe(some(['team', 'employees', 'customers', 'public'])),
        influences: maybe(some(influences)),
        basis: maybe(fc.constantFrom('main', 'contributing', 'none')),
        interaction: maybe(some(['people-interact', 'generated-content'])),
      }),
    ),
    regulation: maybe(
      fc.record({
        euAiAct: fc.record({ annexIII: maybe(some(annexIIIAreas)) }),
      }),
    ),
  }) as fc.Arbitrary<Profile>;
  const context: fc.Arbitrary<RiskContext> = fc.record({
    profile,
    tier: fc.constantFrom(null, ...tiers),
    connectors: fc.array(
      fc.record({
        name: fc.constantFrom('CRM', 'Mail', 'Tickets'),
        kind: fc.constantFrom(...connectorKinds),
      }),
      { maxLength: 3 },
    ),
    threats: fc.array(
      fc.constantFrom(...riskLibrary).map(entry => ({
        id: 'threat',
        title: entry.title,
        sources: entry.sources.slice(0, 1),
      })),
      { maxLength: 3 },
    ),
    scenarios: fc.constant([]),
  });

  it('the same is suggested each time, each entry once and with its reasons', () => {
    fc.assert(
      fc.property(context, subject => {
        const found = suggestRisks(subject);
        expect(suggestRisks(JSON.parse(JSON.stringify(subject)))).toEqual(
          found,
        );
        expect(new Set(found.map(s => s.entry.id)).size).toBe(found.length);
        for (const { why } of found) {
          expect(why.length).toBeGreaterThan(0);
          for (const reason of why) expect(reason).toMatch(/^Because .+\.$/);
        }
      }),
    );
  });

  /** Everything that `a` says, and what `b` says where `a` says nothing; lists are joined. */
  function withMore(a: any, b: any): any {
    if (a === undefined || a === null) return b;
    if (Array.isArray(a)) return [...a, ...(b ?? [])];
    if (typeof a !== 'object') return a;
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b ?? {})])];
    return Object.fromEntries(keys.map(k => [k, withMore(a[k], b?.[k])]));
  }

  it('more that is known takes no suggestion away', () => {
    fc.assert(
      fc.property(context, context, (known, other) => {
        const more: RiskContext = withMore(known, other);
        // that no decision rests on it contradicts what it influences
        fc.pre(
          more.profile.affects?.basis !== 'none' ||
            known.profile.affects?.basis === 'none',
        );
        // whose vendor is named when before nobody was is no other vendor
        expect(profileSchema.safeParse(more.profile).success).toBe(true);
        const after = idsFor(more);
        for (const id of idsFor(known)) expect(after).toContain(id);
      }),
    );
  });
});
