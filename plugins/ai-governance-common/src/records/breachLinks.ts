import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { RecordState } from '../state';
import { measuresOf, Monitoring } from './monitoring';
import { line, recordRef } from './RecordType';

/** Breached thresholds that a record deals with: each by the monitoring record and the name of the measure. */
export const breachLinks = z
  .array(
    z
      .strictObject({
        monitoring: recordRef({
          title: 'Monitoring',
          recordTypes: ['monitoring'],
        }),
        measure: line(
          { title: 'Measure', description: 'Its name in that record.' },
          120,
        ),
      })
      .meta({ title: 'Breach' }),
  )
  .max(50)
  .meta({
    title: 'Breaches',
    description: 'Thresholds that were breached and led to this.',
  });

export type BreachLink = z.infer<typeof breachLinks>[number];

const sameLink = (a: BreachLink) => (b: BreachLink) =>
  a.monitoring === b.monitoring && a.measure === b.measure;

/**
 * Sees to it that every breach that is named was measured by the record; those that were named before may have been erased since.
 *
 * @throws InputError naming the path
 */
export function checkBreaches(
  links: readonly BreachLink[] | undefined,
  before: readonly BreachLink[] | undefined,
  monitoring: readonly RecordState<Monitoring | null>[] | undefined,
) {
  links?.forEach((link, i) => {
    if (before?.some(sameLink(link))) return;
    const found = monitoring?.find(m => m.recordId === link.monitoring);
    // that there is the record is checked as of every reference
    const measures = found?.data ? measuresOf(found.data) : [];
    if (!measures.some(m => m.name === link.measure)) {
      throw new InputError(
        `data.breaches[${i}].measure: the monitoring record measured no “${link.measure}”`,
      );
    }
  });
}
