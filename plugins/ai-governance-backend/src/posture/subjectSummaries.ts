import {
  Control,
  Instant,
  resultStates,
  share,
  SubjectSummary,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { effectiveResult } from './effectiveResult';
import type { Reading } from './reading';
import { countColumn, countsOf } from './stateCounts';

/**
 * Subjects that are not gone (`s`), each with the row of its summary that holds the instant (`m`, all null before the first evaluation).
 */
export function subjectsAt(knex: Knex, at: Instant): Knex.QueryBuilder {
  return knex({ s: 'subjects' })
    .leftJoin({ m: 'subject_summary' }, join =>
      join
        .on('m.subject_id', 's.id')
        .andOnVal('m.from_at', '<=', at)
        .andOn(until => {
          until.onNull('m.until_at').orOnVal('m.until_at', '>', at);
        }),
    )
    .whereNull('s.gone_at');
}

/** Adds what `subjectSummaryOf` reads: the subject, its summary, and the result (`f`) of what to do first. */
export function selectSummaries(
  query: Knex.QueryBuilder,
  reading: Reading,
): Knex.QueryBuilder {
  return query
    .leftJoin({ f: 'results' }, join => {
      join
        .on('f.subject_id', 'm.subject_id')
        .andOn('f.control_id', 'm.first_control');
      reading.onResultsHold(join, 'f');
    })
    .select(
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
        firstControl: 'm.first_control',
        evaluatedAt: 'm.evaluated_at',
        firstState: 'f.state',
        firstReason: 'f.reason',
        firstSince: 'f.since',
        firstValidUntil: 'f.valid_until',
        firstNextState: 'f.next_state',
        firstNextReason: 'f.next_reason',
        nowRef: reading.nowRef,
      },
    );
}

/** A row of `selectSummaries` in the words of the API. */
export function subjectSummaryOf(
  row: Record<string, any>,
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
    first: firstOf(row, at, controls),
    evaluatedAt: row.evaluatedAt ?? null,
    ...(row.nowRef !== row.ref && { nowRef: row.nowRef }),
  };
}

function firstOf(
  row: Record<string, any>,
  at: Instant,
  controls: readonly Control[],
): SubjectSummary['first'] {
  if (!row.firstControl || !row.firstState) return undefined;
  const { state, reason } = effectiveResult(
    {
      state: row.firstState,
      reason: row.firstReason,
      since: row.firstSince,
      validUntil: row.firstValidUntil,
      nextState: row.firstNextState,
      nextReason: row.firstNextReason,
    },
    at,
  );
  const control = controls.find(c => c.id === row.firstControl);
  return {
    controlId: row.firstControl,
    title: control?.title ?? row.firstControl,
    state,
    reason,
  };
}
