import {
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_CONSUMES_API,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';

/**
 * The relations of the catalog by which an entity rests on another: it depends on it, calls its API, is an API that it provides, or contains it.
 * Being part of something is not among them: what is in a system does not rest on everything else in it.
 */
export const restsOnRelations: readonly string[] = [
  RELATION_DEPENDS_ON,
  RELATION_CONSUMES_API,
  RELATION_API_PROVIDED_BY,
  RELATION_HAS_PART,
];

/** The same relations as the catalog has them at the other end: from an entity to what rests on it. */
export const restingRelations: readonly string[] = [
  RELATION_DEPENDENCY_OF,
  RELATION_API_CONSUMED_BY,
  RELATION_PROVIDES_API,
  RELATION_PART_OF,
];
