import {
  Entity,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  RELATION_PART_OF,
} from '@backstage/catalog-model';

/** Relations by which an entity rests on an AI system, contains one or is part of one. */
export const restsOn = [
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  RELATION_PART_OF,
] as const;

/** The AI systems that an entity rests on directly, as full lower-case references, each once. */
export function aiSystemsOf(entity: Entity): string[] {
  const refs = (entity.relations ?? [])
    .filter(({ type }) => (restsOn as readonly string[]).includes(type))
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'))
    .filter(ref => ref.startsWith('aisystem:'));
  return [...new Set(refs)].sort();
}
