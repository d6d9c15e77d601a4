import {
  AsOfQuery,
  SubjectFilter,
} from 'backstage-plugin-ai-governance-common';

/** The states that a cell of a scorecard leads to: what does not hold. */
export const notHoldingStates = [
  'error',
  'expired',
  'fail',
  'not-reported',
] as const;

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
