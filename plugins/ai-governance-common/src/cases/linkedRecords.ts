import { Change } from '../records/change';
import { CorrectiveAction } from '../records/correctiveAction';
import { Incident } from '../records/incident';
import { measuresOf, Monitoring } from '../records/monitoring';
import { RecordState } from '../state';

/** Latest revisions by type; those that were erased are left out or have no data. */
export type CaseRecords = Readonly<
  Record<string, readonly RecordState<any>[] | undefined>
>;

/** The records of one case, each kind in the order in which they were recorded. */
export interface LinkedRecords {
  monitoring: RecordState<Monitoring>[];
  incidents: RecordState<Incident>[];
  actions: RecordState<CorrectiveAction>[];
  changes: RecordState<Change>[];
}

/** Whether a record is of a case: something went wrong, or was done about it. A change that names no breach is not. */
export function isOfCase(type: string, data: unknown): boolean {
  if (!data) return false;
  if (type === 'monitoring') {
    return measuresOf(data as Monitoring).some(m => m.breached);
  }
  if (type === 'change') return ((data as Change).breaches ?? []).length > 0;
  return type === 'incident' || type === 'corrective-action';
}

const ofCases = <T>(records: CaseRecords, type: string): RecordState<T>[] =>
  (records[type] ?? []).filter(r => isOfCase(type, r.data));

/** What a record of a case comes from: ids of other records of the stream. */
const originsOf = ({ type, data }: RecordState<any>): string[] =>
  type === 'corrective-action'
    ? [data.from.recordId]
    : (data.breaches ?? []).map((b: { monitoring: string }) => b.monitoring);

/**
 * What belongs together: reports in which a threshold was breached, incidents, corrective actions, and changes that name a breach, by
 * what they say that they come from.
 */
export function linkedRecords(records: CaseRecords): LinkedRecords[] {
  const monitoring = ofCases<Monitoring>(records, 'monitoring');
  const incidents = ofCases<Incident>(records, 'incident');
  const actions = ofCases<CorrectiveAction>(records, 'corrective-action');
  const changes = ofCases<Change>(records, 'change');
  const all: RecordState<any>[] = [
    ...monitoring,
    ...incidents,
    ...actions,
    ...changes,
  ];
  const caseOf = new Map(all.map(r => [r.recordId, r.recordId]));
  const first = (id: string): string => {
    const before = caseOf.get(id)!;
    return before === id ? id : first(before);
  };
  for (const record of all) {
    for (const origin of originsOf(record)) {
      // what it comes from may be of elsewhere, or erased
      if (caseOf.has(origin)) {
        caseOf.set(first(record.recordId), first(origin));
      }
    }
  }
  const cases = new Map<string, LinkedRecords>();
  const withRecord = ({ recordId }: RecordState): LinkedRecords => {
    const id = first(recordId);
    const linked = cases.get(id) ?? {
      monitoring: [],
      incidents: [],
      actions: [],
      changes: [],
    };
    cases.set(id, linked);
    return linked;
  };
  monitoring.forEach(r => withRecord(r).monitoring.push(r));
  incidents.forEach(r => withRecord(r).incidents.push(r));
  actions.forEach(r => withRecord(r).actions.push(r));
  changes.forEach(r => withRecord(r).changes.push(r));
  return [...cases.values()];
}
