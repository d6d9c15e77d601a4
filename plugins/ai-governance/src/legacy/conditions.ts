import { Entity } from '@backstage/catalog-model';
import { ApiHolder } from '@backstage/core-plugin-api';
import { governsEntity } from 'backstage-plugin-ai-governance-common';
import { aiSystemsOf } from '../entity/ServiceCardSystems';
import { subjectsIn } from '../entity/subjects';

/**
 * Whether an entity is under governance, for `if` of an `EntitySwitch.Case`, which hands on the portal's configuration, and of
 * an `EntityLayout.Route`, which does not: there it is every `AISystem` and whatever carries `spec.aiGovernance`, also where
 * `aiGovernance.subjects` says otherwise.
 */
export function isAiGovernanceSubject(
  entity: Entity,
  context?: { apis: ApiHolder },
): boolean {
  return context ? subjectsIn(context.apis)(entity) : governsEntity(entity);
}

/** Whether an entity depends on an AI system, contains one or is part of one, by its own relations. */
export function hasAiSystems(entity: Entity): boolean {
  return aiSystemsOf(entity).length > 0;
}
