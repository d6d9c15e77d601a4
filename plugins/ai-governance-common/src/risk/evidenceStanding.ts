import { isApproved } from '../decisions/admitDecision';
import { dayOf, endOfDay, Instant, startOfDay } from '../instant';
import type { Approval } from '../records/approval';
import type { ControlTest } from '../records/controlTest';
import type { Evidence } from '../records/evidence';
import type { RecordState } from '../state';
import type { EvidenceStanding } from './assess';

/** Latest revisions by type; of a redacted one `data` is null. `evidence`, `control-test` and `approval` are read. */
export type EvidenceRecords = Readonly<
  Record<string, readonly RecordState<any>[] | undefined>
>;

/** Somebody has looked at a piece of evidence. */
interface Look {
  by: string;
  at: Instant;
  /** Of a control test. */
  result?: ControlTest['result'];
}

function looksAt(id: string, records: EvidenceRecords): Look[] {
  const tests = (records['control-test'] ?? []).flatMap(
    ({ data, author, recordedAt }: RecordState<ControlTest | null>): Look[] =>
      data?.evidenceRecords?.includes(id)
        ? [{ by: author, at: recordedAt, result: data.result }]
        : [],
  );
  // One that has run out, or whose subject has changed since, still was a look at the evidence; one that was taken back is none.
  const approvals = (records.approval ?? []).flatMap(
    ({ data }: RecordState<Approval | null>): Look[] =>
      data?.decided && isApproved(data.decision) && data.evidence?.includes(id)
        ? [{ by: data.decided.by, at: data.decided.at }]
        : [],
  );
  return [...tests, ...approvals];
}

/**
 * How evidence stands at an instant. It counts while it is effective and has not expired, and when the last look at it, as it is now, by
 * somebody who wrote none of it did not find it wanting: a control test that names it and was not `not-effective`, or an approval. What was
 * looked at before its latest revision was something else.
 */
export function evidenceStanding(
  records: EvidenceRecords,
  at: Instant,
): EvidenceStanding {
  return id => {
    const found: RecordState<Evidence | null> | undefined =
      records.evidence?.find(r => r.recordId === id);
    if (!found) return undefined;
    const { data, author, recordedAt } = found;
    const no = (reason: string) => ({ counts: false, reason });
    if (!data) return no(`the evidence ${id} was erased.`);
    const name = `the evidence “${data.title}”`;
    if (at < startOfDay(data.effectiveFrom)) {
      return no(`${name} is effective from ${data.effectiveFrom} only.`);
    }
    if (at >= endOfDay(data.expires)) {
      return no(`${name} expired on ${data.expires}.`);
    }
    if (data.effectiveUntil && at >= endOfDay(data.effectiveUntil)) {
      return no(`${name} was effective until ${data.effectiveUntil}.`);
    }
    const authors = new Set([author, ...(data.authors ?? [])]);
    const last = looksAt(id, records)
      .filter(look => look.at >= recordedAt && !authors.has(look.by))
      .reduce<Look | undefined>(
        // of two at one instant the one that found it wanting
        (before, look) =>
          before &&
          (before.at > look.at ||
            (before.at === look.at && before.result === 'not-effective'))
            ? before
            : look,
        undefined,
      );
    if (!last) {
      return no(
        `${name} counts once a control test or an approval by somebody who did not write it refers to it.`,
      );
    }
    if (last.result === 'not-effective') {
      return no(
        `the control test of ${dayOf(last.at)} by ${
          last.by
        } that looked at ${name} found the control not effective.`,
      );
    }
    return {
      counts: true,
      reason: `${name} was looked at by ${last.by} on ${dayOf(last.at)}.`,
    };
  };
}

/** The instants at which evidence may begin or cease to count by time alone. Sorted. */
export function evidenceInstants({ evidence }: EvidenceRecords): Instant[] {
  const instants = (evidence ?? []).flatMap(
    ({ data }: RecordState<Evidence | null>) =>
      data
        ? [
            startOfDay(data.effectiveFrom),
            endOfDay(data.expires),
            ...(data.effectiveUntil ? [endOfDay(data.effectiveUntil)] : []),
          ]
        : [],
  );
  return [...new Set(instants)].sort();
}
