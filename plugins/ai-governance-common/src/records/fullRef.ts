import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** The full lower-case form of a reference that a field of `entityRef` has taken, which names its kind. */
export const fullRef = (ref: string) =>
  stringifyEntityRef(parseEntityRef(ref)).toLocaleLowerCase('en-US');
