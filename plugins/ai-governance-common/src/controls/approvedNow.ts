import { Remediation } from '../api/schemas';
import { standingInstants, standingOf } from '../decisions/standing';
import { dayOf, endOfDay, minus } from '../instant';
import { Approval } from '../records/approval';
import { RecordState } from '../state';
import { ControlContext, fail, Finding, notReported, pass } from './Control';
import { lastRecorded, lastToEnd, withData } from './lastToEnd';
import { overTime } from './overTime';
import { sentence } from './sentence';

/** What is done where an approval is missing. */
export const askForApproval: Remediation = {
  label: 'Ask for approval',
  place: 'assurance',
};

const given = ({ data }: RecordState<Approval>) => data.decided !== undefined;

/** What of an approval ends first: the day it expires, or the day by whose end a condition must be met. */
function firstEnd({ data: { expires, conditions } }: RecordState<Approval>) {
  const ends = [
    ...(expires ? [{ day: expires, what: 'It runs out' }] : []),
    ...(conditions ?? []).flatMap(({ text, due, met }) =>
      met ? [] : [{ day: due, what: `The condition “${text}” is due` }],
    ),
  ];
  return ends.sort((a, b) => a.day.localeCompare(b.day))[0];
}

/**
 * Whether a subject is approved as it stands, by an approval of one of the gates, and what becomes of that by time alone.
 * What was decided counts before what is only asked for, and of what no longer holds the latest.
 */
export function approvedNow(
  { at, entries, governed, policy, tier }: ControlContext,
  gates: readonly Approval['gate'][],
): Finding {
  const { warningWindow } = policy;
  const approvals = withData<Approval>(
    entries<Approval | null>('approval'),
  ).filter(({ data }) => gates.includes(data.gate));
  const against = { tier: tier.tier, governed };
  const waiting = approvals.filter(a => a.data.decision === 'requested').at(-1);
  const waits = waiting
    ? ` ${waiting.data.requested?.by} asked for approval (${
        waiting.data.gate
      }) on ${dayOf(
        waiting.data.requested?.at ?? waiting.recordedAt,
      )}: it waits for a decision.`
    : '';

  return overTime(
    at,
    approvals.flatMap(a => standingInstants(a, warningWindow)),
    when => {
      const valid = approvals.filter(
        a => standingOf(a, against, when).state === 'valid',
      );
      const safe = valid.filter(a => {
        const end = firstEnd(a);
        return !end || when < minus(endOfDay(end.day), warningWindow);
      });
      const holding = lastToEnd(safe) ?? lastToEnd(valid);
      if (holding) {
        const { reason } = standingOf(holding, against, when);
        const holds = `The approval (${holding.data.gate}) covers the present state. ${reason}`;
        if (safe.length > 0) return pass(holds);
        const { what, day } = firstEnd(holding);
        return {
          state: 'warning',
          reason: `${holds} ${what} on ${day}.${waits}`,
        };
      }
      const latest = lastRecorded(approvals.filter(given));
      if (!latest) {
        return notReported(`Not approved yet.${waits}`);
      }
      const { state, reason } = standingOf(latest, against, when);
      const said = `The approval (${
        latest.data.gate
      }) does not hold. ${sentence(reason)}${waits}`;
      return state === 'expired' ? { state, reason: said } : fail(said);
    },
  );
}
