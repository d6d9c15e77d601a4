import { BreachLink } from 'backstage-plugin-ai-governance-common';

/** How an address asks for a record of breaches: the monitoring record, and each measure. */
export function breachQuery(recordId: string, measures: readonly string[]) {
  const params = new URLSearchParams({ breach: recordId });
  measures.forEach(name => params.append('measure', name));
  return params.toString();
}

/** The breaches that an address asks to deal with; empty: none. */
export function breachesAsked(params: URLSearchParams): BreachLink[] {
  const monitoring = params.get('breach');
  if (!monitoring) return [];
  return params.getAll('measure').map(measure => ({ monitoring, measure }));
}
