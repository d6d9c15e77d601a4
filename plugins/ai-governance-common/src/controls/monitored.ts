import { endOfDay, plus } from '../instant';
import { policyTier } from '../policy/policyTier';
import { Change } from '../records/change';
import { Incident } from '../records/incident';
import {
  measuresOf,
  Monitoring,
  MonitoringAspect,
  monitoringAspects,
} from '../records/monitoring';
import { ControlContext, fail, Finding, notReported, pass } from './Control';
import { withData } from './lastToEnd';
import { someOf } from './sentence';
import { untilDue } from './untilDue';

const monitoringsOf = ({ entries }: ControlContext) =>
  withData<Monitoring>(entries<Monitoring | null>('monitoring'));

/** Whether something that was watched is on record; what was erased is not. */
export const isMonitored = (context: ControlContext) =>
  monitoringsOf(context).length > 0;

/** Whether each aspect was watched, and until when that is good: a cadence after the last day that was watched of the one that lags most. */
export function monitoredWithinCadence(context: ControlContext): Finding {
  const { at, policy, tier } = context;
  const records = monitoringsOf(context);
  if (records.length === 0) {
    return notReported('No monitoring is recorded.');
  }
  const aspects = (Object.keys(monitoringAspects) as MonitoringAspect[]).map(
    aspect => ({
      words: monitoringAspects[aspect],
      last: records
        .flatMap(({ data }) => (data[aspect] ? [data.period.to] : []))
        .sort()
        .at(-1),
    }),
  );
  const never = aspects.filter(a => a.last === undefined);
  if (never.length > 0) {
    return fail(`Never monitored for ${never.map(a => a.words).join(', ')}.`);
  }
  const oldest = aspects.map(a => a.last!).sort()[0];
  const lagging = aspects
    .filter(a => a.last === oldest)
    .map(a => a.words)
    .join(', ');
  const since = endOfDay(oldest);
  const cadence = policy.cadences.monitoring[policyTier(tier.tier)];
  return untilDue(
    at,
    { since, due: plus(since, cadence) },
    policy.warningWindow,
    {
      holds: `Monitored until ${oldest} at least (${lagging}).`,
      lapsed: `Monitored until ${oldest} only for ${lagging}.`,
    },
  );
}

/** Whether every threshold that was ever breached led to an incident or a change that names it. */
export function breachesFollowedUp(context: ControlContext): Finding {
  const key = (monitoring: string, measure: string) =>
    JSON.stringify([monitoring, measure]);
  const named = new Set(
    [
      ...withData<Incident>(context.entries<Incident | null>('incident')),
      ...withData<Change>(context.entries<Change | null>('change')),
    ].flatMap(({ data }) =>
      (data.breaches ?? []).map(b => key(b.monitoring, b.measure)),
    ),
  );
  const breaches = monitoringsOf(context).flatMap(({ recordId, data }) =>
    measuresOf(data)
      .filter(m => m.breached)
      .map(({ name }) => ({ recordId, name, to: data.period.to })),
  );
  if (breaches.length === 0) return pass('No threshold was breached.');
  const open = breaches.filter(b => !named.has(key(b.recordId, b.name)));
  return open.length === 0
    ? pass('Every breached threshold has an incident or a change.')
    : fail(
        `Breached, with neither an incident nor a change that refers to it: ${someOf(
          open.map(({ name, to }) => `“${name}” (period to ${to})`),
        )}.`,
      );
}
