import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { GovernancePolicy } from 'backstage-plugin-ai-governance-common';
import { factsOf } from '../inventory/entityFacts';
import { PeerUnavailableError } from '../peers/answering';

/** The groups and users that a policy names, each once. */
export function namedBy({ authorities, approved }: GovernancePolicy): string[] {
  const { approval, riskAcceptance, exemption } = authorities;
  const holders = [
    ...Object.values(approval),
    ...Object.values(riskAcceptance),
    ...Object.values(exemption),
    authorities.restrictedUse ?? [],
    authorities.tierOverride,
    approved ? [approved.by] : [],
  ].flat();
  return [...new Set(holders.filter(holder => holder.includes(':')))].sort();
}

/** What the catalog calls entities, by reference; of those alone that the caller may read, and that have a title. None while it cannot be asked. */
export async function titlesOf(
  catalog: CatalogService,
  credentials: BackstageCredentials,
  refs: readonly string[],
): Promise<Record<string, string>> {
  if (refs.length === 0) return {};
  const { items } = await catalog
    .getEntitiesByRefs(
      {
        entityRefs: [...refs],
        fields: ['kind', 'metadata', 'spec.profile'],
      },
      { credentials },
    )
    .catch(error => {
      if (error instanceof PeerUnavailableError) return { items: [] };
      throw error;
    });
  return Object.fromEntries(
    items.flatMap(entity => {
      const { title } = entity ? factsOf(entity) : { title: null };
      return entity && title ? [[stringifyEntityRef(entity), title]] : [];
    }),
  );
}
