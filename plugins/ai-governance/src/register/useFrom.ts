import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Discovered } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { Loaded, useLoad } from '../components';

/** Where a registration comes from, as an address names it. */
export interface From {
  ref: string;
  /** Undefined: it cannot be read. */
  entity?: Entity;
  /** Where it is among what was found in the catalog and is not registered. */
  found?: Discovered;
}

/**
 * Reads the entity that a registration comes from, and why it was found.
 *
 * @param ref - from an address, so that it may be any text; null where it names none
 */
export function useFrom(ref: string | null): Loaded<From | null> {
  const api = useApi(aiGovernanceApiRef);
  const catalog = useApi(catalogApiRef);
  return useLoad(async () => {
    if (!ref) return null;
    try {
      parseEntityRef(ref);
    } catch {
      return { ref };
    }
    const [entity, found] = await Promise.all([
      catalog.getEntityByRef(ref),
      // a help only: without it nothing is said of why
      api.discovered({ ref, limit: 1 }).catch(() => undefined),
    ]);
    return { ref, entity, found: found?.items[0] };
  }, [api, catalog, ref]);
}
