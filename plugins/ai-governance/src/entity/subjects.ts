import { Entity } from '@backstage/catalog-model';
import { ApiHolder, configApiRef } from '@backstage/core-plugin-api';
import { governsBy } from 'backstage-plugin-ai-governance-common';

/**
 * Which entities are subjects by the portal's configuration, as the backend has it too.
 *
 * @throws InputError when `aiGovernance.subjects` is no filter predicate
 */
export function subjectsIn(apis: ApiHolder): (entity: Entity) => boolean {
  const config = apis.get(configApiRef);
  return governsBy(config?.getOptional('aiGovernance.subjects'));
}
