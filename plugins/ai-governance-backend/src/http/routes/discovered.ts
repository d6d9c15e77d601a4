import { InputError } from '@backstage/errors';
import {
  decisionEnds,
  decisionOn,
  discoveredPageSchema,
  discoveredQuerySchema,
  DiscoveryDecision,
  RecordState,
} from 'backstage-plugin-ai-governance-common';
import { recordStates } from '../../ledger/recordStates';
import { ORGANIZATION } from '../../organization/PolicyVersions';
import { mayOfOrganization } from '../organizationAccess';
import { readableGroups as readableEntities } from '../readableGroups';
import { CallerCredentials, route } from '../Route';
import { Services } from '../Services';

interface Row {
  ref: string;
  title: string;
  owner: string | null;
  found_at: string;
}

/** What looks like AI in the catalog and is not registered, of what the reader may read there. */
export const discoveredRoutes = (services: Services) => {
  const { clock, discovers, knex, ledger } = services;

  /** What was decided, where the reader may read it. */
  async function decisionsFor(
    credentials: CallerCredentials,
  ): Promise<RecordState<DiscoveryDecision>[]> {
    const may = await mayOfOrganization(services, credentials);
    const stream = may.read && (await ledger.findStream(ORGANIZATION));
    if (!stream) return [];
    const type = 'discovery-decision';
    const states = recordStates(await ledger.records(stream.id, { type }));
    return [...(states[type] ?? [])];
  }

  return [
    route({
      method: 'get',
      path: '/discovered',
      operationId: 'list-discovered',
      summary: 'AI that the catalog shows and nobody has registered',
      description:
        'What `aiGovernance.discovery` finds that is no subject and that no AI system names. Of what the caller may read in the catalog.',
      query: discoveredQuerySchema,
      response: discoveredPageSchema,
      handle: async ({ credentials, query }) => {
        const empty = { configured: discovers, items: [], totalItems: 0 };
        if (!discovers) return { ...empty, owners: [] };
        const rows: Row[] = await knex('discovered').orderBy('ref');
        const readable = await readableEntities(
          services,
          credentials,
          rows.map(row => row.ref),
        );
        const shown = rows.filter(row => readable.has(row.ref));
        const owners = new Map<string | undefined, number>();
        for (const { owner } of shown) {
          const key = owner ?? undefined;
          owners.set(key, (owners.get(key) ?? 0) + 1);
        }
        const asked = shown.filter(
          row =>
            query.owner === undefined ||
            row.owner === query.owner.toLocaleLowerCase('en-US'),
        );
        const after = cursorRef(query.cursor);
        const from = asked.filter(row => !after || row.ref > after);
        const page = from.slice(0, query.limit);
        const decisions = await decisionsFor(credentials);
        const at = await clock(knex);
        return {
          configured: true,
          items: page.map(({ ref, title, owner, found_at: foundAt }) => {
            const decided = decisionOn(ref, decisions);
            const until = decided && decisionEnds(decided);
            return {
              ref,
              title,
              ...(owner && { owner }),
              foundAt,
              ...(decided && {
                decision: {
                  recordId: decided.recordId,
                  revision: decided.revision,
                  decision: decided.data.decision,
                  ...(until && { until }),
                  holds: until === undefined || at < until,
                },
              }),
            };
          }),
          totalItems: asked.length,
          ...(from.length > page.length && {
            nextCursor: Buffer.from(page.at(-1)!.ref).toString('base64url'),
          }),
          owners: [...owners]
            .map(([owner, count]) => ({ ...(owner && { owner }), count }))
            .sort((a, b) => b.count - a.count),
        };
      },
    }),
  ];
};

function cursorRef(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const ref = Buffer.from(cursor, 'base64url').toString();
  if (!ref.includes(':')) {
    throw new InputError('cursor: is none that a page of this list gave');
  }
  return ref;
}
