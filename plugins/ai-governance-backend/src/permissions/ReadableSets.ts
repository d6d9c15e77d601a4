import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  canonicalJson,
  Instant,
  instant,
  sha256,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { isPostgres } from '../database/isPostgres';

const reuseSeconds = 60;
// Long enough that no export which began with a set is still reading it.
const keepSeconds = 3600;
const chunkSize = 400;

/**
 * The subjects that the catalog shows to the readers of one conditional decision.
 *
 * Only the catalog can evaluate its own rules, so a reader's set is fetched with that reader's credentials. The conditions name what they depend on
 * (a reader's claims stand in them), so readers with the same conditions share a set.
 */
export class ReadableSets {
  readonly #knex: Knex;
  readonly #catalog: CatalogService;
  readonly #clock: Clock;
  // One page asks several things at once: they wait for the same fetch.
  readonly #filling = new Map<string, Promise<void>>();
  #analyzed = false;

  static create(options: {
    knex: Knex;
    catalog: CatalogService;
    clock: Clock;
  }) {
    return new ReadableSets(options);
  }

  private constructor(options: {
    knex: Knex;
    catalog: CatalogService;
    clock: Clock;
  }) {
    this.#knex = options.knex;
    this.#catalog = options.catalog;
    this.#clock = options.clock;
  }

  /**
   * The hash of a set that is at most 60 seconds old.
   *
   * @param conditions - of the catalog's decision about these credentials
   */
  async of(
    credentials: BackstageCredentials,
    conditions: unknown,
  ): Promise<string> {
    const hash = sha256(canonicalJson(conditions));
    const fresh = await this.#knex('readable_sets')
      .where('hash', hash)
      .where('expires_at', '>', await this.#clock(this.#knex))
      .first('hash');
    if (fresh) return hash;

    let filling = this.#filling.get(hash);
    if (!filling) {
      filling = this.#fill(hash, credentials).finally(() =>
        this.#filling.delete(hash),
      );
      this.#filling.set(hash, filling);
    }
    await filling;
    return hash;
  }

  async #fill(hash: string, credentials: BackstageCredentials) {
    // Before the fetch: its first page is as old as this.
    const madeAt = await this.#clock(this.#knex);
    const refs = await this.#readableRefs(credentials);

    await this.#knex.transaction(async tx => {
      // Locks the set, so two backends that fill it at once do so one after the other; others read the old one until the end.
      await tx('readable_sets')
        .insert({
          hash,
          made_at: madeAt,
          expires_at: later(madeAt, reuseSeconds),
        })
        .onConflict('hash')
        .merge();
      await tx('readable_subjects').where({ hash }).delete();
      for (let i = 0; i < refs.length; i += chunkSize) {
        await tx
          .into(
            tx.raw('?? (??, ??)', ['readable_subjects', 'hash', 'subject_id']),
          )
          .insert(
            tx('subjects')
              .select(tx.raw('?', [hash]), 'id')
              .whereIn('ref', refs.slice(i, i + chunkSize)),
          );
      }
    });
    await this.#analyzeFirst(refs.length);
    await this.#removeOld(madeAt);
  }

  /**
   * PostgreSQL counts what is in a table by itself, within a minute or so. Until then it takes a set for a handful of subjects, and looks each of
   * thousands up by itself: a roll-up then takes four times as long. So the first large set of each backend does not wait for that.
   */
  async #analyzeFirst(subjects: number) {
    if (this.#analyzed || subjects < chunkSize || !isPostgres(this.#knex)) {
      return;
    }
    this.#analyzed = true;
    await this.#knex.raw('analyze ??', ['readable_subjects']);
  }

  async #readableRefs(credentials: BackstageCredentials): Promise<string[]> {
    const kinds = await this.#knex('subjects')
      .whereNull('gone_at')
      .distinct()
      .pluck('kind');
    if (kinds.length === 0) return [];
    const refs = new Set<string>();
    const pages = this.#catalog.streamEntities(
      {
        filter: { kind: kinds },
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
        pageSize: 1000,
      },
      { credentials },
    );
    for await (const page of pages) {
      for (const entity of page) {
        refs.add(stringifyEntityRef(entity).toLocaleLowerCase('en-US'));
      }
    }
    return [...refs];
  }

  // One at a time: two backends that remove the same ones in another order would wait for each other for ever.
  async #removeOld(now: Instant) {
    const before = later(now, -keepSeconds);
    const old = await this.#knex('readable_sets')
      .where('expires_at', '<', before)
      .limit(100)
      .pluck('hash');
    for (const hash of old) {
      await this.#knex('readable_sets')
        .where({ hash })
        .where('expires_at', '<', before)
        .delete();
    }
  }
}

function later(at: Instant, seconds: number): Instant {
  return instant(Date.parse(at) + seconds * 1000);
}
