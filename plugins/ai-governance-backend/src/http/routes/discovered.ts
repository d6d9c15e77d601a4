import { InputError } from '@backstage/errors';
import {
  decisionEnds,
  decisionsByEntity,
  Discovered,
  DiscoveredQuery,
  DiscoveryDecision,
  discoveredPageSchema,
  discoveredQuerySchema,
  RecordState,
} from 'backstage-plugin-ai-governance-common';
import { recordStates } from '../../ledger/recordStates';
import { ORGANIZATION } from '../../organization/PolicyVersions';
import { CsvColumn } from '../csv';
import { each } from '../each';
import { foundEntities } from '../foundEntities';
import { mayOfOrganization } from '../organizationAccess';
import { CallerCredentials, route } from '../Route';
import { Services } from '../Services';

const csvColumns: CsvColumn<Discovered>[] = [
  { header: 'ref', value: e => e.ref },
  { header: 'title', value: e => e.title },
  { header: 'owner', value: e => e.owner },
  { header: 'reason', value: e => e.reason },
  { header: 'foundAt', value: e => e.foundAt },
  { header: 'decision', value: e => e.decision?.decision },
  { header: 'until', value: e => e.decision?.until },
];

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
    return (states[type] ?? []).filter(({ data }) => data !== null);
  }

  /** All of them, by reference. */
  async function found(credentials: CallerCredentials): Promise<Discovered[]> {
    if (!discovers) return [];
    const rows = await foundEntities(services, credentials);
    const decisions = decisionsByEntity(await decisionsFor(credentials));
    const at = await clock(knex);
    return rows.map(({ ref, title, owner, reason, found_at: foundAt }) => {
      const decided = decisions.get(ref);
      const until = decided && decisionEnds(decided);
      return {
        ref,
        title,
        ...(owner && { owner }),
        reason,
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
    });
  }

  return [
    route({
      method: 'get',
      path: '/discovered',
      operationId: 'list-discovered',
      summary: 'AI that the catalog shows and nobody has registered',
      description:
        'What `aiGovernance.discovery` finds that is no subject and that no AI system names. Of what the caller may read in the catalog. As CSV by reference.',
      query: discoveredQuerySchema,
      response: discoveredPageSchema,
      csv: {
        filename: 'ai-not-registered',
        query: discoveredQuerySchema.omit({ limit: true, cursor: true }),
        columns: () => csvColumns,
        items: async ({ credentials, query }) =>
          each((await found(credentials)).filter(asked(query))),
      },
      handle: async ({ credentials, query }) => {
        const after = cursorPlace(query.cursor);
        const all = await found(credentials);
        const matching = all.filter(asked(query));
        const from = inOrder(matching).filter(
          one => after === undefined || placeOf(one) > after,
        );
        const page = from.slice(0, query.limit);
        return {
          configured: discovers,
          items: page,
          totalItems: matching.length,
          ...(from.length > page.length && {
            nextCursor: Buffer.from(placeOf(page.at(-1)!)).toString(
              'base64url',
            ),
          }),
          owners: countedByOwner(all),
        };
      },
    }),
  ];
};

const lower = (ref: string | undefined) => ref?.toLocaleLowerCase('en-US');

function asked(query: Pick<DiscoveredQuery, 'ref' | 'owner' | 'status'>) {
  const [ref, owner] = [lower(query.ref), lower(query.owner)];
  return (one: Discovered) =>
    (ref === undefined || one.ref === ref) &&
    (owner === undefined || one.owner === owner) &&
    (query.status === undefined ||
      (query.status === 'decided') === (one.decision?.holds ?? false));
}

/** Where one stands in the list: what nobody decided on first, then what was decided and holds no longer; each of these by reference. */
function placeOf({ ref, decision }: Discovered): string {
  if (!decision) return `0 ${ref}`;
  return `${decision.holds ? 2 : 1} ${ref}`;
}

function inOrder(all: readonly Discovered[]) {
  return all
    .map(one => ({ one, place: placeOf(one) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ one }) => one);
}

function countedByOwner(all: readonly Discovered[]) {
  const counts = new Map<string | undefined, number>();
  for (const { owner } of all) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return [...counts]
    .map(([owner, count]) => ({ ...(owner && { owner }), count }))
    .sort((a, b) => b.count - a.count);
}

function cursorPlace(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const place = Buffer.from(cursor, 'base64url').toString();
  if (!/^[012] .*:/.test(place)) {
    throw new InputError('cursor: is none that a page of this list gave');
  }
  return place;
}
