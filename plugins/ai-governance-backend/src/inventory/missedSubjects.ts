import { Knex } from 'knex';
import { Instant } from 'backstage-plugin-ai-governance-common';
import { batches } from '../database/batches';
import { endDays } from './endSubject';

/** Complete sweeps in a row without a subject after which it is gone. */
const GONE_AFTER = 2;
/** So few may vanish at once in any catalog. */
const HANDFUL = 2;

/** Why so many at once are not taken over as gone; undefined when they may be. Pure. */
export function refusal(counts: {
  /** Entities of any kind that the catalog gave. */
  entities: number;
  /** Subjects that were there before. */
  known: number;
  /** Of these, those that are not there now. */
  vanished: number;
}): string | undefined {
  const { entities, known, vanished } = counts;
  if (vanished === 0) return undefined;
  if (entities === 0) {
    return `The catalog gave no entity at all: none of the ${known} subjects is taken as gone.`;
  }
  if (vanished > HANDFUL && vanished > known / 10) {
    return `${vanished} of ${known} subjects vanished from the catalog at once: none is taken as gone. Look whether a source of the catalog fails.`;
  }
  return undefined;
}

export interface KnownSubject {
  id: string;
  missed: number;
}

/**
 * Counts one more sweep without these subjects, and closes those that were missed often enough. What was observed after `at` stays.
 *
 * @param goneAfter - complete sweeps in a row; 1 when somebody has said that they are gone
 * @returns how many are gone with it
 */
export async function countMissed(
  knex: Knex,
  missing: readonly KnownSubject[],
  at: Instant,
  goneAfter: number = GONE_AFTER,
): Promise<number> {
  let gone = 0;
  const leaving = missing.filter(s => s.missed + 1 >= goneAfter);
  const staying = missing.filter(s => s.missed + 1 < goneAfter);
  for (const batch of batches(staying)) {
    // by the count that was read: two sweeps at once count as one
    for (const missed of new Set(batch.map(s => s.missed))) {
      await knex('subjects')
        .whereIn(
          'id',
          batch.filter(s => s.missed === missed).map(s => s.id),
        )
        .where({ missed })
        .where('observed_at', '<=', at)
        .update({ missed: missed + 1 });
    }
  }
  for (const batch of batches(leaving)) {
    gone += await knex.transaction(async tx => {
      const left: { id: string }[] = await tx('subjects')
        .whereIn(
          'id',
          batch.map(s => s.id),
        )
        .whereNull('gone_at')
        .where('missed', '>=', goneAfter - 1)
        .where('observed_at', '<=', at)
        .update({ gone_at: at, missed: goneAfter })
        .returning('id');
      const ids = left.map(row => row.id);
      await endDays(tx, ids, at);
      return ids.length;
    });
  }
  return gone;
}
