import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ApiHolder } from '@backstage/core-plugin-api';
import { governsEntity } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { mayRestOnAI } from '../entity/restsOnAI';
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

/**
 * Whether an entity rests on AI, for `if` of an `EntitySwitch.Case`: also through others, which the backend is asked for. Where nothing is handed on to ask
 * with, as in an `EntityLayout.Route`: whether it may, by its own relations.
 */
export function hasAiSystems(entity: Entity): boolean;
export function hasAiSystems(
  entity: Entity,
  context: { apis: ApiHolder },
): boolean | Promise<boolean>;
export function hasAiSystems(
  entity: Entity,
  context?: { apis: ApiHolder },
): boolean | Promise<boolean> {
  const api = context?.apis.get(aiGovernanceApiRef);
  if (!mayRestOnAI(entity) || !api) return mayRestOnAI(entity);
  return api.restsOn(stringifyEntityRef(entity)).then(
    ({ items, cut }) => items.length > 0 || cut,
    // the card says what went wrong
    () => true,
  );
}
