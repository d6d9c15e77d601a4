import { Approval } from '../records/approval';
import { Training } from '../records/training';
import {
  peopleAsked,
  TrainingContext,
  trainingInstants,
  TrainingNeed,
  trainingNeeds,
} from '../training/needs';
import { ControlContext, Finding } from './Control';
import { overTime } from './overTime';
import { someOf } from './sentence';

const named = (needs: readonly TrainingNeed[]) =>
  someOf(
    needs.map(({ person, course, held }) =>
      held?.expires
        ? `${person} (${course}, until ${held.expires})`
        : `${person} (${course})`,
    ),
    3,
  );

const ofControl = ({
  policy,
  profile,
  tier,
  governed,
  entity,
  entries,
  person,
}: ControlContext): TrainingContext => ({
  policy,
  profile,
  tier: tier.tier,
  governed,
  approvals: entries<Approval | null>('approval'),
  entity,
  completionsOf: ref => person<Training | null>(ref, 'training'),
});

/** Whether everybody who has a part in a subject holds the courses that the policy asks of it, and what becomes of that by time alone. */
export function trained(control: ControlContext): Finding {
  const context = ofControl(control);
  // every person is looked at, so that each is an input of this result
  peopleAsked(context).forEach(context.completionsOf);

  return overTime(control.at, trainingInstants(context), when => {
    const needs = trainingNeeds(context, when);
    const those = (state: TrainingNeed['state']) =>
      needs.filter(need => need.state === state);
    const lapsed = those('lapsed');
    const missing = those('missing');
    const soon = those('runs-out');
    if (needs.length === 0) {
      return {
        state: 'not-applicable',
        reason:
          'Nobody is known whose part in it asks for training: INV-01 and INV-02 say why.',
      };
    }
    const notTaken = `Training is not recorded for: ${named(missing)}.`;
    if (lapsed.length > 0) {
      const said = `Training has lapsed of: ${named(lapsed)}.`;
      return {
        state: 'expired',
        reason: missing.length > 0 ? `${said} ${notTaken}` : said,
      };
    }
    if (missing.length > 0) return { state: 'not-reported', reason: notTaken };
    if (soon.length > 0) {
      return {
        state: 'warning',
        reason: `Everybody holds the training; it runs out soon of: ${named(
          soon,
        )}.`,
      };
    }
    const people = new Set(needs.map(need => need.person)).size;
    const [first] = needs
      .flatMap(({ held }) => held?.expires ?? [])
      .sort((a, b) => a.localeCompare(b));
    return {
      state: 'pass',
      reason: `${
        people === 1
          ? 'The one person whose part asks for training holds it'
          : `All ${people} people whose part asks for training hold it`
      }${first ? `; the first runs out on ${first}` : ''}.`,
    };
  });
}
