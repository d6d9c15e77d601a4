import { Incident } from 'backstage-plugin-ai-governance-common';
import { Entries } from '../entryForm';

/** The search of the address of the case that a record belongs to. */
export const caseSearch = (recordId: string) =>
  `?${new URLSearchParams({ case: recordId })}`;

/**
 * What a new entry begins with when it is written about another record: the action after an incident or a breach.
 *
 * @param of - id of that record; nothing is filled in when the subject has none such
 */
export function startAbout(
  type: string,
  of: string | undefined,
  entries: Entries,
): Record<string, unknown> | undefined {
  if (type !== 'corrective-action') return undefined;
  const has = (among: string) =>
    entries[among]?.find(r => r.recordId === of && r.data !== null);
  const incident = has('incident');
  if (incident) {
    const { severity } = incident.data as unknown as Incident;
    return { from: { kind: 'incident', recordId: of }, severity };
  }
  return has('monitoring')
    ? { from: { kind: 'breach', recordId: of } }
    : undefined;
}
