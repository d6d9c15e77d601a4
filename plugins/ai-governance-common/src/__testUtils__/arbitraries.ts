import fc from 'fast-check';
import {
  annexIIIAreas,
  dataClassifications,
  influences,
  oversightModes,
  Profile,
  prohibitedPractices,
  sourcings,
} from '../entity';
import { controls } from '../controls';
import { GovernedState, Reach } from '../decisions';
import { GovernancePolicy, policyHash, policySchema } from '../policy';
import { riskLevels } from '../risk';
import {
  approvalGates,
  RiskScenario,
  Training,
  trainingUses,
  VendorAssessment,
} from '../records';
import { levels, Tier } from '../results';
import { RecordState, SubjectState } from '../state';
import { caseRecords } from './caseRecords';
import { decided, decision, governedBy, requested } from './decisions';
import {
  dataSheet,
  impactAssessment,
  operations,
  threatModel,
} from './documents';
import { ModelFeed } from '../models';
import { entities, intendedUse, policy, record, subject } from './subject';

const optional = <T>(value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined });
const subset = <T>(values: readonly T[]) => fc.subarray([...values]);

/** An instant of 2025 to 2028, to the millisecond. */
export const instants = fc
  .date({
    min: new Date('2025-01-01T00:00:00.000Z'),
    max: new Date('2028-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  })
  .map(date => date.toISOString());

const days = instants.map(at => at.slice(0, 10));

export const profiles: fc.Arbitrary<Profile> = fc.record({
  type: optional(fc.constant('agent')),
  lifecycle: fc.constantFrom(
    'production',
    'experimental',
    'deprecated',
    'retired',
  ),
  owner: optional(
    fc.constantFrom(...Object.keys(entities), 'group:default/unknown'),
  ),
  accountable: optional(
    fc.constantFrom('user:default/dana', 'user:default/left'),
  ),
  purpose: optional(fc.constantFrom('Forecast.', ' ')),
  uses: optional(subset(['drafting', 'credit', 'mood', 'unlisted'])),
  sourcing: optional(fc.constantFrom(...sourcings)),
  vendor: optional(
    fc.record({
      name: fc.constantFrom('Example Models', 'EXAMPLE MODELS', 'Nobody'),
      product: optional(fc.constantFrom('Chat', 'chat', 'Voice')),
    }),
  ),
  models: optional(subset([{ provider: 'openai', name: 'gpt-4.1' }])),
  data: optional(
    fc.record({
      classification: optional(fc.constantFrom(...dataClassifications)),
      categories: optional(subset(['personal', 'financial'])),
      sources: optional(
        subset(['resource:default/calls', 'resource:default/unknown']),
      ),
    }),
  ),
  affects: optional(
    fc.record({
      audience: optional(subset(['team', 'employees'] as const)),
      influences: optional(subset(influences)),
      basis: optional(
        fc.constantFrom(
          'main' as const,
          'contributing' as const,
          'none' as const,
        ),
      ),
      interaction: optional(
        subset(['people-interact', 'generated-content'] as const),
      ),
    }),
  ),
  regulation: optional(
    fc.record({
      euAiAct: optional(
        fc.record({
          annexIII: optional(subset(annexIIIAreas)),
          prohibited: optional(
            fc.oneof(
              { weight: 4, arbitrary: subset<never>([]) },
              { weight: 1, arbitrary: subset(prohibitedPractices) },
            ),
          ),
        }),
      ),
    }),
  ),
  oversight: optional(fc.constantFrom(...oversightModes)),
  dependsOn: optional(subset(['resource:default/calls', 'component:a/portal'])),
  consumesApis: optional(subset(['api:default/gateway'])),
  usedBy: optional(
    subset(['group:default/lending', 'user:default/omar', 'user:default/left']),
  ),
});

const courses = ['AI basics', 'Reviewing'];

const ruled = fc
  .record({
    version: fc.constant('1'),
    title: fc.constant('Use of AI'),
    effectiveFrom: days,
    approved: optional(
      fc.record({ by: fc.constant('user:default/dana'), on: days }),
    ),
    scope: optional(fc.constantFrom('All of it.', ' ')),
    regulations: fc.constantFrom([], ['eu-ai-act' as const]),
    uses: fc.constant(policy.uses),
    vendors: optional(
      fc.constantFrom(policy.vendors, [
        {
          name: 'Example Models',
          products: ['Chat'],
          data: [...dataClassifications],
        },
      ]),
    ),
    acknowledgement: fc.record({
      owner: fc.constantFrom('any' as const, 'every' as const, 'none' as const),
      accountable: fc.boolean(),
    }),
    training: fc.record({
      owner: subset(courses),
      reviewer: subset(courses),
      user: subset(courses),
    }),
    levels: fc.dictionary(
      fc.constantFrom(...controls.map(c => c.id)),
      fc.constantFrom(...levels),
      { maxKeys: 3 },
    ),
    cadences: fc.record({
      'intended-use': cadences(),
      'risk-assessment': cadences(),
      confirmation: cadences(),
      'vendor-assessment': cadences(),
      policy: durations(),
      'management-review': durations(),
      objective: durations(),
    }),
    warningWindow: durations(),
    tolerance: fc.record({
      high: fc.constantFrom(...riskLevels),
      limited: fc.constantFrom(...riskLevels),
      minimal: fc.constantFrom(...riskLevels),
    }),
  })
  .map(input => policySchema.parse(input));

export const policies: fc.Arbitrary<GovernancePolicy> = fc.oneof(
  { weight: 4, arbitrary: ruled },
  { weight: 1, arbitrary: fc.constant(policy) },
);

function durations() {
  return fc.oneof(
    fc.record({ days: fc.integer({ min: 1, max: 400 }) }),
    fc.record({ months: fc.integer({ min: 1, max: 13 }) }),
    fc.constant({ years: 1, months: 1, weeks: 1, days: 1 }),
  );
}

function cadences() {
  return fc.record({
    high: durations(),
    limited: durations(),
    minimal: durations(),
  });
}

export const ratings = fc.constantFrom(1 as const, 2, 3, 4, 5);

export const estimates = fc.record({
  likelihood: ratings,
  consequence: fc.record({
    individuals: ratings,
    society: ratings,
    business: ratings,
  }),
});

const scenarios: fc.Arbitrary<RiskScenario[]> = fc
  .array(
    fc.record({
      title: fc.constantFrom('Leak', 'Bias', 'Outage'),
      inherent: estimates,
      current: optional(
        fc
          .tuple(estimates, subset(['e1', 'e2']))
          .map(([estimate, evidence]) => ({ ...estimate, evidence })),
      ),
      treatment: optional(
        fc.record({
          strategy: fc.constant('mitigate' as const),
          owner: optional(fc.constant('user:default/dana')),
          due: optional(days),
          completed: optional(days),
        }),
      ),
    }),
    { maxLength: 5 },
  )
  .map(all =>
    all.map((one, index) => ({
      id: `s${index}`,
      category: 'accuracy' as const,
      ...one,
    })),
  );

/** A decision of any type and standing, to be made of a governed state that is known later. */
type Decide = (
  governed: GovernedState,
  scenarios: readonly RiskScenario[],
) => RecordState<any>;

const conditions = fc.array(
  fc.record({
    text: fc.constantFrom('Log refusals', 'Ask again.'),
    due: days,
    met: optional(fc.record({ on: days })),
  }),
  { minLength: 1, maxLength: 2 },
);

const reaches = fc.record({
  classifications: subset(dataClassifications),
  scopes: subset(['read', 'write']),
});

const kept = optional(
  fc.oneof(
    fc.constant({ standing: 'unknown' as const }),
    fc.record({
      standing: fc.constant('known' as const),
      days: optional(fc.integer({ min: 0, max: 400 })),
    }),
  ),
);

const vendorAssessments: fc.Arbitrary<VendorAssessment> = fc.record({
  product: fc.constant('Notes'),
  dataSent: optional(
    fc.array(
      fc.record({
        classification: fc.constantFrom(...dataClassifications),
        what: fc.constant('Notes of meetings'),
      }),
      { maxLength: 2 },
    ),
  ),
  retention: optional(fc.record({ prompts: kept, outputs: kept, logs: kept })),
  training: optional(fc.record({ use: fc.constantFrom(...trainingUses) })),
  evidence: optional(
    fc.array(
      fc
        .record({
          kind: fc.constantFrom('soc-2' as const, 'other' as const),
          title: optional(fc.constantFrom('Report', 'Letter')),
          issued: days,
          expires: days,
        })
        .map(({ issued, expires, ...one }) => {
          const [first, last] = [issued, expires].sort();
          return { ...one, issued: first, expires: last };
        }),
      { maxLength: 4 },
    ),
  ),
  checkpoint: optional(
    fc.record({
      result: fc.constantFrom('passed', 'not-passed', 'waived'),
      by: fc.constant('group:default/procurement'),
      on: days,
    }),
  ),
});

/** A decision of one of some kinds. */
const decisionsOn = (
  kinds: fc.Arbitrary<{
    type: string;
    scenario?: string;
    approvedReach?: Reach;
  }>,
): fc.Arbitrary<Decide> =>
  fc
    .record({
      kind: kinds,
      decision: fc.oneof(
        { weight: 3, arbitrary: fc.constant('approved') },
        {
          weight: 2,
          arbitrary: fc.constantFrom(
            'approved-with-conditions',
            'requested',
            'rejected',
            'suspended',
            'withdrawn',
          ),
        },
      ),
      expires: days,
      conditions,
      recordedAt: instants,
      tier: fc.constantFrom<Tier>('prohibited', 'high', 'limited', 'minimal'),
      outdated: fc.boolean(),
      level: fc.constantFrom(...riskLevels),
      was: fc.boolean(),
      erased: fc.integer({ min: 0, max: 9 }).map(n => n === 0),
    })
    .map(
      ({ kind: { type, approvedReach, ...kind }, ...made }) =>
        (governed, assessed) => {
          if (made.erased) return record(type, null, made.recordedAt);
          const scenario = assessed.find(s => s.id === kind.scenario);
          const ended = ['suspended', 'withdrawn'].includes(made.decision);
          const open =
            made.decision === 'requested' ||
            (made.decision === 'withdrawn' && !made.was);
          return decision(
            type,
            {
              ...kind,
              decision: made.decision,
              expires: made.expires,
              ...(made.decision === 'approved-with-conditions' && {
                conditions: made.conditions,
              }),
              ...(open
                ? { requested }
                : {
                    decided: decided(governed, {
                      ...made,
                      at: made.recordedAt,
                      scenario,
                      level: scenario && made.level,
                      reach: approvedReach,
                    }),
                  }),
              ...(ended && {
                ended: { by: 'user:default/dana', at: made.recordedAt },
              }),
            },
            made.recordedAt,
          );
        },
    );

const decisions = decisionsOn(
  fc.oneof(
    fc.record({
      type: fc.constant('approval'),
      gate: fc.constantFrom(...approvalGates),
    }),
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('exemption'),
        control: fc.constantFrom(...controls.map(c => c.id), 'GONE-01'),
        reason: fc.constant('Not yet.'),
        compensating: fc.constantFrom('Weekly look.', '# By *hand*'),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('tier-override'),
        tier: fc.constantFrom('high', 'limited', 'minimal'),
        reason: fc.constant('A pilot.'),
      }),
    },
    fc.record({
      type: fc.constant('risk-acceptance'),
      scenario: fc.constantFrom('s0', 's1', 's2', 's9'),
      reason: fc.constant('Worth it.'),
    }),
  ),
);

