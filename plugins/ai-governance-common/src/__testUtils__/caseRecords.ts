import fc from 'fast-check';
import { severities } from '../records';
import { RecordState } from '../state';
import { record } from './subject';

const optional = <T>(value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined });

const people = fc.constantFrom(
  'user:default/dana',
  'user:default/omar',
  'user:default/tester',
);
const measures = fc.constantFrom('psi', 'jailbreaks');

/** Monitoring, incidents, corrective actions, control tests and evidence as the ledger could hold them, some of them erased. */
export function caseRecords(
  instants: fc.Arbitrary<string>,
): fc.Arbitrary<RecordState<any>[]> {
  const days = instants.map(at => at.slice(0, 10));
  const aspect = optional(
    fc.record({
      found: fc.constant('As ever.'),
      measures: optional(
        fc.array(
          fc.record({
            name: measures,
            value: fc.integer(),
            breached: optional(fc.boolean()),
          }),
          { maxLength: 2 },
        ),
      ),
    }),
  );
  const breaches = optional(
    fc.array(
      fc.record({
        monitoring: fc.constantFrom('monitoring-0', 'monitoring-1', 'gone'),
        measure: measures,
      }),
      { maxLength: 2 },
    ),
  );
  const severity = fc.constantFrom(...severities);
  const many = <T extends object>(
    type: string,
    data: fc.Arbitrary<T>,
    maxLength = 3,
  ) =>
    fc
      .array(
        fc.tuple(
          fc.oneof(
            { weight: 9, arbitrary: data as fc.Arbitrary<T | null> },
            { weight: 1, arbitrary: fc.constant(null) },
          ),
          instants,
          people,
        ),
        { maxLength },
      )
      .map(all =>
        all.map(([one, at, author], i) => ({
          ...record<any>(type, one, at),
          recordId: type === 'evidence' ? `e${i + 1}` : `${type}-${i}`,
          author,
        })),
      );

  return fc
    .tuple(
      many(
        'monitoring',
        fc.record({
          period: fc.record({ from: fc.constant('2025-01-01'), to: days }),
          drift: aspect,
          performance: aspect,
          abuse: aspect,
          violations: aspect,
        }),
      ),
      many(
        'incident',
        fc.record({
          title: fc.constantFrom('Leak', 'Outage'),
          status: fc.constantFrom('open', 'contained', 'resolved', 'closed'),
          severity,
          deadline: days,
          breaches,
        }),
      ),
      many(
        'corrective-action',
        fc.record({
          title: fc.constantFrom('Filter', 'Train'),
          status: fc.constantFrom('open', 'done', 'verified', 'cancelled'),
          severity,
          due: days,
        }),
      ),
      many(
        'evidence',
        fc.record({
          title: fc.constantFrom('Bias test', 'Red team'),
          effectiveFrom: fc.oneof(fc.constant('2025-01-01'), days),
          effectiveUntil: optional(days),
          expires: days,
        }),
        2,
      ),
      many(
        'control-test',
        fc.record({
          testedOn: days,
          result: fc.constantFrom(
            'effective',
            'partly-effective',
            'not-effective',
          ),
          evidenceRecords: optional(fc.subarray(['e1', 'e2', 'e9'])),
        }),
      ),
    )
    .map(all => all.flat());
}
