import { dayOf, Instant, minus } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { ReadScope } from '../permissions/ReadScope';
import { latestRegistrations } from '../registrations/latestRegistrations';

/** How long after it was written a registration may be on its way into the catalog. */
const ON_ITS_WAY = { minutes: 15 };

interface Row {
  ref: string;
  data: string;
  author: string;
  recordedAt: Instant;
}

const registrations = (knex: Knex): Knex.QueryBuilder =>
  latestRegistrations(knex('revisions as r'));

function withoutSubject(knex: Knex, before: Instant) {
  return registrations(knex)
    .whereNull('j.id')
    .where('r.recorded_at', '<', before)
    .orderBy('r.recorded_at')
    .select({
      ref: 's.ref',
      data: 'r.data',
      author: 'r.author',
      recordedAt: 'r.recorded_at',
    });
}

const inForce = (rows: Row[]) =>
  rows.filter(({ data }) => JSON.parse(data).status === 'registered');

/**
 * What was registered in the portal, and what of it the last whole sweep should have found in the catalog and did not.
 *
 * @param limit - how many are named, of those that the reader may read
 */
export async function missingRegistrations(
  knex: Knex,
  scope: ReadScope,
  sweptAt: Instant | null,
  limit: number,
) {
  const [{ written }]: any[] = await registrations(knex).count({
    written: '*',
  });
  const found = { written: Number(written) };
  if (!sweptAt) return { ...found, missing: 0, named: [] };
  const before = minus(sweptAt, ON_ITS_WAY);
  const missing = inForce(await withoutSubject(knex, before));
  // no subject, so only who may read every one may read these
  const readable = withoutSubject(knex, before);
  scope.apply(readable, 's.id');
  const named = missing.length > 0 ? inForce(await readable) : [];
  return {
    ...found,
    missing: missing.length,
    missingSince: missing.at(-1)?.recordedAt,
    named: named.slice(0, limit).map(({ ref, author, recordedAt }) => ({
      ref,
      problem: `registered on ${dayOf(recordedAt)} by ${author}`,
    })),
  };
}
