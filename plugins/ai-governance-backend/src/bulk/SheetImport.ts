import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  BulkRecords,
  bulkRecordsRequestSchema,
  canonicalJson,
  checkMapping,
  cleanText,
  guessMapping,
  MergedDocument,
  mergeSheetRows,
  readSheet,
  recordAppendPermission,
  SheetProblem,
  SheetRow,
  SheetType,
  sheetTypeOf,
  spellingKey,
} from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { refusal } from '../decisions/refusal';
import { Revision } from '../ledger/Ledger';
import { SubjectRow } from '../permissions/SubjectRow';
import { subjectsAt } from '../posture/subjectSummaries';
import { BulkOptions } from './BulkOptions';
import { NamedSystem, systemFinder } from './findSystems';
import { readSpreadsheet, Spreadsheet } from './readSpreadsheet';

type Request = z.output<typeof bulkRecordsRequestSchema>;
type System = BulkRecords['systems'][number];

/** How many systems are shown with their document, refusals listed, and spellings of a column. */
const shown = { documents: 100, problems: 1_000, spellings: 50 };

/** Takes the rows of a spreadsheet into the documents of the systems that they name. */
export class SheetImport {
  readonly #options: BulkOptions;

  static create(options: BulkOptions) {
    return new SheetImport(options);
  }

  private constructor(options: BulkOptions) {
    this.#options = options;
  }

