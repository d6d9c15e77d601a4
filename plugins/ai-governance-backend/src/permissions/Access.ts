import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
  PermissionRuleset,
} from '@backstage/plugin-permission-node';
import {
  assuranceAppendPermission,
  decisionMakePermission,
  decisionRequestPermission,
  Instant,
  recordAppendPermission,
  recordRedactPermission,
  RESOURCE_TYPE_SUBJECT,
  SubjectPosture,
  subjectReadPermission,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { batches } from '../database/batches';
import { Clock } from '../database/clock';
import { forCatalog } from './forCatalog';
import { ReadableSets } from './ReadableSets';
import { nothing, ReadScope, readScope } from './ReadScope';
import { subjectRuleset } from './registration';
import { SubjectCriterion } from './subjectRules';
import {
  loadGone,
  loadSubjects,
  subjectCalled,
  SubjectRow,
} from './SubjectRow';

type SubjectPermission = ResourcePermission<typeof RESOURCE_TYPE_SUBJECT>;
type Ruleset = PermissionRuleset<
  SubjectRow,
  SubjectCriterion,
  typeof RESOURCE_TYPE_SUBJECT
>;

interface AccessOptions {
  knex: Knex;
  permissions: PermissionsService;
  catalog: CatalogService;
  auth: AuthService;
  clock: Clock;
  /** With rules that modules added; default: our own. */
  ruleset?: Ruleset;
}

/** What a reader may see and do. The catalog's read permission and ours must both allow. */
export class Access {
  readonly #knex: Knex;
  readonly #permissions: PermissionsService;
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #clock: Clock;
  readonly #sets: ReadableSets;
  readonly #criteria: ReturnType<
    typeof createConditionTransformer<SubjectCriterion>
  >;
  readonly #allows: ReturnType<typeof createConditionAuthorizer<SubjectRow>>;

  static create(options: AccessOptions) {
    return new Access(options);
  }

  private constructor(options: AccessOptions) {
    const { knex, permissions, catalog, auth, clock } = options;
    const ruleset = options.ruleset ?? subjectRuleset;
    this.#knex = knex;
    this.#permissions = permissions;
    this.#catalog = catalog;
    this.#auth = auth;
    this.#clock = clock;
    this.#sets = ReadableSets.create({ knex, catalog, clock });
    this.#criteria = createConditionTransformer<SubjectCriterion>(ruleset);
    this.#allows = createConditionAuthorizer<SubjectRow>(ruleset);
  }

  /** What the reader may read, for lists, counts, exports and roll-ups. At most 60 seconds behind the catalog. */
  async scope(credentials: BackstageCredentials): Promise<ReadScope> {
    const [inCatalog, here] = await this.#permissions.authorizeConditional(
      [
        { permission: catalogEntityReadPermission },
        { permission: subjectReadPermission },
      ],
      { credentials },
    );
    if (
      inCatalog.result === AuthorizeResult.DENY ||
      here.result === AuthorizeResult.DENY
    ) {
      return nothing;
    }
    return readScope({
      readableSet:
        inCatalog.result === AuthorizeResult.CONDITIONAL
          ? await this.#sets.of(credentials, inCatalog.conditions)
          : undefined,
      criteria:
        here.result === AuthorizeResult.CONDITIONAL
          ? this.#criteria(here.conditions)
          : undefined,
      at: await this.#clock(this.#knex),
    });
  }

  /**
   * One subject, as the catalog shows it to the reader now.
   *
   * @throws NotFoundError with the same words whether it is missing, gone, not governed or not for this reader
   */
  async subject(
    credentials: BackstageCredentials,
    ref: string,
  ): Promise<SubjectRow> {
    const subject = await this.#readable(credentials, ref);
    if (!subject) {
      throw new NotFoundError(
        `There is no subject of governance ${ref} that you may read. One that was just registered appears when the catalog has been read again.`,
      );
    }
    return subject;
  }

  /**
   * One subject by a reference that it had at a past instant, or has now: the catalog is asked of what it is called now.
   *
   * @returns with the id of what had the reference then, and everything else as it is now
   * @throws NotFoundError as `subject` does, in the words of what was asked for
   */
  async subjectAsOf(
    credentials: BackstageCredentials,
    ref: string,
    at: Instant,
  ): Promise<SubjectRow> {
    const held = await subjectCalled(this.#knex, fullRef(ref) ?? '', at);
    const then = held && (await this.#readable(credentials, held.nowRef));
    // what it was is not for this reader: then it is as if nothing else had ever had the name
    return then ? { ...then, id: held.id } : this.subject(credentials, ref);
  }

  /**
   * Many subjects at once, as the catalog shows them to the reader now, by reference. Who is missing, gone, not governed or not for this reader is
   * not among them.
   *
   * @param refs - in any case; what is no reference is passed over
   */
  async subjects(
    credentials: BackstageCredentials,
    refs: readonly string[],
  ): Promise<Map<string, SubjectRow>> {
    const wanted = [...new Set(refs.flatMap(ref => fullRef(ref) ?? []))];
    const found = new Map<string, SubjectRow>();
    if (wanted.length === 0) return found;
    const at = await this.#clock(this.#knex);
    const asking = await forCatalog(this.#auth, credentials);
    const allows = await this.#allowing(credentials, subjectReadPermission);
    for (const batch of batches(wanted)) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs: batch, fields: ['kind', 'metadata.name'] },
        { credentials: asking },
      );
      const readable = batch.filter((_, index) => items[index]);
      if (readable.length === 0) continue;
      for (const subject of await loadSubjects(this.#knex, readable, at)) {
        if (allows(subject)) found.set(subject.ref, subject);
      }
    }
    return found;
  }

  /**
   * The subjects whose streams hold these records, by the id of the record; those that the reader may not read are not among them.
   */
  async subjectsOfRecords(
    credentials: BackstageCredentials,
    recordIds: readonly string[],
  ): Promise<Map<string, SubjectRow>> {
    const refs = new Map<string, string>();
    const ids = [...new Set(recordIds)].filter(id => !id.includes('\0'));
    for (const batch of batches(ids)) {
      const rows: { id: string; ref: string }[] = await this.#knex('records')
        .join('subjects', 'subjects.id', 'records.stream_id')
        .whereIn('records.id', batch)
        .select('records.id', 'subjects.ref');
      for (const { id, ref } of rows) refs.set(id, ref);
    }
    const subjects = await this.subjects(credentials, [...refs.values()]);
    return new Map(
      [...refs].flatMap(([id, ref]) => {
        const subject = subjects.get(ref);
        return subject ? [[id, subject] as const] : [];
      }),
    );
  }

  /**
   * Asks for a permission once for many subjects.
   *
   * @returns what throws a NotAllowedError naming what is not allowed
   */
  async authorizer(
    credentials: BackstageCredentials,
    permission: SubjectPermission,
  ): Promise<(subject: SubjectRow) => void> {
    const allows = await this.#allowing(credentials, permission);
    return subject => {
      if (!allows(subject)) throw notAllowed(permission, subject);
    };
  }

  /**
   * The subject whose stream holds a record.
   *
   * @throws NotFoundError with the same words whether the record is missing or not for this reader
   */
  async subjectOfRecord(
    credentials: BackstageCredentials,
    recordId: string,
  ): Promise<SubjectRow> {
    // PostgreSQL knows no NUL in text
    const ref = recordId.includes('\0')
      ? undefined
      : await this.#knex('records')
          .join('subjects', 'subjects.id', 'records.stream_id')
          .where('records.id', recordId)
          .first('subjects.ref');
    const subject = ref && (await this.#readable(credentials, ref.ref));
    if (!subject) {
      throw new NotFoundError(
        `There is no record ${recordId} that you may read.`,
      );
    }
    return subject;
  }

  /** What the reader may do with a subject that was got from here. */
  async may(
    credentials: BackstageCredentials,
    subject: SubjectRow,
  ): Promise<SubjectPosture['may']> {
    const [append, redact, request, decide, assure] = await this.#decide(
      credentials,
      [
        recordAppendPermission,
        recordRedactPermission,
        decisionRequestPermission,
        decisionMakePermission,
        assuranceAppendPermission,
      ],
      subject,
    );
    return { append, redact, request, decide, assure };
  }

  /** @throws NotAllowedError naming what is not allowed */
  async authorize(
    credentials: BackstageCredentials,
    permission: SubjectPermission,
    subject: SubjectRow,
  ): Promise<void> {
    const [allowed] = await this.#decide(credentials, [permission], subject);
    if (!allowed) {
      throw notAllowed(permission, subject);
    }
  }

  /** Whether the reader could read a subject that is gone, and decide on it, as the plugin's own permissions say; the catalog has it no longer. */
  async mayDecideOnGone(
    credentials: BackstageCredentials,
    ref: string,
  ): Promise<boolean> {
    const subject = await loadGone(this.#knex, ref);
    if (!subject) return false;
    const allowed = await this.#decide(
      credentials,
      [subjectReadPermission, decisionMakePermission],
      subject,
    );
    return allowed.every(Boolean);
  }

  async #readable(
    credentials: BackstageCredentials,
    text: string,
  ): Promise<SubjectRow | undefined> {
    const ref = fullRef(text);
    if (ref === undefined) return undefined;
    const entity = await this.#catalog.getEntityByRef(ref, {
      credentials: await forCatalog(this.#auth, credentials),
    });
    if (!entity) return undefined;
    const [subject] = await loadSubjects(
      this.#knex,
      [ref],
      await this.#clock(this.#knex),
    );
    if (!subject) return undefined;
    const [allowed] = await this.#decide(
      credentials,
      [subjectReadPermission],
      subject,
    );
    return allowed ? subject : undefined;
  }

  async #allowing(
    credentials: BackstageCredentials,
    permission: SubjectPermission,
  ): Promise<(subject: SubjectRow) => boolean> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    return subject => this.#allows(decision, subject);
  }

  async #decide(
    credentials: BackstageCredentials,
    permissions: SubjectPermission[],
    subject: SubjectRow,
  ): Promise<boolean[]> {
    const decisions = await this.#permissions.authorizeConditional(
      permissions.map(permission => ({ permission })),
      { credentials },
    );
    return decisions.map(decision => this.#allows(decision, subject));
  }
}

function notAllowed({ name }: SubjectPermission, { ref }: SubjectRow) {
  return new NotAllowedError(
    `You may not do this with ${ref}: it takes the permission ${name}.`,
  );
}

function fullRef(text: string): string | undefined {
  if (text.includes('\0')) return undefined;
  try {
    return stringifyEntityRef(parseEntityRef(text)).toLocaleLowerCase('en-US');
  } catch {
    return undefined;
  }
}
