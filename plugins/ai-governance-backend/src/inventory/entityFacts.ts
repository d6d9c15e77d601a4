import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { storable } from './storable';

/** What the catalog knows of an entity that subjects may refer to. */
export interface ObservedFacts {
  ref: string;
  present: boolean;
  title: string | null;
  /** Direct members; groups only. */
  members: number | null;
  /** JSON list of them, full and lower case, sorted; groups only. */
  member_refs: string | null;
}

const isA = (entity: Entity, kind: string) =>
  entity.kind.toLocaleLowerCase('en-US') === kind;

export const isGroup = (entity: Entity) => isA(entity, 'group');
export const isGroupOrUser = (entity: Entity) =>
  isGroup(entity) || isA(entity, 'user');

const membersOf = (group: Entity) =>
  [
    ...new Set(
      (group.relations ?? [])
        .filter(r => r.type === 'hasMember')
        .map(r => r.targetRef.toLocaleLowerCase('en-US')),
    ),
  ].sort();

/** The facts of an entity that is there. */
export function factsOf(entity: Entity): ObservedFacts {
  const members = isGroup(entity) ? membersOf(entity) : null;
  const { displayName } =
    (entity.spec?.profile as { displayName?: unknown } | undefined) ?? {};
  const title =
    typeof displayName === 'string' && displayName
      ? displayName
      : entity.metadata.title;
  return {
    ref: stringifyEntityRef(entity),
    present: true,
    title: title === undefined ? null : storable(title),
    members: members && members.length,
    member_refs: members && JSON.stringify(members),
  };
}

/** The facts of an entity that is not there. */
export const absent = (ref: string): ObservedFacts => ({
  ref,
  present: false,
  title: null,
  members: null,
  member_refs: null,
});