  /**
   * Says what the file would do, or does it: a revision for each system, each in a transaction of its own, from the revision that was read.
   *
   * @throws InputError when the file cannot be read, or the mapping does not fit it
   */
  async run(
    credentials: BackstageCredentials,
    author: string,
    request: Request,
  ): Promise<BulkRecords> {
    const type = sheetTypeOf(request.type)!;
    const sheet = await readSpreadsheet(request.csv);
    const answer: BulkRecords = {
      columns: columnsOf(sheet),
      mapping: null,
      unmapped: [],
      rows: sheet.rows.length,
      refusedRows: 0,
      refusals: [],
      systems: [],
      recorded: 0,
    };
    const mapping =
      request.mapping ??
      guessMapping(
        type,
        sheet.header,
        sheet.rows.map(({ cells }) => cells),
      );
    const guessed = request.mapping === undefined;
    if (guessed && !request.dryRun) {
      throw new InputError('mapping: is needed to record anything');
    }
    if (!mapping) {
      return { ...answer, unmapped: ['subject', ...missing(type, {})] };
    }
    const unmapped = missing(type, mapping.fields);
    if (guessed && unmapped.length > 0) return { ...answer, mapping, unmapped };
    const wrong = checkMapping(type, mapping, sheet.header);
    if (wrong.length > 0) throw new InputError(wrong.join('; '));

    const read = readSheet(type, mapping, sheet.header, sheet.rows);
    const problems = [...read.problems];
    const bySystem = await this.#bySystem(credentials, read.rows, problems);
    const subjects = await this.#options.access.subjects(credentials, [
      ...bySystem.keys(),
    ]);
    const authorize = await this.#options.access.authorizer(
      credentials,
      recordAppendPermission,
    );
    const heads = await this.#options.ledger.latest(
      [...subjects.values()].map(({ id }) => id),
      { type: request.type },
    );

    const systems: System[] = [];
    for (const [ref, rows] of bySystem) {
      const subject = subjects.get(ref);
      if (!subject) {
        problems.push(
          ...rows.map(row => ({
            line: row.line,
            column: null,
            reason: `there is no AI system "${row.subject}" that you may read`,
          })),
        );
        continue;
      }
      const head = heads.get(subject.id)?.[0];
      const before = head?.data ? JSON.parse(head.data) : null;
      const merged = mergeSheetRows(type, before, rows, request.merge);
      problems.push(...merged.problems);
      if (merged.lines.length === 0) continue;
      systems.push(
        await this.#one(
          { subject, head, before, merged },
          {
            request,
            author,
            authorize,
            shows: systems.length < shown.documents,
          },
        ),
      );
    }
    problems.sort((a, b) => a.line - b.line);
    return {
      ...answer,
      mapping,
      refusedRows: new Set(problems.map(({ line }) => line)).size,
      refusals: problems.slice(0, shown.problems),
      systems,
      recorded: systems.filter(s => s.revision !== undefined).length,
    };
  }

  /** Rows by the reference of the system that they name; what names none or several is a problem. */
  async #bySystem(
    credentials: BackstageCredentials,
    rows: readonly SheetRow[],
    problems: SheetProblem[],
  ): Promise<Map<string, SheetRow[]>> {
    const { access, knex, clock } = this.#options;
    const scope = await access.scope(credentials);
    const query = subjectsAt(knex, await clock(knex));
    scope.apply(query, 's.id');
    const named: NamedSystem[] = await query.select(
      's.ref',
      's.name',
      's.title',
    );
    const find = systemFinder(named);
    const found = new Map<string, SheetRow[]>();
    for (const row of rows) {
      const system = find(row.subject);
      if ('problem' in system) {
        problems.push({
          line: row.line,
          column: null,
          reason: system.problem,
        });
        continue;
      }
      found.set(system.ref, [...(found.get(system.ref) ?? []), row]);
    }
    return found;
  }

  async #one(
    of: {
      subject: SubjectRow;
      head: Revision | undefined;
      before: Record<string, unknown> | null;
      merged: MergedDocument;
    },
    as: {
      request: Request;
      author: string;
      authorize: (subject: SubjectRow) => void;
      shows: boolean;
    },
  ): Promise<System> {
    const { subject, head, before, merged } = of;
    const { request, author, authorize, shows } = as;
    const { lines, added, updated, kept, after, reason } = merged;
    const base = head?.revision ?? 0;
    const { ref, title, owner } = subject;
    const system: System = {
      subject: { ref, title, owner: owner ?? undefined },
      outcome: head ? 'revised' : 'new',
      lines,
      added,
      updated,
      kept,
      base,
      ...(shows && { before, after }),
    };
    const refused = (why: string): System => ({
      ...system,
      outcome: 'refused',
      reason: why,
    });
    try {
      authorize(subject);
    } catch (error) {
      return refused(refusal(error).reason);
    }
    if (!after) return refused(reason!);
    if (before && canonicalJson(after) === canonicalJson(before)) {
      return { ...system, outcome: 'unchanged' };
    }
    const seen = request.bases?.[ref];
    if (seen !== undefined && seen !== base) {
      return refused(
        `It was at revision ${seen} when you looked, and is at ${base} now: look again.`,
      );
    }
    if (request.dryRun) return system;
    try {
      const { revision } = await this.#options.statements.append(
        { kind: 'subject', subject },
        {
          type: request.type,
          data: after,
          ...(head && { baseRevision: head.revision }),
        },
        author,
        async () => authorize(subject),
      );
      return { ...system, revision };
    } catch (error) {
      return refused(refusal(error).reason);
    }
  }
}

/** What every row needs and the mapping has not, by its first path. */
function missing(
  type: SheetType,
  fields: Readonly<Record<string, unknown>>,
): string[] {
  return type.needed.flatMap(any =>
    any.some(path => fields[path]) ? [] : [any[0]],
  );
}

/** What stands in the columns, for who maps them. */
function columnsOf({ header, rows }: Spreadsheet): BulkRecords['columns'] {
  return header.map((text, index) => {
    const found = new Map<string, { text: string; count: number }>();
    for (const { cells } of rows) {
      const cell = cleanText(cells[index] ?? '');
      if (!cell) continue;
      const key = spellingKey(cell);
      const seen = found.get(key);
      if (seen) seen.count += 1;
      else found.set(key, { text: cell.slice(0, 200), count: 1 });
    }
    const all = [...found.values()].sort((a, b) => b.count - a.count);
    return {
      position: index + 1,
      header: cleanText(text),
      spellings: all.slice(0, shown.spellings),
      more: Math.max(0, all.length - shown.spellings),
    };
  });
}
