import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import {
  AI_SYSTEM_KIND,
  ANNOTATION_REGISTRATION,
  admitRegistration,
  RecordState,
  recordTypes,
  Registration,
  REGISTRATIONS_TOPIC,
  registration as registrationType,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { checkBase, revisedBy } from '../ledger/append';
import { lockHead } from '../ledger/chain';
import { checkAppend } from '../ledger/checkAppend';
import { Append, Ledger, Revision } from '../ledger/Ledger';
import { revisionState } from '../ledger/recordStates';

interface RegistrationsOptions {
  knex: Knex;
  ledger: Ledger;
  clock: Clock;
  catalog: CatalogService;
  auth: AuthService;
  events: EventsService;
}

/** What is sent to the ledger of a registration. */
type Written = Pick<Append, 'baseRevision' | 'author'> & {
  data: Record<string, unknown>;
};

const isInForce = ({ status }: Record<string, unknown>) =>
  status === undefined || status === 'registered';

/**
 * AI systems that were registered in the portal: records in the stream of an entity that the catalog gets from them, so the stream is
 * there before the entity is.
 */
export class Registrations {
  readonly #options: RegistrationsOptions;

  static create(options: RegistrationsOptions) {
    return new Registrations(options);
  }

  private constructor(options: RegistrationsOptions) {
    this.#options = options;
  }

  /**
   * Begins the stream of an AI system that neither the catalog nor the ledger knows.
   *
   * @throws InputError with the paths; ConflictError in the same words whatever it is that has the name
   */
  async register(namespace: string, written: Written): Promise<Revision> {
    const { knex, ledger, clock } = this.#options;
    const input = { ...written, type: registrationType.type };
    const data: Registration = JSON.parse(checkAppend(recordTypes, input).data);
    const ref = `${AI_SYSTEM_KIND}:${namespace}/${data.name}`.toLocaleLowerCase(
      'en-US',
    );
    const taken = () =>
      new ConflictError(
        `data.name: ${data.name} is taken already; choose another`,
      );
    if (await this.#inCatalog(ref)) throw taken();
    const revision = await knex.transaction(async tx => {
      const stream = await ledger.ensureStream('subject', ref, tx);
      const head = await lockHead(tx, clock, stream.id);
      if (head.seq > 0) throw taken();
      return ledger.appendAfter(head, { ...input, data: admit(ref, data) }, tx);
    });
    await this.changed();
    return revision;
  }

  /**
   * Revises a registration whose entity is not there: it is not yet, was moved or withdrawn. Whoever wrote it last may. What is a subject and in the
   * catalog too is there for everybody, also for who may not read it.
   *
   * @throws NotFoundError when there is none, somebody else wrote it, or the entity is there; otherwise as `checkPlace` and `Ledger.append`
   */
  async revise(ref: string, written: Written): Promise<Revision> {
    const { knex, ledger, clock } = this.#options;
    const input = { ...written, type: registrationType.type };
    const checked = checkAppend(recordTypes, input);
    const notThere = () =>
      new NotFoundError(`There is no registration of ${ref} that you may read`);
    const stream = await ledger.findStream(ref);
    if (!stream) throw notThere();
    const entity = await this.#inCatalog(ref);
    // what is emitted and not swept yet is no subject, and what was just withdrawn still is one
    if (entity && (await this.#isSubject(stream.id))) throw notThere();
    const revision = await knex.transaction(async tx => {
      const head = await lockHead(tx, clock, stream.id);
      const addition = { ...checked, streamId: stream.id };
      const previous = await revisedBy(tx, addition);
      if (previous?.author !== written.author) throw notThere();
      checkNotElsewhere(ref, written.data, entity);
      checkBase(stream, addition, previous);
      const data = admit(
        ref,
        JSON.parse(checked.data),
        revisionState(previous) as RecordState<Registration>,
      );
      return ledger.appendAfter(head, { ...input, data }, tx);
    });
    await this.changed();
    return revision;
  }

  /**
   * Whether a registration may be in force again or still: not where the catalog has the entity from somewhere else.
   *
   * @throws ConflictError when it has
   */
  async checkPlace(ref: string, data: Record<string, unknown>): Promise<void> {
    if (isInForce(data)) {
      checkNotElsewhere(ref, data, await this.#inCatalog(ref));
    }
  }

  /** Tells whoever reads registrations that there is something to read. */
  async changed(): Promise<void> {
    await this.#options.events.publish({
      topic: REGISTRATIONS_TOPIC,
      eventPayload: {},
    });
  }

  async #isSubject(id: string): Promise<boolean> {
    const subject = await this.#options
      .knex('subjects')
      .where({ id })
      .whereNull('gone_at')
      .first('id');
    return subject !== undefined;
  }

  async #inCatalog(ref: string) {
    const { catalog, auth } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    return catalog.getEntityByRef(ref, { credentials });
  }
}

function admit(
  stream: string,
  data: Registration,
  previous?: RecordState<Registration>,
) {
  return admitRegistration({ data, previous, stream });
}

/** @throws ConflictError when a registration would be in force and the catalog has the entity from somewhere else */
function checkNotElsewhere(
  ref: string,
  data: Record<string, unknown>,
  entity: Entity | undefined,
) {
  if (!isInForce(data) || !entity) return;
  if (entity.metadata.annotations?.[ANNOTATION_REGISTRATION]) return;
  throw new ConflictError(
    `data.status: the catalog has ${ref} from a repository now; it is revised there`,
  );
}
