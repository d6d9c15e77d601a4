import {
  ImportIssue,
  ImportIssues,
  ImportReport,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { MappedRegister } from './mapRegister';

interface ReportRow {
  id: string;
  read_at: string;
  taken_at: string | null;
  warning: string | null;
  rows_count: number;
  taken_count: number;
  refused_count: number;
  doubtful_count: number;
  groups_count: number;
  issues_count: number;
}

/** A report without what the configuration says of the register. */
export type StoredReport = Omit<ImportReport, 'source'>;

export const neverRead = (id: string): StoredReport => ({
  id,
  readAt: null,
  takenAt: null,
  warning: null,
  rows: 0,
  taken: 0,
  refused: 0,
  doubtful: 0,
  groups: 0,
  issues: 0,
});

// Below the bind values of a statement in SQLite.
const batch = 500;

/**
 * What became of each register at its last reading. In the database and not in the cache: the guard against a shrunken file needs the last count
 * after a restart, and the backend that answers is not the one that read.
 */
export class ImportReports {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static create(knex: Knex): ImportReports {
    return new ImportReports(knex);
  }

  async find(id: string): Promise<StoredReport> {
    const row = await this.#knex<ReportRow>('ai_system_imports')
      .where({ id })
      .first();
    return row ? reportOf(row) : neverRead(id);
  }

  async findAll(): Promise<StoredReport[]> {
    return (await this.#knex<ReportRow>('ai_system_imports')).map(reportOf);
  }

  /** The catalog took a reading: its report takes the place of the last one. */
  async take(id: string, reading: MappedRegister, at: string): Promise<void> {
    const row: ReportRow = {
      id,
      read_at: at,
      taken_at: at,
      warning: null,
      rows_count: reading.rows,
      taken_count: reading.taken,
      refused_count: reading.refused,
      doubtful_count: reading.doubtful,
      groups_count: reading.groups,
      issues_count: reading.issueCount,
    };
    await this.#knex.transaction(async tx => {
      await tx('ai_system_imports').insert(row).onConflict('id').merge();
      await tx('ai_system_import_issues').where({ import_id: id }).delete();
      for (let from = 0; from < reading.issues.length; from += batch) {
        await tx('ai_system_import_issues').insert(
          reading.issues.slice(from, from + batch).map((issue, index) => ({
            import_id: id,
            position: from + index,
            line: issue.line,
            outcome: issue.outcome,
            column_name: issue.column,
            reason: issue.reason,
          })),
        );
      }
    });
  }

  /** An attempt changed nothing: the report of the last reading stays. */
  async keep(id: string, warning: string, at: string): Promise<void> {
    await this.#knex('ai_system_imports')
      .insert({ id, read_at: at, warning })
      .onConflict('id')
      .merge(['read_at', 'warning']);
  }

  /** A page of issues by line. The cursor is the position of the next one. */
  async issues(
    id: string,
    options: {
      outcome?: ImportIssue['outcome'];
      limit: number;
      cursor?: string;
    },
  ): Promise<ImportIssues> {
    const matching = () => {
      const query = this.#knex('ai_system_import_issues').where({ import_id: id }); // prettier-ignore
      return options.outcome
        ? query.andWhere({ outcome: options.outcome })
        : query;
    };
    const [{ total }] = await matching().count({ total: '*' });
    const rows = await matching()
      .andWhere('position', '>=', Number(options.cursor ?? 0))
      .orderBy('position')
      .limit(options.limit + 1);
    const next = rows[options.limit];
    return {
      items: rows.slice(0, options.limit).map(row => ({
        line: row.line,
        outcome: row.outcome,
        column: row.column_name,
        reason: row.reason,
      })),
      totalItems: Number(total),
      ...(next && { nextCursor: String(next.position) }),
    };
  }
}

function reportOf(row: ReportRow): StoredReport {
  return {
    id: row.id,
    readAt: row.read_at,
    takenAt: row.taken_at,
    warning: row.warning,
    rows: row.rows_count,
    taken: row.taken_count,
    refused: row.refused_count,
    doubtful: row.doubtful_count,
    groups: row.groups_count,
    issues: row.issues_count,
  };
}
