import { DiscoveryDecision } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { ORGANIZATION } from '../organization/PolicyVersions';
import { readableEntities } from './readableEntities';
import { CallerCredentials } from './Route';

type Services = Parameters<typeof readableEntities>[0] & { knex: Knex };

/**
 * Ids of the decisions on found AI that a reader is not to learn of: they name an entity that the reader may not read in the catalog.
 * A decision whose text was erased whole names none.
 */
export async function hiddenDecisions(
  services: Services,
  credentials: CallerCredentials,
): Promise<string[]> {
  const rows: { id: string; data: string }[] = await services
    .knex({ v: 'revisions' })
    .join({ t: 'streams' }, 't.id', 'v.stream_id')
    .where({ 't.ref': ORGANIZATION, 'v.type': 'discovery-decision' })
    .whereNotNull('v.data')
    .select({ id: 'v.record_id', data: 'v.data' });
  const named = rows.map(({ id, data }) => ({
    id,
    entity: (JSON.parse(data) as DiscoveryDecision).entity,
  }));
  const readable = await readableEntities(services, credentials, [
    ...new Set(named.map(({ entity }) => entity)),
  ]);
  return [
    ...new Set(
      named.filter(({ entity }) => !readable.has(entity)).map(({ id }) => id),
    ),
  ];
}
