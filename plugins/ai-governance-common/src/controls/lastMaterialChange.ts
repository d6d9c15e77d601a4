import { dayOf } from '../instant';
import { Change } from '../records/change';
import { RecordState } from '../state';

/** The material change that took effect last, or undefined; of two at one instant, the one recorded later. */
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

/** How a reason names a change; the title of a redacted one is gone. */
export const changeName = ({ data, effectiveAt }: RecordState<Change | null>) =>
  data ? `“${data.title}”` : `of ${dayOf(effectiveAt)}, whose text was erased`;
