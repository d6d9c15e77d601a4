import {
  AuthService,
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  Instant,
  RECORDS_ANNOTATION,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { batches } from '../database/batches';
import { Clock } from '../database/clock';
import { retrying } from '../database/retrying';
import { sentenceOf } from '../health/sentenceOf';
import { lockHead } from '../ledger/chain';
import { Ledger } from '../ledger/Ledger';
import { locationOf, recordsAnnotation, SourceFolder } from './locationOf';
import { outcomesOf } from './outcomesOf';
import { FolderContent, readFolder } from './readFolder';
import { putReading, readingOf } from './sourceRow';
import { storeFolder } from './storeFolder';

export interface RecordSourcesOptions {
  knex: Knex;
  ledger: Ledger;
  clock: Clock;
  catalog: CatalogService;
  auth: AuthService;
  urlReader: UrlReaderService;
  integrations: ScmIntegrationRegistry;
  logger: LoggerService;
  /** Absolute paths of the folders on disk below which files are read. */
  roots: readonly string[];
}

const AT_ONCE = 4;
/** A folder that takes longer is tried again with the next run. */
const TIMEOUT_MS = 60_000;
/** Whoever opens a page does not wait longer for a repository. */
const REFRESH_TIMEOUT_MS = 10_000;
/** Pages that are opened one after the other do not each ask the host of the repository. */
const REFRESH_AFTER_MS = 15_000;

const NOT_STORED =
  'What it holds could not be stored; it is read again with the next run';
const notTakenOver = (ref: string) =>
  `The documents of ${ref} could not be taken over`;

const fields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
];

/** Documents that are kept in files beside the code of a system: read again and again, a revision for each change. */
export class RecordSources {
  readonly #options: RecordSourcesOptions;

  static create(options: RecordSourcesOptions): RecordSources {
    return new RecordSources(options);
  }

  private constructor(options: RecordSourcesOptions) {
    this.#options = options;
  }

  /**
   * Reads the folders of all subjects that name one, a few at once; what is wrong with one keeps no other from being read.
   *
   * @throws what catalog and database throw
   */
  async readAll(): Promise<{ folders: number; revisions: number }> {
    const { catalog, auth } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const annotated: Entity[] = [];
    const pages = catalog.streamEntities(
      {
        filter: {
          [`metadata.annotations.${RECORDS_ANNOTATION}`]: CATALOG_FILTER_EXISTS,
        },
        fields,
      },
      { credentials },
    );
    for await (const page of pages) annotated.push(...page);
    await this.#forgetOthers(annotated.map(e => stringifyEntityRef(e)));

    const waiting = [...annotated];
    let revisions = 0;
    const work = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        revisions += await this.#read(next, TIMEOUT_MS);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return { folders: annotated.length, revisions };
  }

  /**
   * Reads the folder of one subject, as its page is opened. Never throws: what is wrong stands beside the documents.
   *
   * @param entity - as the catalog has it, with its annotations
   */
  async refresh(entity: Entity): Promise<void> {
    await this.#read(entity, REFRESH_TIMEOUT_MS, REFRESH_AFTER_MS);
  }

