import { Knex } from 'knex';
import { isOneOf } from '../database/isOneOf';
import { isPostgres } from '../database/isPostgres';
import { Instant, instant } from 'backstage-plugin-ai-governance-common';
import { mark } from './markChanged';

/** A work row as its claimer read it. */
export interface Claimed {
  subject_id: string;
  dirty_seq: number;
  attempts: number;
}

/**
 * Brings into work the subjects whose first foretold summary has ended: time alone changed something.
 * One that is in work already stays as it is.
 */
export async function markDue(
  knex: Knex,
  now: Instant,
  subjectId?: string,
): Promise<void> {
  const due = knex('subject_summary as ended')
    .join('subjects', 'subjects.id', 'ended.subject_id')
    .where('ended.until_at', '<=', now)
    .whereNull('subjects.gone_at')
    .whereNotExists(
      knex('subject_summary as earlier')
        .whereRaw('earlier.subject_id = ended.subject_id')
        .whereRaw('earlier.from_at < ended.from_at')
        .select(knex.raw('1')),
    )
    .whereNotExists(
      knex('work')
        .whereRaw('work.subject_id = ended.subject_id')
        .select(knex.raw('1')),
    )
    .select('subjects.id as id');
  if (subjectId) due.where('ended.subject_id', subjectId);
  await mark(knex, due, now);
}

// What marks carries the instant of what changed, and the ledger's instants may run a little ahead of the clock: each is later than the one before.
const AHEAD_MS = 1000;

/**
 * Takes work that is due and that nobody holds, the longest due first, by one conditional update: of two claimers one gets a row.
 * A lease that ran out is nobody's.
 *
 * @param lease - unique for this claim
 * @param subjectId - this one, also when it is not due yet
 */
export async function claim(
  knex: Knex,
  lease: { owner: string; until: Instant },
  options: { now: Instant; limit: number; subjectId?: string },
): Promise<Claimed[]> {
  const { now, limit, subjectId } = options;
  const free = knex('work')
    .where(q => q.whereNull('lease_until').orWhere('lease_until', '<=', now))
    .orderBy(['due_at', 'subject_id'])
    .limit(limit)
    .select('subject_id');
  if (subjectId) free.where('subject_id', subjectId);
  else free.where('due_at', '<=', instant(Date.parse(now) + AHEAD_MS));
  if (isPostgres(knex)) free.forUpdate().skipLocked();
  return await knex('work')
    // as a common table: a plain subquery may be run more than once, and then takes more than the limit
    .with('free', free)
    .whereIn('subject_id', knex('free').select('subject_id'))
    .update({ lease_owner: lease.owner, lease_until: lease.until })
    .returning(['subject_id', 'dirty_seq', 'attempts']);
}

/** Locks those rows that are still held under the lease, until the transaction ends; what another has taken over is left out. */
export async function lockClaimed(
  tx: Knex.Transaction,
  leaseOwner: string,
  claimed: readonly Claimed[],
): Promise<{ subjectId: string; unchanged: boolean }[]> {
  const rows: Claimed[] = await tx('work')
    .where(
      isOneOf(
        tx,
        'subject_id',
        claimed.map(c => c.subject_id),
      ),
    )
    .where('lease_owner', leaseOwner)
    .orderBy('subject_id')
    .forUpdate()
    .select('subject_id', 'dirty_seq');
  const read = new Map(claimed.map(c => [c.subject_id, c.dirty_seq]));
  return rows.map(row => ({
    subjectId: row.subject_id,
    unchanged: read.get(row.subject_id) === row.dirty_seq,
  }));
}

/** Ends the work on locked rows: done when nothing was marked since it was read, else free for the next. */
export async function finish(
  tx: Knex.Transaction,
  locked: readonly { subjectId: string; unchanged: boolean }[],
): Promise<void> {
  const ids = (unchanged: boolean) =>
    isOneOf(
      tx,
      'subject_id',
      locked.filter(l => l.unchanged === unchanged).map(l => l.subjectId),
    );
  await tx('work').where(ids(true)).delete();
  await tx('work').where(ids(false)).update({
    lease_owner: null,
    lease_until: null,
    attempts: 0,
    last_error: null,
  });
}

/** Puts work that failed back, for later: 2, 4, 8 … seconds, five minutes at most; at once when it was marked meanwhile. */
export async function postpone(
  knex: Knex,
  leaseOwner: string,
  claimed: Claimed,
  error: unknown,
  now: Instant,
): Promise<void> {
  const attempts = claimed.attempts + 1;
  const seconds = Math.min(300, 2 ** Math.min(attempts, 9));
  const later = instant(Date.parse(now) + seconds * 1000);
  await knex('work')
    .where({ subject_id: claimed.subject_id, lease_owner: leaseOwner })
    .update({
      lease_owner: null,
      lease_until: null,
      attempts,
      last_error: String(error instanceof Error ? error.message : error)
        .replaceAll('\0', '')
        .slice(0, 2000),
      due_at: knex.raw('case when dirty_seq = ? then ? else due_at end', [
        claimed.dirty_seq,
        later,
      ]),
    });
}
