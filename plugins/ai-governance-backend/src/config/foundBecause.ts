import { Entity } from '@backstage/catalog-model';
import { governsBy } from 'backstage-plugin-ai-governance-common';

type Predicate = Record<string, unknown>;

const inWords = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return `is ${value}`;
  const [[operator, asked]] = Object.entries(value);
  switch (operator) {
    case '$exists':
      return asked ? 'is there' : 'is not there';
    case '$in':
      return `is one of ${(asked as unknown[]).join(', ')}`;
    case '$hasPrefix':
      return `begins with ${asked}`;
    default:
      return typeof asked === 'object'
        ? 'has what is looked for'
        : `contains ${asked}`;
  }
};

/** The parts of a predicate that hold for an entity for which the whole holds. */
function parts(predicate: Predicate, entity: Entity): string[] {
  return Object.entries(predicate).flatMap(([key, value]) => {
    if (key === '$not') return [];
    if (key === '$all') {
      return (value as Predicate[]).flatMap(part => parts(part, entity));
    }
    if (key !== '$any') return [`${key} ${inWords(value)}`];
    const reasons = (value as Predicate[])
      .filter(part => governsBy(part)(entity))
      .map(part => parts(part, entity).join(' and '));
    return [...new Set(reasons.filter(Boolean))].join('; ') || [];
  });
}

/**
 * Why an entity looks like AI, in words: those conditions of the predicate that it meets, such as `kind is API and spec.type is mcp-server`.
 *
 * @param predicate - `aiGovernance.discovery`, valid by `subjectsSchema`
 * @returns for an entity the words, and undefined where it does not match
 */
export function foundBecause(
  predicate: unknown,
): (entity: Entity) => string | undefined {
  const matches = governsBy(predicate);
  return entity =>
    matches(entity)
      ? [...new Set(parts(predicate as Predicate, entity))].join(' and ') ||
        'what it lacks'
      : undefined;
}
