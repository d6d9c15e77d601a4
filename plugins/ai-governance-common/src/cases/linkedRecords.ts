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

const said = <T>(records: CaseRecords, type: string): RecordState<T>[] =>
  (records[type] ?? []).filter(r => r.data !== null);

/** What a record of a case comes from: ids of other records of the stream. */
const originsOf = ({ type, data }: RecordState<any>): string[] =>
  type === 'corrective-action'
    ? [data.from.recordId]
    : (data.breaches ?? []).map((b: { monitoring: string }) => b.monitoring);

/**
 * What belongs together: reports in which a threshold was breached, incidents, corrective actions, and changes that name a breach, by
 * what they say that they come from. A change that names none is no case.
 */
export function linkedRecords(records: CaseRecords): LinkedRecords[] {
  const monitoring = said<Monitoring>(records, 'monitoring').filter(r =>
    measuresOf(r.data).some(m => m.breached),
  );
  const incidents = said<Incident>(records, 'incident');
  const actions = said<CorrectiveAction>(records, 'corrective-action');
  const changes = said<Change>(records, 'change').filter(
    r => (r.data.breaches ?? []).length > 0,
  );
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
  const of = (id: string) => (r: RecordState) => first(r.recordId) === id;
  const firsts = [...new Set(all.map(r => first(r.recordId)))];
  return firsts.map(id => ({
    monitoring: monitoring.filter(of(id)),
    incidents: incidents.filter(of(id)),
    actions: actions.filter(of(id)),
    changes: changes.filter(of(id)),
  }));
}
