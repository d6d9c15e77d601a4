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
import { GovernancePolicy, policySchema } from '../policy';
import { riskLevels } from '../risk';
import { RiskScenario } from '../records';
import { SubjectState } from '../state';
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
  lifecycle: fc.constantFrom('production', 'experimental', 'deprecated'),
  owner: optional(
    fc.constantFrom(...Object.keys(entities), 'group:default/unknown'),
  ),
  accountable: optional(
    fc.constantFrom('user:default/dana', 'user:default/left'),
  ),
  purpose: optional(fc.constantFrom('Forecast.', ' ')),
  uses: optional(subset(['drafting', 'credit', 'mood', 'unlisted'])),
  sourcing: optional(fc.constantFrom(...sourcings)),
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
});

export const policies: fc.Arbitrary<GovernancePolicy> = fc
  .record({
    version: fc.constant('1'),
    title: fc.constant('Use of AI'),
    effectiveFrom: fc.constant('2026-01-01'),
    regulations: fc.constantFrom([], ['eu-ai-act' as const]),
    uses: fc.constant(policy.uses),
    cadences: fc.record({
      'intended-use': cadences(),
      'risk-assessment': cadences(),
    }),
    warningWindow: durations(),
    tolerance: fc.record({
      high: fc.constantFrom(...riskLevels),
      limited: fc.constantFrom(...riskLevels),
      minimal: fc.constantFrom(...riskLevels),
    }),
  })
  .map(input => policySchema.parse(input));

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

export const scenarios: fc.Arbitrary<RiskScenario[]> = fc
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
    changes: fc.array(
      fc.tuple(
        fc.constantFrom('New model', null),
        instants,
        fc.constantFrom('material' as const, 'routine' as const),
      ),
      { maxLength: 4 },
    ),
  })
  .map(({ intendedUse: use, assessment, changes, ...rest }) =>
    subject({
      ...rest,
      records: [
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
        ...changes.map(([title, at, materiality]) =>
          record('change', title && { title }, at, materiality),
        ),
      ],
    }),
  );
