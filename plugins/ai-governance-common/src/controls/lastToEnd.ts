import { DecisionData } from '../decisions/decisionFields';
import { RecordState } from '../state';

/** Without those that were erased: what they decided is gone. */
export const withData = <T>(
  records: readonly RecordState<T | null>[],
): RecordState<T>[] =>
  records.filter((r): r is RecordState<T> => r.data !== null);

/** Of several decisions on the same thing, the one that holds longest by its date; of two, the one recorded later. */
export function lastToEnd<T extends Pick<DecisionData, 'expires'>>(
  decisions: readonly RecordState<T>[],
): RecordState<T> | undefined {
  const ends = ({ data }: RecordState<T>) => data.expires ?? '9999-12-31';
  return decisions.reduce<RecordState<T> | undefined>(
    (last, one) =>
      last &&
      (ends(last) > ends(one) ||
        (ends(last) === ends(one) && last.recordedAt > one.recordedAt))
        ? last
        : one,
    undefined,
  );
}

/** The one recorded last; of two at one instant, the later one of the list. */
export const lastRecorded = <T>(
  records: readonly RecordState<T>[],
): RecordState<T> | undefined =>
  records.reduce<RecordState<T> | undefined>(
    (last, one) => (last && last.recordedAt > one.recordedAt ? last : one),
    undefined,
  );