const connectors = decisionsOn(
  fc.record({
    type: fc.constant('connector'),
    name: fc.constantFrom('CRM', 'crm', 'Wiki'),
    status: fc.constantFrom('connected', 'planned', 'disconnected'),
    reach: reaches,
    approvedReach: reaches,
  }),
);

const acknowledgements = fc.constantFrom(
  [],
  [
    record('policy-acknowledgement', {
      version: '2026.1',
      hash: policyHash(policy),
    }),
  ],
  [record('policy-acknowledgement', null)],
);

/** Completions of a person, some withdrawn or erased. */
export const completions: fc.Arbitrary<RecordState<Training | null>[]> =
  fc.array(
    fc
      .record({
        course: fc.constantFrom('AI basics', 'ai  Basics', 'Reviewing'),
        completed: days,
        expires: optional(days),
        withdrawn: fc.integer({ min: 0, max: 4 }),
      })
      .map(({ withdrawn, ...data }) =>
        record<Training | null>(
          'training',
          withdrawn === 0
            ? null
            : { ...data, ...(withdrawn === 1 && { withdrawn: 'Mistaken.' }) },
        ),
      ),
    { maxLength: 4 },
  );

const statements: fc.Arbitrary<SubjectState['people']> = fc.dictionary(
  fc.constantFrom(
    'user:default/dana',
    'user:default/omar',
    'user:default/left',
  ),
  fc.record({
    'policy-acknowledgement': acknowledgements,
    training: completions,
  }),
);

