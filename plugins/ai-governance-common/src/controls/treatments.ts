import { HumanDuration } from '@backstage/types';
import { endOfDay, Instant, minus, startOfDay } from '../instant';
import { RiskScenario } from '../records/riskAssessment';
import { Finding } from './Control';
import { overTime } from './overTime';

interface DatedTreatment {
  title: string;
  /** The day by whose end it is to be done. */
  day: string;
  due: Instant;
  warnFrom: Instant;
  /** From when it counts as done; a day to come is a promise, not yet a deed. */
  done?: Instant;
}

const datedTreatments = (
  scenarios: readonly RiskScenario[],
  window: HumanDuration,
): DatedTreatment[] =>
  scenarios
    .flatMap(({ title, treatment }) =>
      treatment?.due
        ? [
            {
              title,
              day: treatment.due,
              due: endOfDay(treatment.due),
              warnFrom: minus(endOfDay(treatment.due), window),
              done: treatment.completed && startOfDay(treatment.completed),
            },
          ]
        : [],
    )
    // stable: those of one day stay in the order of the assessment
    .sort((a, b) => Number(a.due > b.due) - Number(a.due < b.due));

const named = (treatments: readonly DatedTreatment[]) =>
  treatments.map(({ title, day }) => `“${title}” (${day})`).join(', ');

/** How the treatments of an assessment stand against their dates: late ones are expired, and those of the coming window warn. */
export function treatmentsOverTime(
  scenarios: readonly RiskScenario[],
  window: HumanDuration,
  at: Instant,
): Finding {
  const dated = datedTreatments(scenarios, window);
  const changes = dated.flatMap(({ due, warnFrom, done }) => [
    warnFrom,
    due,
    ...(done ? [done] : []),
  ]);
  return overTime(at, changes, when => {
    const open = dated.filter(({ done }) => !done || when < done);
    if (open.length === 0) {
      return { state: 'pass', reason: 'No treatment with a date is open.' };
    }
    const late = open.filter(({ due }) => when >= due);
    if (late.length > 0) {
      return { state: 'expired', reason: `Past its date: ${named(late)}.` };
    }
    const near = open.filter(({ warnFrom }) => when >= warnFrom);
    if (near.length > 0) {
      return {
        state: 'warning',
        reason: `To be finished soon: ${named(near)}.`,
      };
    }
    return {
      state: 'pass',
      reason: `The next treatment to finish is ${named(open.slice(0, 1))}.`,
    };
  });
}
