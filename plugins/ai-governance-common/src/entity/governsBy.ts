import { Entity } from '@backstage/catalog-model';
import {
  filterPredicateToFilterFunction,
  parseFilterPredicate,
} from '@backstage/filter-predicates';
import { governsEntity } from './profileOf';

/**
 * Which entities are subjects, for both sides alike.
 *
 * @param predicate - `aiGovernance.subjects` of the configuration, a filter predicate; without it `governsEntity`
 * @throws InputError when it is no filter predicate
 */
export function governsBy(predicate?: unknown): (entity: Entity) => boolean {
  if (predicate === undefined) return governsEntity;
  return filterPredicateToFilterFunction<Entity>(
    parseFilterPredicate(predicate),
  );
}
