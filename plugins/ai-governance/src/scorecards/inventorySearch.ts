import {
  AsOfQuery,
  SubjectFilter,
} from 'backstage-plugin-ai-governance-common';

/** Which subjects of which time the inventory shows. */
export type InventoryQuery = SubjectFilter & AsOfQuery;

/** A filter as the query of the inventory's address, `?` included. */
export function inventorySearch(filter: InventoryQuery): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(filter)) {
    for (const one of [value ?? []].flat()) params.append(key, one);
  }
  const text = params.toString();
  return text && `?${text}`;
}
