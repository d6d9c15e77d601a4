import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  restingRelations,
  restsOnRelations,
} from 'backstage-plugin-ai-governance-common';
import { forWholeCatalog } from '../permissions/forCatalog';
import { Edge, Reached, walk } from './walk';

/** Farther away than this nobody would say that one rests on the other; and no page shows more. */
export const graphLimits = { steps: 6, entities: 500 };

const fields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'spec.type',
  'relations',
];

export interface GraphWalk {
  reached: Reached<Entity>[];
  /** Every entity on a way, by reference. */
  entities: Map<string, Entity>;
  cut: boolean;
}

interface CatalogGraphServices {
  catalog: CatalogService;
  auth: AuthService;
  permissions: PermissionsService;
}

/**
 * Who rests on whom, by the relations of the catalog, as the catalog shows them to the caller now: what the caller may not read there is no part of the
 * graph, nor is what only leads through it.
 */
export class CatalogGraph {
  readonly #services: CatalogGraphServices;

  static create(services: CatalogGraphServices) {
    return new CatalogGraph(services);
  }

  private constructor(services: CatalogGraphServices) {
    this.#services = services;
  }

  /**
   * What an entity rests on, and the AI systems that it is itself a part of.
   *
   * @throws NotFoundError with the same words whether it is missing or not for the caller
   */
  async restsOn(
    credentials: BackstageCredentials,
    ref: string,
  ): Promise<GraphWalk> {
    const read = await this.#reader(credentials);
    const start = await startOf(read, ref);
    const found = await walkFrom(start, read, restsOnRelations);
    const parts = edgesOf(start, ['partOf']).filter(({ ref: whole }) =>
      whole.startsWith('aisystem:'),
    );
    const wholes = await read(parts.map(edge => edge.ref));
    for (const edge of parts) {
      const node = wholes.get(edge.ref);
      const before = found.reached.find(one => one.ref === edge.ref);
      if (!node || before?.path.length === 1) continue;
      // nothing leads on from here: a part does not rest on what the whole rests on
      if (before) before.path = [edge];
      else found.reached.push({ ref: edge.ref, node, path: [edge] });
      found.entities.set(edge.ref, node);
    }
    return found;
  }

  /**
   * What rests on an entity. Systems and domains are gone through: they are names for what stands in them.
   *
   * @throws as `restsOn`
   */
  async resting(
    credentials: BackstageCredentials,
    ref: string,
  ): Promise<GraphWalk> {
    const read = await this.#reader(credentials);
    const start = await startOf(read, ref);
    const found = await walkFrom(start, read, restingRelations);
    const reached = found.reached.filter(
      one => !/^(system|domain):/.test(one.ref),
    );
    return { ...found, reached };
  }

  async #reader(credentials: BackstageCredentials) {
    const asking = await forWholeCatalog(this.#services, credentials);
    return async (refs: readonly string[]): Promise<Map<string, Entity>> => {
      if (!asking || refs.length === 0) return new Map();
      const { items } = await this.#services.catalog.getEntitiesByRefs(
        { entityRefs: [...refs], fields },
        { credentials: asking },
      );
      return new Map(
        refs.flatMap((ref, i) => (items[i] ? [[ref, items[i]]] : [])),
      );
    };
  }
}

type Read = (refs: readonly string[]) => Promise<Map<string, Entity>>;

async function startOf(read: Read, ref: string) {
  const entity = (await read([ref])).get(ref);
  if (!entity) {
    throw new NotFoundError(
      `There is no ${ref} in the catalog that you may read.`,
    );
  }
  return entity;
}

async function walkFrom(
  start: Entity,
  read: Read,
  relations: readonly string[],
): Promise<GraphWalk> {
  const { reached, cut } = await walk(
    { ref: stringifyEntityRef(start), node: start },
    { read, edgesOf: entity => edgesOf(entity, relations) },
    graphLimits,
  );
  const entities = new Map(reached.map(({ ref, node }) => [ref, node]));
  return { reached, entities, cut };
}

/** By the order of these relations, and then by reference. */
function edgesOf({ relations = [] }: Entity, types: readonly string[]): Edge[] {
  return types.flatMap(relation =>
    relations
      .filter(({ type }) => type === relation)
      .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'))
      .sort()
      .map(ref => ({ relation, ref })),
  );
}

/** The declared owner, as a full reference. */
export const ownerOf = ({ relations }: Entity): string | undefined =>
  relations
    ?.find(({ type }) => type === RELATION_OWNED_BY)
    ?.targetRef.toLocaleLowerCase('en-US');
