import {
  Change,
  Incident,
  measuresOf,
  Monitoring,
} from 'backstage-plugin-ai-governance-common';
import { Entries } from '../entryForm';

const breached = (data: unknown) =>
  measuresOf(data as Monitoring).filter(m => m.breached);

/** Whether a record is of a case: something went wrong, or was done about it. */
export function isOfCase(type: string, data: unknown): boolean {
  if (!data) return false;
  if (type === 'monitoring') return breached(data).length > 0;
  if (type === 'change') return ((data as Change).breaches ?? []).length > 0;
  return type === 'incident' || type === 'corrective-action';
}

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