  /** @returns how many revisions it wrote */
  async #read(
    entity: Entity,
    timeoutMs: number,
    notWithinMs = 0,
  ): Promise<number> {
    const { knex, clock, logger, urlReader } = this.#options;
    const ref = stringifyEntityRef(entity);
    try {
      const subject = await knex('subjects')
        .where({ ref })
        .whereNull('gone_at')
        .first('id');
      if (!subject) return 0;
      if (recordsAnnotation(entity) === undefined) {
        await this.#forget([subject.id]);
        return 0;
      }
      const begunAt = await clock(knex);
      const before = await readingOf(knex, subject.id);
      let folder: SourceFolder | undefined;
      let content: FolderContent | undefined;
      const fail = (problem: string) =>
        this.#fail(
          subject.id,
          folder?.location ?? recordsAnnotation(entity)!.slice(0, 500),
          begunAt,
          problem,
        );
      try {
        folder = locationOf(entity, this.#options);
        const same = before?.location === folder.location;
        const age = before
          ? Date.parse(begunAt) - Date.parse(before.begun_at)
          : Infinity;
        if (same && 'url' in folder.at && age < notWithinMs) return 0;
        const etag = same && !before!.problem ? before!.etag : null;
        content = await within(timeoutMs, signal =>
          readFolder(folder!, { urlReader, signal, ...(etag && { etag }) }),
        );
      } catch (error) {
        const problem = sentenceOf(error);
        logger.warn(`The documents of ${ref} could not be read: ${problem}`);
        await fail(problem);
        return 0;
      }
      try {
        return await this.#store(subject.id, folder, begunAt, content);
      } catch (error) {
        // what a database says is for the log: readers see the sentence
        logger.error(notTakenOver(ref), error as Error);
        await fail(NOT_STORED);
        return 0;
      }
    } catch (error) {
      logger.error(notTakenOver(ref), error as Error);
      return 0;
    }
  }

  async #store(
    streamId: string,
    folder: SourceFolder,
    begunAt: Instant,
    content: FolderContent | undefined,
  ): Promise<number> {
    const { knex } = this.#options;
    if (!content) {
      await knex('source_readings')
        .where('stream_id', streamId)
        .where('begun_at', '<=', begunAt)
        .update({
          begun_at: begunAt,
          read_at: await this.#options.clock(knex),
          problem: null,
        });
      return 0;
    }
    const { etag, ignored } = content;
    // nobody waits for the parsing of files: the head of the stream is not locked yet
    const outcomes = outcomesOf(content);
    const reading = { folder, begunAt, etag, ignored, outcomes };
    return retrying(() =>
      knex.transaction(tx => storeFolder(tx, this.#options, streamId, reading)),
    );
  }

  /** Notes why a folder could not be read; everything else stays as it was. */
  async #fail(
    streamId: string,
    location: string,
    begunAt: Instant,
    problem: string,
  ) {
    const { knex, clock } = this.#options;
    await knex.transaction(async tx => {
      await lockHead(tx, clock, streamId);
      const before = await readingOf(tx, streamId);
      if (before && before.begun_at > begunAt) return;
      await putReading(tx, {
        stream_id: streamId,
        location,
        etag: null,
        begun_at: begunAt,
        read_at: before?.read_at ?? null,
        problem,
        ignored: before?.ignored ?? '[]',
      });
    });
  }

  /** Subjects that name no folder any more: their documents are written in the portal from now on. One that left the catalog keeps what it had. */
  async #forgetOthers(annotated: readonly string[]) {
    const { knex, catalog, auth } = this.#options;
    const known: { id: string; ref: string }[] = await knex('source_readings')
      .join('subjects', 'subjects.id', 'source_readings.stream_id')
      .select('subjects.id', 'subjects.ref');
    const named = new Set(annotated);
    const others = known.filter(({ ref }) => !named.has(ref));
    const credentials = await auth.getOwnServiceCredentials();
    for (const batch of batches(others, 100)) {
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs: batch.map(({ ref }) => ref), fields },
        { credentials },
      );
      await this.#forget(
        batch.flatMap(({ id }, i) => {
          const entity = items[i];
          return entity && recordsAnnotation(entity) === undefined ? [id] : [];
        }),
      );
    }
  }

  async #forget(streamIds: readonly string[]) {
    if (streamIds.length === 0) return;
    const { knex } = this.#options;
    const found = await knex('source_readings')
      .whereIn('stream_id', streamIds)
      .first('stream_id');
    if (!found) return;
    await knex.transaction(async tx => {
      await tx('record_sources').whereIn('stream_id', streamIds).delete();
      await tx('source_readings').whereIn('stream_id', streamIds).delete();
    });
  }
}

/** Gives up after a time, also on a reader that does not listen to the signal. */
async function within<T>(
  ms: number,
  read: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`It did not answer within ${ms / 1000} seconds`));
      controller.abort();
    }, ms);
  });
  try {
    return await Promise.race([read(controller.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
