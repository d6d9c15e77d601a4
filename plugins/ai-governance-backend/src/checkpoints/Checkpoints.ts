import { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  canonicalJson,
  Checkpoint,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { Trust } from './checkCheckpoints';
import {
  appendCheckpoint,
  checkpointLines,
  checkpointsIn,
} from './checkpointFile';
import { Signer } from './Signer';
import { parseCheckpoint } from './statement';
import { takeCheckpoint } from './takeCheckpoint';

/** Signed heads of all streams: kept in the database, and elsewhere by choice. */
export class Checkpoints {
  readonly #knex: Knex;
  readonly #clock: Clock;
  readonly #logger: LoggerService;
  readonly #signer: Signer;
  readonly #file: string | undefined;
  readonly #log: boolean;

  static create(options: {
    knex: Knex;
    clock: Clock;
    logger: LoggerService;
    signer: Signer;
    /** Where each is added to, beside the database. */
    file: string | undefined;
    /** Whether each is logged. */
    log: boolean;
  }): Checkpoints {
    return new Checkpoints(options);
  }

  private constructor(options: {
    knex: Knex;
    clock: Clock;
    logger: LoggerService;
    signer: Signer;
    file: string | undefined;
    log: boolean;
  }) {
    this.#knex = options.knex;
    this.#clock = options.clock;
    this.#logger = options.logger;
    this.#signer = options.signer;
    this.#file = options.file;
    this.#log = options.log;
  }

  /**
   * Takes one, and hands it to where it is kept beside the database.
   *
   * @throws Error when it could not be taken, or not be written to the file: then the database has it all the same
   */
  async take(): Promise<Checkpoint> {
    const checkpoint = await takeCheckpoint(
      this.#knex,
      this.#clock,
      await this.#signer.key(),
    );
    if (this.#log)
      this.#logger.info(
        `Checkpoint of the ledger: ${canonicalJson(checkpoint)}`,
      );
    if (this.#file) {
      try {
        await appendCheckpoint(this.#file, checkpoint);
      } catch (error) {
        throw new Error(
          `Checkpoint ${checkpoint.number} could not be written to ${
            this.#file
          }: ${(error as Error).message}`,
        );
      }
    }
    return checkpoint;
  }

  /** The newest first. */
  async page(options: {
    limit: number;
    before?: number;
  }): Promise<Checkpoint[]> {
    const query = this.#knex('checkpoints')
      .orderBy('number', 'desc')
      .limit(options.limit)
      .select('statement');
    if (options.before !== undefined)
      query.where('number', '<', options.before);
    const rows: { statement: string }[] = await query;
    return rows.flatMap(row => parseCheckpoint(row.statement) ?? []);
  }

  /**
   * A checkpoint with the heads of all streams, as lines of JSON: all that is needed to hold a ledger against it.
   *
   * @throws NotFoundError when there is none of that number
   */
  async lines(number: number): Promise<string> {
    const row = await this.#knex('checkpoints').where({ number }).first();
    if (!row) throw new NotFoundError(`There is no checkpoint ${number}`);
    const lines: string[] = [];
    for await (const line of checkpointLines(this.#knex, row)) lines.push(line);
    return `${lines.join('\n')}\n`;
  }

  /** What the checkpoints in the database are held against by this backend: its keys, and its file. */
  async trust(): Promise<Trust> {
    return {
      keys: this.#signer.trusted(),
      known: this.#file ? await checkpointsIn(this.#file) : undefined,
    };
  }
}
