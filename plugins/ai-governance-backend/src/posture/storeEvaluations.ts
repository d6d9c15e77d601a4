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
import { foretell, ForetoldSummary } from './foretell';
import { dropObsoleteInputs } from './inputs';
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
  /** Keys of what it was judged by, registered before that was read; without its own and the policy's, which are implied. */
  inputs: string[];
}

const countColumns = (counts: StateCounts) =>
  Object.fromEntries(
    resultStates.map(state => [countColumn(state), counts[state]]),
  );

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
    await dropObsoleteInputs(
      tx,
      new Map(batch.map(({ id, inputs }) => [id, inputs])),
    );
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
  await insertSummaries(tx, 'past', rowsOf('past'), at);

  for (const pairs of batches(
    changes.flatMap(({ id, dropped }) => dropped.map(from => [id, from])),
    300,
  )) {
    for (const table of ['subject_families', 'subject_summary']) {
      await tx(table).whereIn(['subject_id', 'from_at'], pairs).delete();
    }
  }
  await insertSummaries(tx, 'open', rowsOf('open'), at);
  await tx('subject_summary')
    .whereIn(
      'subject_id',
      evaluated.map(e => e.id),
    )
    .update({ evaluated_at: at });
}

const tables = {
  past: ['past_summaries', 'past_families'],
  open: ['subject_summary', 'subject_families'],
} as const;

/** The stored summaries of now and of what was foretold. */
async function readSummaries(
  tx: Knex.Transaction,
  evaluated: readonly Evaluated[],
): Promise<(ForetoldSummary & { subject_id: string })[]> {
  const ids = evaluated.map(e => e.id);
  const rows = await tx('subject_summary')
    .whereIn('subject_id', ids)
    .orderBy(['subject_id', 'from_at']);
  const familyRows = await tx('subject_families').whereIn('subject_id', ids);
  const families = new Map<string, Record<string, StateCounts>>();
  for (const row of familyRows) {
    const key = `${row.subject_id} ${row.from_at}`;
    families.set(key, {
      ...families.get(key),
      [row.family]: countsOf(row),
    });
  }
  return rows.map(row => ({
    subject_id: row.subject_id,
    fromAt: row.from_at,
    untilAt: row.until_at,
    tier: row.tier,
    level: row.level,
    counts: countsOf(row),
    families: families.get(`${row.subject_id} ${row.from_at}`) ?? {},
    first: row.first_control,
  }));
}

async function insertSummaries(
  tx: Knex.Transaction,
  kind: keyof typeof tables,
  rows: readonly { id: string; summary: ForetoldSummary }[],
  at: Instant,
) {
  const [summaries, families] = tables[kind];
  await insert(
    tx,
    summaries,
    rows.map(({ id, summary }) => ({
      subject_id: id,
      from_at: summary.fromAt,
      until_at: summary.untilAt,
      tier: summary.tier,
      level: summary.level,
      ...countColumns(summary.counts),
      first_control: summary.first,
      evaluated_at: at,
    })),
  );
  await insert(
    tx,
    families,
    rows.flatMap(({ id, summary }) =>
      Object.entries(summary.families).map(([family, counts]) => ({
        subject_id: id,
        from_at: summary.fromAt,
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