const documents = {
  'threat-model': threatModel,
  'impact-assessment': impactAssessment,
  'data-sheet': dataSheet,
  operations,
};

/** Documents that say everything, or leave a part out, or were erased. */
const written: fc.Arbitrary<RecordState<any>[]> = fc
  .tuple(
    ...Object.entries(documents).map(([type, whole]) =>
      fc
        .tuple(
          fc.constantFrom(
            whole,
            whole,
            { ...Object.fromEntries(Object.entries(whole).slice(0, 4)) },
            null,
          ),
          instants,
        )
        .map(([data, at]) => record(type, data, at)),
    ),
  )
  .chain(all => fc.subarray(all));

/** When the provider of the models of `profiles` retires them, if anybody knows. */
const modelFeeds: fc.Arbitrary<ModelFeed | undefined> = optional(
  subset(['gpt-4.1', 'gpt-5']).chain(names =>
    fc.tuple(
      ...names.map(name =>
        days.map(retires => ({ provider: 'OpenAI', name, retires })),
      ),
    ),
  ),
);

/** A subject with any profile and any records that the ledger could hold. */
export const subjects: fc.Arbitrary<SubjectState> = fc
  .record({
    ref: fc.constantFrom('aisystem:default/a', 'component:default/b'),
    profile: profiles,
    entities: fc.constantFrom(entities, {}),
    intendedUse: optional(
      fc.tuple(
        fc.constantFrom(intendedUse, { purpose: 'Forecast.' }, null),
        instants,
      ),
    ),
    assessment: optional(fc.tuple(scenarios, instants)),
    vendor: optional(
      fc.tuple(fc.option(vendorAssessments, { freq: 9 }), instants),
    ),
    changes: fc.array(
      fc.tuple(
        fc.constantFrom('New model', null),
        instants,
        fc.constantFrom('material' as const, 'routine' as const),
      ),
      { maxLength: 4 },
    ),
    confirmations: fc.array(instants, { maxLength: 2 }),
    documents: written,
    decisions: fc.array(decisions, { maxLength: 8 }),
    connectors: fc.array(connectors, { maxLength: 4 }),
    people: statements,
    cases: caseRecords(instants),
    modelFeed: modelFeeds,
  })
  .map(({ intendedUse: use, assessment, vendor, changes, ...rest }) => {
    const records: RecordState<any>[] = [
      ...(use ? [record('intended-use', ...use)] : []),
      ...(assessment
        ? [
            record(
              'risk-assessment',
              { scenarios: assessment[0] },
              assessment[1],
            ),
          ]
        : []),
      ...(vendor ? [record('vendor-assessment', ...vendor)] : []),
      ...changes.map(([title, at, materiality]) =>
        record('change', title && { title }, at, materiality),
      ),
      ...rest.documents,
      ...rest.confirmations.map(at => record('confirmation', {}, at)),
      ...rest.cases,
    ];
    const governed = governedBy(rest.profile, records);
    return subject({
      ...rest,
      records: [
        ...records,
        ...[...rest.decisions, ...rest.connectors].map(make =>
          make(governed, assessment?.[0] ?? []),
        ),
      ],
    });
  });
