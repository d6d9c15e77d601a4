import {
  AuthService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { FoundEntity, foundOf, namedBy } from './discovery';
import { factsOf, isGroup, isGroupOrUser, ObservedFacts } from './entityFacts';
import { GroupEdge } from './groupClosure';
import {
  observationOf,
  observedFields,
  SubjectObservation,
} from './observation';

/** What one complete reading of the catalog held. */
export interface CatalogReading {
  /** Entities read, of every kind. */
  entities: number;
  subjects: SubjectObservation[];
  /** Every subject that is there, also one that could not be read. */
  subjectRefs: Set<string>;
  /** Facts of every entity, by reference. */
  facts: Map<string, ObservedFacts>;
  groupsAndUsers: Set<string>;
  groups: Set<string>;
  edges: GroupEdge[];
  /** What looks like AI, is no subject, and is named by no AI system; undefined: nothing was looked for. */
  discovered: FoundEntity[] | undefined;
}

const edgesOf = (ref: string, group: Entity): GroupEdge[] =>
  (group.relations ?? []).flatMap(({ type, targetRef }) => {
    const target = targetRef.toLocaleLowerCase('en-US');
    if (type === 'parentOf') return [{ parent: ref, child: target }];
    if (type === 'childOf') return [{ parent: target, child: ref }];
    return [];
  });

/**
 * Streams the whole catalog under the plugin's own credentials. Nothing is taken over before all of it is read, so half a reading changes nothing.
 *
 * @throws what the catalog throws
 */
export async function readCatalog(options: {
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  governs: (entity: Entity) => boolean;
  governedBy: readonly string[];
  /** Why an entity looks like AI, in words; undefined: it does not. Absent: nothing is looked for. */
  discovers?: (entity: Entity) => string | undefined;
  /** Fields of an entity that decide it. */
  discoveredBy: readonly string[];
}): Promise<CatalogReading> {
  const { catalog, auth, logger, governs, governedBy } = options;
  const { discovers, discoveredBy } = options;
  const named = new Set<string>();
  const credentials: BackstageCredentials =
    await auth.getOwnServiceCredentials();
  const reading: CatalogReading = {
    entities: 0,
    subjects: [],
    subjectRefs: new Set(),
    facts: new Map(),
    groupsAndUsers: new Set(),
    groups: new Set(),
    edges: [],
    discovered: discovers && [],
  };
  const edges = new Map<string, GroupEdge>();
  const pages = catalog.streamEntities(
    {
      fields: [...new Set([...observedFields, ...governedBy, ...discoveredBy])],
      totalItems: 'exclude',
      pageSize: 500,
    },
    { credentials },
  );
  for await (const page of pages) {
    for (const entity of page) {
      const ref = stringifyEntityRef(entity);
      reading.entities += 1;
      reading.facts.set(ref, factsOf(entity));
      if (isGroupOrUser(entity)) reading.groupsAndUsers.add(ref);
      if (isGroup(entity)) {
        reading.groups.add(ref);
        for (const edge of edgesOf(ref, entity)) {
          edges.set(`${edge.parent} ${edge.child}`, edge);
        }
      }
      if (!governs(entity)) {
        const reason = discovers?.(entity);
        if (reason) reading.discovered?.push(foundOf(entity, reason));
        continue;
      }
      namedBy(entity).forEach(other => named.add(other));
      reading.subjectRefs.add(ref);
      try {
        reading.subjects.push(observationOf(entity));
      } catch (error) {
        logger.warn(`The profile of ${ref} could not be read`, error as Error);
      }
    }
  }
  reading.discovered = reading.discovered?.filter(({ ref }) => !named.has(ref));
  reading.edges = [...edges.values()].filter(
    ({ parent, child }) =>
      parent !== child &&
      reading.groups.has(parent) &&
      reading.groups.has(child),
  );
  return reading;
}
