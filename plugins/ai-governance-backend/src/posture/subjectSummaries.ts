import {
  Control,
  Instant,
  resultStates,
  share,
  SubjectSummary,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { batches } from '../database/batches';
import { effectiveResult, StoredResult } from './effectiveResult';
import type { Reading } from './reading';
import { countColumn, countsOf } from './stateCounts';

/** Subjects that are not gone (`s`). */
export const presentSubjects = (knex: Knex): Knex.QueryBuilder =>
  knex({ s: 'subjects' }).whereNull('s.gone_at');

/** The same, each with the row of its summary that holds the instant (`m`, all null before the first evaluation). */
export const subjectsAt = (knex: Knex, at: Instant): Knex.QueryBuilder =>
  presentSubjects(knex).leftJoin({ m: 'subject_summary' }, join =>
    join
      .on('m.subject_id', 's.id')
      .andOnVal('m.from_at', '<=', at)
      .andOn(until => {
        until.onNull('m.until_at').orOnVal('m.until_at', '>', at);
      }),
  );

/** Adds what `subjectSummariesOf` reads of each subject and its summary. */
export function selectSummaries(
  query: Knex.QueryBuilder,
  reading: Reading,
): Knex.QueryBuilder {
  return query.select(
    's.ref',
    's.title',
    's.owner',
    's.kind',
    's.namespace',
    's.name',
    's.type',
    's.lifecycle',
    's.sourcing',
    'm.tier',
    'm.level',
    ...resultStates.map(state => `m.${countColumn(state)}`),
    {
      subjectId: 'm.subject_id',
      firstControl: 'm.first_control',
      evaluatedAt: 'm.evaluated_at',
      nowRef: reading.nowRef,
    },
  );
}

/**
 * Rows of `selectSummaries` in the words of the API. What is to be done first is read of these rows alone, once it is known which they are: joined
 * to a list it would be read of every subject that could have been on the page.
 */
export async function subjectSummariesOf(
  knex: Knex,
  rows: readonly Record<string, any>[],
  reading: Reading,
  controls: readonly Control[],
): Promise<SubjectSummary[]> {
  const firsts = new Map<string, StoredResult>();
  const pairs = rows
    .filter(row => row.firstControl)
    .map(row => [row.subjectId, row.firstControl]);
  for (const batch of batches(pairs)) {
    const query = knex({ f: 'results' }).whereIn(
      ['f.subject_id', 'f.control_id'],
      batch,
    );
    reading.whereResultsHold(query, 'f');
    const found: (StoredResult & { subject: string })[] = await query.select({
      subject: 'f.subject_id',
      state: 'f.state',
      reason: 'f.reason',
      since: 'f.since',
      validUntil: 'f.valid_until',
      nextState: 'f.next_state',
      nextReason: 'f.next_reason',
    });
    for (const { subject, ...result } of found) firsts.set(subject, result);
  }
  return rows.map(row =>
    subjectSummaryOf(row, firsts.get(row.subjectId), reading.at, controls),
  );
}

function subjectSummaryOf(
  row: Record<string, any>,
  first: StoredResult | undefined,
  at: Instant,
  controls: readonly Control[],
): SubjectSummary {
  const counts = countsOf(row);
  return {
    ref: row.ref,
    title: row.title,
    owner: row.owner ?? undefined,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    type: row.type ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    sourcing: row.sourcing ?? undefined,
    tier: row.tier ?? null,
    level: row.level ?? null,
    counts,
    share: share(counts),
    overdue: counts.expired,
    first: first && firstOf(row.firstControl, first, at, controls),
    evaluatedAt: row.evaluatedAt ?? null,
    ...(row.nowRef !== row.ref && { nowRef: row.nowRef }),
  };
}

function firstOf(
  controlId: string,
  result: StoredResult,
  at: Instant,
  controls: readonly Control[],
): SubjectSummary['first'] {
  const { state, reason } = effectiveResult(result, at);
  const control = controls.find(c => c.id === controlId);
  return { controlId, title: control?.title ?? controlId, state, reason };
}
