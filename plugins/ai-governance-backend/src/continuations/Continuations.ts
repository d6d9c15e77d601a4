import { AuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  continuation,
  continuesOf,
  sourceAuthor,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { retrying } from '../database/retrying';
import { loadPeople } from '../decisions/loadPeople';
import { endSubject } from '../inventory/endSubject';
import { observationOf } from '../inventory/observation';
import { OnChanged } from '../inventory/OnChanged';
import { PROFILE_AUTHOR, storeSubjectsIn } from '../inventory/storeSubject';
import { lockHeads } from '../ledger/chain';
import { Ledger, Revision } from '../ledger/Ledger';

interface ContinuationsOptions {
  knex: Knex;
  ledger: Ledger;
  clock: Clock;
  catalog: CatalogService;
  auth: AuthService;
  onChanged: OnChanged;
}

/** What somebody confirms. */
interface Confirmed {
  /** What the subject was called. */
  from: string;
  reason: string;
  author: string;
  /** Whether the author may also decide on what is gone: else its history would be for who may decide on something else. */
  mayDecideOn(gone: string): Promise<boolean>;
}

const noHistory = (from: string) =>
  new InputError(
    `from: there is no history of ${from} that could be carried on: it was not governed here, it is or was until now in the catalog, it has been carried on already, or you may not decide on it. What is deleted counts as gone after two complete sweeps of the catalog.`,
  );

/**
 * Systems that got another name. Nothing is moved and nothing rewritten: the stream, its chain, the results and the days of the old name stay
 * where they are, and the subject that they belong to is called otherwise from an instant on, as a record in that stream says. What had begun
 * under the new name meanwhile ends there and stays as it was; so it must hold nothing that people or tools stated. Approvals go on if what
 * they are about is the same, and lapse if it is not, as after any change of the declaration.
 *
 * Nobody annexes a history: the entity must say what it was called, that must be gone from the catalog, and somebody who may decide and is not
 * of the team that owns it must confirm. A history that is carried on is that of its new name only, so it has one successor.
 */
export class Continuations {
  readonly #options: ContinuationsOptions;

  static create(options: ContinuationsOptions) {
    return new Continuations(options);
  }

  private constructor(options: ContinuationsOptions) {
    this.#options = options;
  }

  /**
   * Carries on the history of what had another name.
   *
   * @param ref - of a subject that the author may read and decide on
   * @returns the record of it, in the stream that is carried on
   * @throws ConflictError when its entity does not say so, or records were written under the new name already; NotAllowedError for who owns it
   * and for services; InputError in the same words whether there never was such a history, it is not over, has been carried on already, or is nothing that
   * the author may decide on
   */
  async confirm(ref: string, confirmed: Confirmed): Promise<Revision> {
    const { catalog, auth, knex } = this.#options;
    const { from, author } = confirmed;
    if (!author.startsWith('user:')) {
      throw new NotAllowedError(
        `It takes a person: ${author} is a service, and services do not confirm this.`,
      );
    }
    const credentials = await auth.getOwnServiceCredentials();
    const entity = await catalog.getEntityByRef(ref, { credentials });
    if (!entity) throw new NotFoundError(`${ref} has gone meanwhile`);
    if (continuesOf(entity) !== from) {
      throw new ConflictError(
        `from: the entity ${ref} does not say that it was called ${from}; its annotation says so first`,
      );
    }
    const isThere = await catalog.getEntityByRef(from, { credentials });
    const sameKind = parseEntityRef(from).kind === parseEntityRef(ref).kind;
    if (isThere || !sameKind || !(await confirmed.mayDecideOn(from))) {
      throw noHistory(from);
    }
    const observation = observationOf(entity);
    return retrying(() =>
      knex.transaction(tx =>
        this.#carryOn(tx, ref, { ...confirmed, observation }),
      ),
    );
  }

  async #carryOn(
    tx: Knex.Transaction,
    ref: string,
    confirmed: Confirmed & { observation: ReturnType<typeof observationOf> },
  ): Promise<Revision> {
    const { clock, ledger, onChanged } = this.#options;
    const { from, reason, author, observation } = confirmed;
    const old = await ledger.findStream(from, tx);
    const young = await ledger.findStream(ref, tx);
    if (!old || !young) throw noHistory(from);
    const ids = [old.id, young.id].sort();
    // in the order in which sweeps lock: subjects, then the heads of their streams
    const rows: { id: string; owner: string | null; gone_at: string | null }[] =
      await tx('subjects').whereIn('id', ids).orderBy('id').forNoKeyUpdate();
    await lockHeads(tx, clock, ids);
    const ending = rows.find(row => row.id === young.id);
    if (!ending || ending.gone_at !== null) {
      throw new NotFoundError(`${ref} has gone meanwhile`);
    }
    if (!rows.some(row => row.id === old.id && row.gone_at !== null)) {
      throw noHistory(from);
    }
    await refuseOwner(tx, observation.owner, author);
    await refuseStated(tx, young);

    const revision = await ledger.append(
      old.id,
      { type: continuation.type, data: { from, to: ref, reason }, author },
      tx,
    );
    const at = await clock(tx);
    await endSubject(tx, young.id, at);
    await tx('streams').where({ id: young.id }).update({ continues: old.id });
    await tx('streams').where({ id: old.id }).update({ name: ref });
    await storeSubjectsIn(tx, { ledger, onChanged }, [observation], at);
    return revision;
  }
}

/** @throws NotAllowedError for who owns the subject, or is in the group that does */
async function refuseOwner(
  tx: Knex.Transaction,
  owner: string | null,
  author: string,
) {
  if (owner === null) return;
  const people = await loadPeople(tx, [owner]);
  if (owner !== author && !people.membersOf(owner).includes(author)) return;
  throw new NotAllowedError(
    `You are of ${owner}, which owns it: that it is the same is confirmed by somebody else who may decide.`,
  );
}

/** @throws ConflictError when something was stated under the new name that would be lost from sight */
async function refuseStated(
  tx: Knex.Transaction,
  { id, ref }: { id: string; ref: string },
) {
  const stated = await tx('revisions')
    .where({ stream_id: id })
    .whereNot('author', PROFILE_AUTHOR)
    .whereNot('author', 'like', `${sourceAuthor('')}%`)
    .first('type');
  if (!stated) return;
  throw new ConflictError(
    `from: under ${ref} records were written already (${stated.type}), which would not be seen any more; it goes on with its own history`,
  );
}
