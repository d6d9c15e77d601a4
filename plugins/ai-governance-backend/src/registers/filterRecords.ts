import { InputError } from '@backstage/errors';
import {
  dayOf,
  Instant,
  RecordType,
  registerQuerySchema,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { z } from 'zod';
import { KeysetColumn } from '../database/keyset';
import { placeIn } from '../database/placeIn';
import { known, refuseNul } from '../scorecards/subjectFilter';

type Query = z.output<typeof registerQuerySchema>;

/** Filters of a register that ask the records themselves. */
export type RecordFilter = Pick<
  Query,
  'status' | 'severity' | 'assignee' | 'overdue' | 'recordId'
>;

/**
 * SQL of a text in canonical JSON, null where there is none. Read by the functions of the database, each row as it was recorded: a table beside it
 * would have to be kept and could disagree, and a register holds thousands of rows, not millions.
 *
 * @param path - keys parted by dots; of a record type, never of a request
 */
function jsonText(knex: Knex, column: string, path: string): string {
  const keys = path.split('.');
  if (!keys.every(key => /^[A-Za-z]+$/.test(key))) {
    throw new Error(`Not a path of fields: ${path}`);
  }
  return isPostgres(knex)
    ? `(${column}::jsonb #>> '{${keys.join(',')}}')`
    : `json_extract(${column}, '$.${keys.join('.')}')`;
}

/**
 * Narrows a query over records whose data stand in `v.data`.
 *
 * @throws InputError naming a parameter whose value cannot be, or that records of the type do not have
 */
export function filterRecords(
  knex: Knex,
  query: Knex.QueryBuilder,
  type: RecordType<any>,
  filter: RecordFilter,
  at: Instant,
) {
  const { status, severity, owner, due } = type.register ?? {};
  for (const [name, value] of Object.entries(filter)) refuseNul(name, value);
  const refuse = (name: string, there: unknown) => {
    if (filter[name as keyof RecordFilter] !== undefined && !there) {
      throw new InputError(
        `${name}: ${type.plural.toLocaleLowerCase('en-US')} have none`,
      );
    }
  };
  refuse('status', status);
  refuse('severity', severity);
  refuse('assignee', owner);
  refuse('overdue', status && due);
  const isIn = (path: string, values: readonly string[] | undefined) =>
    values &&
    query.whereRaw(
      `${jsonText(knex, 'v.data', path)} in (${values.map(() => '?').join()})`,
      [...values],
    );
  if (status) isIn(status.path, known('status', filter.status, status.values));
  if (severity) {
    isIn(severity.path, known('severity', filter.severity, severity.values));
  }
  if (owner && filter.assignee !== undefined) {
    isIn(
      owner.path,
      [filter.assignee].flat().map(ref => ref.toLocaleLowerCase('en-US')),
    );
  }
  if (filter.recordId !== undefined) {
    query.whereIn('d.id', [filter.recordId].flat());
  }
  if (status && due && filter.overdue !== undefined) {
    const sql = `coalesce(${jsonText(
      knex,
      'v.data',
      due.path,
    )} < ? and ${jsonText(knex, 'v.data', status.path)} in (${status.open
      .map(() => '?')
      .join()}), false)`;
    query.whereRaw(filter.overdue === 'true' ? sql : `not ${sql}`, [
      // a due day is kept until it has ended
      dayOf(at),
      ...status.open,
    ]);
  }
}

/**
 * The first column of an order of a register; what has no such value comes last or first as if it were the greatest.
 *
 * @throws InputError when records of the type have no such order
 */
export function recordOrder(
  knex: Knex,
  type: RecordType<any>,
  { orderBy, order }: Pick<Query, 'orderBy' | 'order'>,
): KeysetColumn[] {
  const { status, severity, due } = type.register ?? {};
  if (orderBy === 'recordedAt') return [];
  if (orderBy === 'due' && due) {
    const sql = `coalesce(${jsonText(knex, 'v.data', due.path)}, '9999-12-31')`;
    return [{ sql, value: 'text', direction: order }];
  }
  const ranked = { severity, status, due: undefined }[orderBy];
  if (!ranked) {
    throw new InputError(
      `orderBy: ${type.plural.toLocaleLowerCase('en-US')} have no ${orderBy}`,
    );
  }
  return [
    {
      sql: `coalesce(${placeIn(
        jsonText(knex, 'v.data', ranked.path),
        ranked.values,
      )}, ${ranked.values.length})`,
      value: 'integer',
      direction: order,
    },
  ];
}
