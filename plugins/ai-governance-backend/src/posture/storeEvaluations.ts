import { Knex } from 'knex';
import {
  Control,
  Evaluation,
  Instant,
  resultStates,
  StateCounts,
  TrainingNeed,
} from 'backstage-plugin-ai-governance-common';
import { batches } from '../database/batches';
import { storeNeeds } from '../training/storeNeeds';
import { foretell } from './foretell';
import { dropObsoleteInputs } from './inputs';
import { resultIntervals, ResultRow } from './resultIntervals';
import { countColumn } from './stateCounts';

/** One subject, judged. */
export interface Evaluated {
  id: string;
  ref: string;
  evaluation: Evaluation;
  /** Which courses it asks of whom. */
  training: readonly TrainingNeed[];
  /** Keys of what it was judged by, registered before that was read; without its own and the policy's, which are implied. */
  inputs: string[];
}

const countColumns = (counts: StateCounts) =>
  Object.fromEntries(
    resultStates.map(state => [countColumn(state), counts[state]]),
  );

/**
 * Writes what was found of many subjects: intervals, inputs, summaries. The work rows of the subjects must be locked in `tx`, so that nobody else writes them.
 */
export async function storeEvaluations(
  tx: Knex.Transaction,
  evaluated: readonly Evaluated[],
  options: { controls: readonly Control[]; policyHash: string; at: Instant },
): Promise<void> {
  for (const batch of batches(evaluated)) {
    await storeResults(tx, batch, options);
    await dropObsoleteInputs(
      tx,
      new Map(batch.map(({ id, inputs }) => [id, inputs])),
    );
    await storeSummaries(tx, batch, options);
    await storeNeeds(tx, batch);
  }
}

async function storeResults(
  tx: Knex.Transaction,
  evaluated: readonly Evaluated[],
  { policyHash, at }: { policyHash: string; at: Instant },
) {
  const rows: ResultRow[] = await tx('results')
    .whereIn(
      'subject_id',
      evaluated.map(e => e.id),
    )
    .whereNull('to_at');
  const stored = bySubject(rows);
  const changes = evaluated.map(({ id, evaluation }) =>
    resultIntervals(
      id,
      stored.get(id) ?? [],
      evaluation.results,
      policyHash,
      at,
    ),
  );
  for (const ids of batches(
    changes.flatMap(c => c.close),
    500,
  )) {
    await tx('results').whereIn('id', ids).update({ to_at: at });
  }
  await insert(
    tx,
    'results',
    changes.flatMap(c => c.open),
  );
}

async function storeSummaries(
  tx: Knex.Transaction,
  evaluated: readonly Evaluated[],
  { controls, at }: { controls: readonly Control[]; at: Instant },
) {
  const ids = evaluated.map(e => e.id);
  await tx('subject_families').whereIn('subject_id', ids).delete();
  await tx('subject_summary').whereIn('subject_id', ids).delete();
  const foretold = evaluated.flatMap(({ id, evaluation }) =>
    foretell(controls, evaluation, at).map(summary => ({ id, ...summary })),
  );
  await insert(
    tx,
    'subject_summary',
    foretold.map(({ id, tier, fromAt, untilAt, level, counts, first }) => ({
      subject_id: id,
      from_at: fromAt,
      until_at: untilAt,
      tier,
      level,
      ...countColumns(counts),
      first_control: first,
      evaluated_at: at,
    })),
  );
  await insert(
    tx,
    'subject_families',
    foretold.flatMap(({ id, fromAt, families }) =>
      Object.entries(families).map(([family, counts]) => ({
        subject_id: id,
        from_at: fromAt,
        family,
        ...countColumns(counts),
      })),
    ),
  );
}

function bySubject<T extends { subject_id: string }>(rows: readonly T[]) {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.subject_id);
    if (group) group.push(row);
    else groups.set(row.subject_id, [row]);
  }
  return groups;
}

async function insert(tx: Knex.Transaction, table: string, rows: object[]) {
  for (const batch of batches(rows)) await tx(table).insert(batch);
}
