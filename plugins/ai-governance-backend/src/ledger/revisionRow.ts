import { Knex } from 'knex';
import { Revision } from './Ledger';

const columnOf = {
  streamId: 'stream_id',
  seq: 'seq',
  recordId: 'record_id',
  type: 'type',
  revision: 'revision',
  schemaVersion: 'schema_version',
  data: 'data',
  dataHash: 'data_hash',
  author: 'author',
  materiality: 'materiality',
  materialityReason: 'materiality_reason',
  effectiveAt: 'effective_at',
  recordedAt: 'recorded_at',
  previousHash: 'previous_hash',
  hash: 'hash',
} as const satisfies Record<keyof Revision, string>;

const fields = Object.keys(columnOf) as (keyof Revision)[];

/** The row of `revisions` for a revision. */
export function toRow(revision: Revision): Record<string, unknown> {
  return Object.fromEntries(fields.map(f => [columnOf[f], revision[f]]));
}

/** A query for rows of `revisions`, which the query calls `r`, as `Revision`. */
export function selectRevisions(
  knex: Knex,
): Knex.QueryBuilder<any, Revision[]> {
  return knex('revisions as r').select(
    Object.fromEntries(fields.map(f => [f, `r.${columnOf[f]}`])),
  ) as Knex.QueryBuilder<any, Revision[]>;
}

/** The same, only for what each record, which the query calls `records`, says now. */
export function selectLatest(knex: Knex): Knex.QueryBuilder<any, Revision[]> {
  return selectRevisions(knex).join('records', join =>
    join.on('records.stream_id', 'r.stream_id').andOn('records.seq', 'r.seq'),
  );
}
