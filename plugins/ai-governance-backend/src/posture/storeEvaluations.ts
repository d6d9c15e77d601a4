import { Knex } from 'knex';
import {
  Control,
  Evaluation,
  Instant,
  resultStates,
  StateCounts,
  SubjectRisks,
  TrainingNeed,
} from 'backstage-plugin-ai-governance-common';
import { batches } from '../database/batches';
import { insertRows } from '../database/insertRows';
import { isOneOf } from '../database/isOneOf';
import { familyCounts, familyText } from './familyCounts';
import { foretell, ForetoldSummary } from './foretell';
import { dropInputs } from './inputs';
import { resultIntervals, ResultRow } from './resultIntervals';
import { storeNeeds } from './storeNeeds';
import { storeRisks } from './storeRisks';
import { countColumn, countsOf } from './stateCounts';
import { summaryIntervals } from './summaryIntervals';

/** One subject, judged. */
export interface Evaluated {
  id: string;
  ref: string;
  evaluation: Evaluation;
  /** Which courses it asks of whom. */
  training: readonly TrainingNeed[];
  /** The levels of its risks; undefined: they were not assessed. */
  risks: SubjectRisks | undefined;
  /** Keys that are noted as what it is judged by, and of which it was judged no longer. */
  obsoleteInputs: readonly string[];
}

const columnOf = resultStates.map(
  state => [state, countColumn(state)] as const,
);

function countColumns(counts: StateCounts) {
  const columns: Record<string, number> = {};
  for (const [state, column] of columnOf) columns[column] = counts[state];
  return columns;
}

const idsOf = (evaluated: readonly Evaluated[]) => evaluated.map(e => e.id);

/**
 * Writes what was found of many subjects: intervals, inputs, summaries, needs of training, levels of risks. The work rows of the subjects must be locked in `tx`, so that nobody else writes them.
 */
export async function storeEvaluations(
  tx: Knex.Transaction,
  evaluated: readonly Evaluated[],
  options: { controls: readonly Control[]; policyHash: string; at: Instant },
): Promise<void> {
  for (const batch of batches(evaluated)) {
    await storeResults(tx, batch, options);
    await dropInputs(tx, new Map(batch.map(e => [e.id, e.obsoleteInputs])));
    await storeSummaries(tx, batch, options);
    await storeNeeds(tx, batch);
    await storeRisks(tx, batch);
  }
}

async function storeResults(
  tx: Knex.Transaction,
  evaluated: readonly Evaluated[],
  { policyHash, at }: { policyHash: string; at: Instant },
) {
  const rows: ResultRow[] = await tx('results')
    .where(isOneOf(tx, 'subject_id', idsOf(evaluated)))
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
  await insertRows(
    tx,
    'results',
    changes.flatMap(c => c.open),
  );
}

const insertSummaries = (
  tx: Knex.Transaction,
  table: 'past_summaries' | 'subject_summary',
  rows: readonly { id: string; summary: ForetoldSummary }[],
  at: Instant,
) =>
  insertRows(
    tx,
    table,
    rows.map(({ id, summary }) => ({
      subject_id: id,
      from_at: summary.fromAt,
      until_at: summary.untilAt,
      tier: summary.tier,
      level: summary.level,
      ...countColumns(summary.counts),
      families: familyText(summary.families),
      first_control: summary.first,
      evaluated_at: at,
    })),
  );

async function storeSummaries(
  tx: Knex.Transaction,
  evaluated: readonly Evaluated[],
  { controls, at }: { controls: readonly Control[]; at: Instant },
) {
  const stored = bySubject(await readSummaries(tx, evaluated));
  const changes = evaluated.map(({ id, evaluation }) => ({
    id,
    ...summaryIntervals(
      stored.get(id) ?? [],
      foretell(controls, evaluation, at),
      at,
    ),
  }));
  const rowsOf = (kind: 'past' | 'open') =>
    changes.flatMap(change =>
      change[kind].map(summary => ({ id: change.id, summary })),
    );
  await insertSummaries(tx, 'past_summaries', rowsOf('past'), at);

  for (const pairs of batches(
    changes.flatMap(({ id, dropped }) => dropped.map(from => [id, from])),
    300,
  )) {
    await tx('subject_summary')
      .whereIn(['subject_id', 'from_at'], pairs)
      .delete();
  }
  await insertSummaries(tx, 'subject_summary', rowsOf('open'), at);
  await tx('subject_summary')
    .where(isOneOf(tx, 'subject_id', idsOf(evaluated)))
    .whereNot('evaluated_at', at)
    .update({ evaluated_at: at });
}

/** The stored summaries of now and of what was foretold. */
async function readSummaries(
  tx: Knex.Transaction,
  evaluated: readonly Evaluated[],
): Promise<(ForetoldSummary & { subject_id: string })[]> {
  const rows = await tx('subject_summary')
    .where(isOneOf(tx, 'subject_id', idsOf(evaluated)))
    .orderBy(['subject_id', 'from_at']);
  return rows.map(row => ({
    subject_id: row.subject_id,
    fromAt: row.from_at,
    untilAt: row.until_at,
    tier: row.tier,
    level: row.level,
    counts: countsOf(row),
    families: familyCounts(row.families),
    first: row.first_control,
  }));
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
