import { Change } from '../records/change';
import { RecordState } from '../state';

/** The material change that took effect last, or undefined. */
export function lastMaterialChange(
  changes: readonly RecordState<Change>[],
): RecordState<Change> | undefined {
  return changes
    .filter(change => change.materiality === 'material')
    .reduce<RecordState<Change> | undefined>(
      (last, change) =>
        last && last.effectiveAt > change.effectiveAt ? last : change,
      undefined,
    );
}
