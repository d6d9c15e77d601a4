import { HumanDuration } from '@backstage/types';
import { Instant } from '../instant';
import { RiskScenario } from '../records/riskAssessment';
import { Finding } from './Control';
import { datesOverTime } from './datesOverTime';

/** How the treatments of an assessment stand against their dates: late ones are expired, and those of the coming window warn. */
export const treatmentsOverTime = (
  scenarios: readonly RiskScenario[],
  window: HumanDuration,
  at: Instant,
): Finding =>
  datesOverTime(
    scenarios.flatMap(({ title, treatment }) =>
      treatment?.due
        ? [{ title, day: treatment.due, done: treatment.completed }]
        : [],
    ),
    window,
    at,
    {
      none: 'No treatment with a date is open.',
      next: 'The next treatment to finish is',
      late: 'Past its date',
      soon: 'To be finished soon',
    },
  );
