import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { isAISystemEntity } from 'backstage-plugin-ai-governance-common';
import { storable } from './storable';

/** An entity that looks like AI and is no subject. */
export interface FoundEntity {
  ref: string;
  title: string;
  owner: string | null;
  /** Why it looks like AI. */
  reason: string;
}

const lower = (ref: string) => ref.toLocaleLowerCase('en-US');

/** What is kept of an entity that was found. */
export const foundOf = (entity: Entity, reason: string): FoundEntity => ({
  ref: stringifyEntityRef(entity),
  title: storable(entity.metadata.title ?? entity.metadata.name),
  owner:
    entity.relations
      ?.filter(({ type }) => type === 'ownedBy')
      .map(({ targetRef }) => lower(targetRef))[0] ?? null,
  reason: storable(reason),
});

/** What an AI system names directly: it is governed as part of the system, or as what the system rests on. */
export const namedBy = (entity: Entity): string[] =>
  isAISystemEntity(entity)
    ? (entity.relations ?? [])
        .filter(({ type }) =>
          ['hasPart', 'dependsOn', 'consumesApi'].includes(type),
        )
        .map(({ targetRef }) => lower(targetRef))
    : [];
