import { parseEntityRef } from '@backstage/catalog-model';
import {
  GraphEntity,
  graphListSchema,
  restingListSchema,
  subjectsQuerySchema,
  SubjectSummary,
} from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import {
  CatalogGraph,
  graphLimits,
  GraphWalk,
  ownerOf,
} from '../../graph/CatalogGraph';
import { CsvColumn } from '../csv';
import { each } from '../each';
import { refOf, subjectParams } from '../parameters';
import { CallerCredentials, route } from '../Route';
import { Services } from '../Services';

const columns: CsvColumn<GraphEntity>[] = [
  { header: 'ref', value: e => e.ref },
  { header: 'title', value: e => e.title },
  { header: 'kind', value: e => e.kind },
  { header: 'type', value: e => e.type },
  { header: 'owner', value: e => e.owner },
  { header: 'tier', value: e => e.subject?.tier },
  {
    header: 'level',
    value: e => e.subject && (e.subject.level ?? 'none'),
  },
  { header: 'steps', value: e => e.path.length },
  {
    header: 'path',
    value: e =>
      e.path.map(({ relation, ref }) => `${relation} ${ref}`).join(' > '),
  },
];

const description = `At most ${graphLimits.steps} steps and ${graphLimits.entities} entities; \`cut\` says when there is more. What the caller may not read in the catalog is no part of a path.`;

/** The AI below a service, and what rests on an AI system: read from the relations of the catalog as the caller. */
export const graphRoutes = (services: Services) => {
  const { access, scorecards } = services;
  const graph = CatalogGraph.create(services);

  /** What a walk came to, with the standing of those that are subjects. */
  async function entitiesOf(
    credentials: CallerCredentials,
    { reached, entities }: GraphWalk,
  ): Promise<GraphEntity[]> {
    const standing = new Map<string, SubjectSummary>();
    if (reached.length > 0) {
      const { items } = await scorecards.subjects(
        await access.scope(credentials),
        subjectsQuerySchema.parse({
          ref: reached.map(({ ref }) => ref),
          limit: 500,
        }),
      );
      for (const subject of items) standing.set(subject.ref, subject);
    }
    return reached
      .map(({ ref, node, path }): GraphEntity => {
        const owner = ownerOf(node);
        const { type } = node.spec ?? {};
        const subject = standing.get(ref);
        return {
          ...named(ref, entities),
          ...(typeof type === 'string' && { type }),
          ...(owner && { owner }),
          path: path.map(edge => ({
            relation: edge.relation,
            ...named(edge.ref, entities),
          })),
          ...(subject && { subject }),
        };
      })
      .sort(
        (a, b) =>
          a.path.length - b.path.length ||
          a.title.localeCompare(b.title, 'en') ||
          (a.ref < b.ref ? -1 : 1),
      );
  }

  async function restingOn(credentials: CallerCredentials, ref: string) {
    const found = await graph.resting(credentials, ref);
    return { ...found, items: await entitiesOf(credentials, found) };
  }

  return [
    route({
      method: 'get',
      path: '/graph/:kind/:namespace/:name/rests-on',
      operationId: 'list-rests-on',
      summary: 'The AI that an entity of the catalog rests on',
      description: `Directly, or through components, APIs and resources; of what is a subject of governance or an AI system. ${description}`,
      params: subjectParams,
      response: graphListSchema,
      refusals: [404],
      handle: async ({ credentials, params }) => {
        const found = await graph.restsOn(credentials, refOf(params));
        const all = await entitiesOf(credentials, found);
        const items = all.filter(
          ({ kind, subject }) => subject || kind === 'aisystem',
        );
        return {
          items,
          totalItems: items.length,
          cut: found.cut,
          limits: graphLimits,
        };
      },
    }),
    route({
      method: 'get',
      path: '/graph/:kind/:namespace/:name/resting',
      operationId: 'list-resting',
      summary: 'What rests on an entity of the catalog, at any distance',
      description: `Services, APIs, resources and AI systems that a change or an incident of it reaches, each with its owner. ${description}`,
      params: subjectParams,
      response: restingListSchema,
      refusals: [404],
      csv: {
        filename: 'what-rests-on-it',
        query: z.strictObject({}),
        columns: () => columns,
        items: async ({ credentials, params }) =>
          each((await restingOn(credentials, refOf(params))).items),
      },
      handle: async ({ credentials, params }) => {
        const { items, cut } = await restingOn(credentials, refOf(params));
        return {
          items,
          totalItems: items.length,
          cut,
          limits: graphLimits,
          owners: countedByOwner(items),
        };
      },
    }),
  ];
};

function named(ref: string, entities: GraphWalk['entities']) {
  const { metadata } = entities.get(ref)!;
  return {
    ref,
    title: metadata.title ?? metadata.name,
    kind: parseEntityRef(ref).kind,
  };
}

function countedByOwner(items: readonly GraphEntity[]) {
  const counts = new Map<string | undefined, number>();
  for (const { owner } of items) {
    counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return [...counts]
    .map(([owner, count]) => ({ ...(owner && { owner }), count }))
    .sort(
      (a, b) =>
        b.count - a.count ||
        // those without an owner last, and the same order each time
        ((a.owner ?? '~') < (b.owner ?? '~') ? -1 : 1),
    );
}
