import { parseEntityRef } from '@backstage/catalog-model';

/** The name within a reference, for reading. */
export function nameInRef(ref: string) {
  try {
    const { namespace, name } = parseEntityRef(ref);
    return namespace === 'default' ? name : `${namespace}/${name}`;
  } catch {
    return ref;
  }
}
