import { generateKeyPairSync, KeyObject } from 'node:crypto';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { publicKeyOf, signingKeyOf } from './statement';

const id = 'signing';

/** Signs with the key of the configuration; where there is none, with one that is made once and kept in the database. */
export class Signer {
  readonly #knex: Knex;
  readonly #clock: Clock;
  readonly #configured: KeyObject | undefined;
  readonly #retired: readonly string[];

  static create(options: {
    knex: Knex;
    clock: Clock;
    /** From the configuration. */
    key: KeyObject | undefined;
    /** Public keys that signed before. */
    retired: readonly string[];
  }): Signer {
    return new Signer(options);
  }

  private constructor(options: {
    knex: Knex;
    clock: Clock;
    key: KeyObject | undefined;
    retired: readonly string[];
  }) {
    this.#knex = options.knex;
    this.#clock = options.clock;
    this.#configured = options.key;
    this.#retired = options.retired;
  }

  /** Whether whoever writes to the database could sign, too. */
  get keptInDatabase(): boolean {
    return this.#configured === undefined;
  }

  async key(): Promise<KeyObject> {
    if (this.#configured) return this.#configured;
    const made = generateKeyPairSync('ed25519').privateKey;
    // of several backends that make one, the first is kept
    await this.#knex('checkpoint_keys')
      .insert({
        id,
        private_key: made.export({ type: 'pkcs8', format: 'pem' }),
        made_at: await this.#clock(this.#knex),
      })
      .onConflict('id')
      .ignore();
    const row = await this.#knex('checkpoint_keys').where({ id }).first();
    return signingKeyOf(row.private_key);
  }

  /** Whose signatures count; of a key that is in the database nothing can be told by it. */
  trusted(): string[] | undefined {
    return (
      this.#configured && [publicKeyOf(this.#configured), ...this.#retired]
    );
  }
}
