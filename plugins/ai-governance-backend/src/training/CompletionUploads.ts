import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  checkCompletion,
  CompletionsReport,
  courseKey,
  GovernancePolicy,
  Instant,
  training,
  uploadCompletionsSchema,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { batches } from '../database/batches';
import { Clock } from '../database/clock';
import { retrying } from '../database/retrying';
import { refusal } from '../decisions/refusal';
import { lockHeads } from '../ledger/chain';
import { Ledger } from '../ledger/Ledger';
import { peopleNamed } from './peopleNamed';
import { CompletionRow, readCompletions, RefusedRow } from './readCompletions';

interface UploadOptions {
  knex: Knex;
  ledger: Ledger;
  clock: Clock;
  catalog: CatalogService;
  auth: AuthService;
  policy: Pick<GovernancePolicy, 'training'>;
}

/** A row whose person is known. */
interface Known extends CompletionRow {
  ref: string;
}

interface Stored {
  record_id: string;
  person: string;
  course_key: string;
  completed: string;
  expires: string | null;
}

const issuesTold = 1000;
const coursesTold = 50;
/** Rows in one transaction: few enough that nobody waits long for it. */
const TOGETHER = 200;

const keyOf = (ref: string, course: string, completed: string) =>
  `${ref} ${completed} ${courseKey(course)}`;

/** Records the completions of a file. */
export class CompletionUploads {
  readonly #options: UploadOptions;

  static create(options: UploadOptions) {
    return new CompletionUploads(options);
  }

  private constructor(options: UploadOptions) {
    this.#options = options;
  }

  /**
   * Records, row by row, what is not recorded yet: the same file twice changes nothing the second time, and one whose recording was cut off is
   * simply sent again. Each batch of rows is a transaction; a row that is refused keeps no other out.
   *
   * @throws InputError naming the field of the request when the file as a whole cannot be read
   */
  async upload(
    upload: z.output<typeof uploadCompletionsSchema>,
    caller: { credentials: BackstageCredentials; author: string },
  ): Promise<CompletionsReport> {
    const { knex, clock, catalog, auth, policy } = this.#options;
    const { columns, rows, refused } = await readCompletions(upload);
    const total = rows.length + refused.length;
    const named = await peopleNamed(
      rows.map(row => row.person),
      { catalog, auth, credentials: caller.credentials },
    );
    const at = await clock(knex);
    const known: Known[] = [];
    for (const row of rows) {
      const whose = named.get(row.person)!;
      const reason =
        'reason' in whose
          ? `${columns.person}: ${whose.reason}`
          : notAdmitted(row, { author: caller.author, person: whose.ref, at });
      if (reason !== undefined) refused.push({ line: row.line, reason });
      else known.push({ ...row, ref: (whose as { ref: string }).ref });
    }

    const once = withoutRepeated(known);
    let recorded = 0;
    let alreadyThere = known.length - once.length;
    for (const together of onePersonOnce(once)) {
      for (const batch of batches(together, TOGETHER)) {
        const done = upload.dryRun
          ? against(await this.#stored(knex, batch), batch)
          : await retrying(() => this.#record(batch, caller.author));
        recorded += done.fresh.length;
        alreadyThere += done.alreadyThere;
        refused.push(...done.refused);
      }
    }
    refused.sort((a, b) => a.line - b.line);
    return {
      dryRun: upload.dryRun,
      columns,
      rows: total,
      recorded,
      alreadyThere,
      refused: refused.length,
      issues: refused.slice(0, issuesTold),
      otherCourses: otherCourses(rows, policy),
    };
  }

  /** Under the locks of the streams: nobody records the same meanwhile. */
  async #record(batch: readonly Known[], author: string): Promise<Compared> {
    const { knex, ledger, clock } = this.#options;
    return knex.transaction(async tx => {
      const streams = await ledger.ensureStreams(
        'person',
        batch.map(row => row.ref),
        tx,
      );
      const ids = new Map(streams.map(({ ref, id }) => [ref, id]));
      await lockHeads(tx, clock, [...ids.values()]);
      const compared = against(await this.#stored(tx, batch), batch);
      await ledger.appendAll(
        compared.fresh.map(({ ref, data }) => ({
          streamId: ids.get(ref)!,
          type: training.type,
          data,
          author,
        })),
        tx,
      );
      return compared;
    });
  }

  async #stored(
    knex: Knex | Knex.Transaction,
    batch: readonly Known[],
  ): Promise<Stored[]> {
    return knex('training_completions')
      .join('streams', 'streams.id', 'training_completions.stream_id')
      .whereIn(
        'streams.ref',
        batch.map(row => row.ref),
      )
      .where('withdrawn', false)
      .select('record_id', 'person', 'course_key', 'completed', 'expires');
  }
}

interface Compared {
  fresh: Known[];
  alreadyThere: number;
  refused: RefusedRow[];
}

/** What of some rows is not recorded yet. What is recorded with another expiry is told of: one of the two is wrong. */
function against(stored: readonly Stored[], rows: readonly Known[]): Compared {
  const there = new Map(
    stored.map(one => [keyOf(one.person, one.course_key, one.completed), one]),
  );
  const compared: Compared = { fresh: [], alreadyThere: 0, refused: [] };
  for (const row of rows) {
    const { ref, line, data } = row;
    const same = there.get(keyOf(ref, data.course, data.completed));
    if (!same) compared.fresh.push(row);
    else if ((data.expires ?? null) === same.expires) {
      compared.alreadyThere += 1;
    } else {
      compared.refused.push({
        line,
        reason: `is recorded already, as record ${same.record_id}, ${
          same.expires ? `until ${same.expires}` : 'without an expiry'
        }: correct that one`,
      });
    }
  }
  return compared;
}

function notAdmitted(
  { data }: CompletionRow,
  by: { author: string; person: string; at: Instant },
): string | undefined {
  try {
    checkCompletion(data, by);
    return undefined;
  } catch (error) {
    return refusal(error).reason.replace(/^data\./, '');
  }
}

/** Each completion once; what a file says again, it says again. */
function withoutRepeated(rows: readonly Known[]): Known[] {
  const seen = new Set<string>();
  return rows.filter(({ ref, data }) => {
    const key = `${keyOf(ref, data.course, data.completed)} ${
      data.expires ?? ''
    }`;
    const first = !seen.has(key);
    seen.add(key);
    return first;
  });
}

/** Rows in groups in each of which a person is there once, as one append to many streams takes them. */
function onePersonOnce(rows: readonly Known[]): Known[][] {
  const groups: Known[][] = [];
  const reached = new Map<string, number>();
  for (const row of rows) {
    const place = reached.get(row.ref) ?? 0;
    (groups[place] ??= []).push(row);
    reached.set(row.ref, place + 1);
  }
  return groups;
}

function otherCourses(
  rows: readonly CompletionRow[],
  { training: courses }: Pick<GovernancePolicy, 'training'>,
): string[] {
  const named = new Set(Object.values(courses).flat().map(courseKey));
  const others = new Map<string, string>();
  for (const { data } of rows) {
    const key = courseKey(data.course);
    if (!named.has(key) && !others.has(key)) others.set(key, data.course);
  }
  return [...others.values()].sort().slice(0, coursesTold);
}
