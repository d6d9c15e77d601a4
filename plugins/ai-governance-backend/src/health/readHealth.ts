import {
  Health,
  healthStates,
  Instant,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Signer } from '../checkpoints/Signer';
import { byteOrder } from '../database/containsText';
import { Inventory } from '../inventory/Inventory';
import { ReadScope } from '../permissions/ReadScope';
import { HealthFacts, healthChecks, Schedules } from './healthChecks';
import { missingRegistrations } from './missingRegistrations';
import { sentenceOf } from './sentenceOf';
import { TaskRuns } from './TaskRuns';

/** Named of each check. */
const NAMED = 5;

/** How long the queue is, and since when its first waits: one aggregate over the rows of `work` alone. */
export async function readQueue(knex: Knex, at: Instant) {
  const [row]: any[] = await knex('work')
    .count({ waiting: '*' })
    .select({
      failing: knex.raw('sum(case when attempts > 0 then 1 else 0 end)'),
      oldest: knex.raw('min(case when due_at <= ? then due_at end)', [at]),
    });
  return {
    waiting: Number(row.waiting),
    failing: Number(row.failing ?? 0),
    oldestDueAt: (row.oldest ?? null) as Instant | null,
  };
}

/**
 * How what runs by itself is doing. Counts are of everything; what is named is what the reader may read.
 */
export async function readHealth(
  services: {
    knex: Knex;
    inventory: Pick<Inventory, 'status'>;
    taskRuns: TaskRuns;
    schedules: Schedules;
    signer: Pick<Signer, 'keptInDatabase'>;
  },
  scope: ReadScope,
  at: Instant,
): Promise<Health> {
  const { knex, inventory, taskRuns, schedules } = services;
  const newest = await knex('sweeps').max({ startedAt: 'started_at' }).first();
  const { sweptAt, warning } = await inventory.status();
  const facts: HealthFacts = {
    queue: {
      ...(await readQueue(knex, at)),
      named: await failing(knex, scope),
    },
    sweep: { sweptAt, warning, startedAt: newest?.startedAt ?? null },
    sources: {
      ...(await countSources(knex)),
      named: await unreadable(knex, scope),
      run: await taskRuns.find('records-as-code'),
    },
    registrations: {
      ...(await missingRegistrations(knex, scope, sweptAt, NAMED)),
      run: await taskRuns.find('registrations'),
    },
    notices: { run: await taskRuns.find('notices') },
    verification: { run: await taskRuns.find('ledger-verification') },
    checkpoint: {
      run: await taskRuns.find('ledger-checkpoint'),
      keyInDatabase: services.signer.keptInDatabase,
    },
  };
  const checks = healthChecks(facts, schedules, at);
  const found = new Set(checks.map(({ state }) => state));
  return {
    at,
    state: healthStates.find(state => found.has(state)) ?? 'well',
    checks,
  };
}

async function failing(knex: Knex, scope: ReadScope) {
  const query = knex('work')
    .join('subjects', 'subjects.id', 'work.subject_id')
    .where('work.attempts', '>', 0)
    .orderBy('work.attempts', 'desc')
    .orderByRaw(byteOrder(knex, 'subjects.ref'))
    .limit(NAMED)
    .select('subjects.ref', { problem: 'work.last_error' });
  scope.apply(query, 'work.subject_id');
  return named(await query);
}

async function countSources(knex: Knex) {
  const [row] = await knex('source_readings').count({
    folders: '*',
    unreadable: 'problem',
  });
  return { folders: Number(row.folders), unreadable: Number(row.unreadable) };
}

async function unreadable(knex: Knex, scope: ReadScope) {
  const query = knex('source_readings')
    .join('subjects', 'subjects.id', 'source_readings.stream_id')
    .whereNotNull('source_readings.problem')
    .orderByRaw(byteOrder(knex, 'subjects.ref'))
    .limit(NAMED)
    .select('subjects.ref', 'source_readings.problem');
  scope.apply(query, 'subjects.id');
  return named(await query);
}

function named(rows: { ref: string; problem: string | null }[]) {
  return rows.map(({ ref, problem }) => ({
    ref,
    problem: sentenceOf(problem ?? ''),
  }));
}
