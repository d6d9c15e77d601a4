import {
  BreachLink,
  change,
  Change,
  dayOf,
  incident,
  Incident,
  measuresOf,
  measureWords,
  Monitoring,
  MonitoringAspect,
  monitoringAspects,
  MonitoringMeasure,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';
import { Texts } from '../translation';

/** A threshold that a report found breached, and the line of what was recorded because of it. */
export interface Breach {
  measure: MonitoringMeasure;
  followedUpBy?: string;
}

/** What a report found breached, each with the incident or the change that refers to it: what OPS-04 asks for. */
export function breachesOf(
  { recordId, data }: RevisionView<Monitoring>,
  incidents: readonly RevisionView<Incident>[],
  changes: readonly RevisionView<Change>[],
): Breach[] {
  const refers = (name: string) => (link: BreachLink) =>
    link.monitoring === recordId && link.measure === name;
  return (data ? measuresOf(data) : [])
    .filter(m => m.breached)
    .map(measure => {
      const isOf = refers(measure.name);
      const found = incidents.find(i => i.data?.breaches?.some(isOf));
      if (found?.data) {
        return { measure, followedUpBy: incident.summary(found.data) };
      }
      const changed = changes.find(c => c.data?.breaches?.some(isOf));
      return changed?.data
        ? { measure, followedUpBy: change.summary(changed.data) }
        : { measure };
    });
}

/**
 * What an incident of breaches begins with; how grave it is and whether it is a failure or a misuse, a person says.
 *
 * @param at - an instant of the day on which it is detected
 */
export function incidentOf(
  t: Texts,
  data: Monitoring,
  breaches: readonly BreachLink[],
  at: string,
): Partial<Incident> {
  const isAsked = ({ name }: MonitoringMeasure) =>
    breaches.some(b => b.measure === name);
  const measures = measuresOf(data).filter(isAsked);
  const [first, ...others] = measures;
  // what was found of the rest is no part of what went wrong
  const found = (Object.keys(monitoringAspects) as MonitoringAspect[])
    .flatMap(name => data[name] ?? [])
    .flatMap(part => (part.measures?.some(isAsked) ? [part.found] : []));
  const period =
    data.period.from === data.period.to
      ? data.period.to
      : t('assurance.cases.breach.period', data.period);
  return {
    ...(first && {
      title: t(
        others.length > 0
          ? 'assurance.cases.breach.incidentMore'
          : 'assurance.cases.breach.incident',
        { measure: first.name, count: others.length },
      ).slice(0, 200),
    }),
    status: 'open',
    detected: dayOf(at),
    what: [
      data.source
        ? t('assurance.cases.breach.reportedBy', {
            source: data.source,
            period,
          })
        : t('assurance.cases.breach.reported', { period }),
      ...measures.map(m => `- ${m.name}: ${measureWords(m)}`),
      '',
      ...found,
    ].join('\n'),
    breaches: [...breaches],
  };
}
