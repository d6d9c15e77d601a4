import { z } from 'zod';
import { dataClassifications } from '../entity/profile';

/** What a connector gets at. */
export const reachFields = {
  classifications: z
    .array(z.enum(dataClassifications).meta({ title: 'Classification' }))
    .max(dataClassifications.length)
    .meta({
      title: 'Data it reaches',
      description: 'Each class of data that it gets at.',
    }),
  scopes: z
    .array(z.string().min(1).max(300).meta({ title: 'Scope' }))
    .max(200)
    .meta({
      title: 'Scopes',
      description: 'The rights that it was given there, by their names.',
    }),
};

export const reachSchema = z.strictObject(reachFields);
export type Reach = z.infer<typeof reachSchema>;

/**
 * What of a reach goes beyond what was approved, in words; empty: it is within. A class of data is within where it or a graver one was
 * approved, a scope where the very same was.
 */
export function beyond(reach: Reach, approved: Reach): string[] {
  const gravity = (c: Reach['classifications'][number]) =>
    dataClassifications.indexOf(c);
  const gravest = Math.max(-1, ...approved.classifications.map(gravity));
  return [
    ...dataClassifications
      .filter(c => reach.classifications.includes(c) && gravity(c) > gravest)
      .map(c => `${c} data`),
    ...[...new Set(reach.scopes)]
      .filter(s => !approved.scopes.includes(s))
      .map(s => `the scope ${s}`),
  ];
}
