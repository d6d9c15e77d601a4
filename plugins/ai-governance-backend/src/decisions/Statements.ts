import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  AppendRequest,
  ChangedSince,
  checkRecordReferences,
  Control,
  controls as allControls,
  Deciders,
  DecidersQuery,
  governedDocuments,
  GovernancePolicy,
  Instant,
  OrganizationFigures,
  organizationControls,
  People,
  recordReferences,
  RecordType,
  recordTypes,
  stateHash,
  SubjectDecisions,
  Writing,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { Addition, checkBase, checkStream, revisedBy } from '../ledger/append';
import { lockHead } from '../ledger/chain';
import { checkAppend } from '../ledger/checkAppend';
import { Ledger, Revision } from '../ledger/Ledger';
import { recordStates, revisionState } from '../ledger/recordStates';
import { writtenByPeople } from '../ledger/writtenByPeople';
import { organizationAtHand } from '../organization/organizationAtHand';
import { ORGANIZATION } from '../organization/PolicyVersions';
import { refuseFromSource } from '../source/refuseFromSource';
import { withFilledIn } from './filledIn';
import { groupsAsked, loadPeople } from './loadPeople';
import { readChangedSince } from './readChangedSince';
import { readDeciders } from './readDeciders';
import { readDecisions } from './readDecisions';
import { standInsAt } from './standIns';
import { subjectAtHand } from './subjectAtHand';

/** Of whom something is stated: a row of `subjects`, the full reference of a user, or the organization. */
export type StatedOf =
  | { kind: 'subject'; subject: { id: string; ref: string } }
  | { kind: 'person'; ref: string }
  | { kind: 'organization' };

interface StatementsOptions {
  knex: Knex;
  ledger: Ledger;
  clock: Clock;
  policy: GovernancePolicy;
  /** Those that there are; default: all of the suite. */
  controls?: readonly Control[];
  /** The figures of the whole organization, within a transaction. */
  figures?(tx: Knex.Transaction, at: Instant): Promise<OrganizationFigures>;
}

/** An append that is right in itself, before its stream is known. */
type Checked = Omit<Addition, 'streamId'>;

const nobody: People = {
  membersOf: () => [],
  directMembersOf: () => [],
  parentOf: () => undefined,
};

/** What people and pipelines state, each as the rules of its record type admit it, and what was decided by it. */
export class Statements {
  readonly #options: StatementsOptions;
  readonly #controlIds: readonly string[];

  static create(options: StatementsOptions) {
    return new Statements(options);
  }

  private constructor(options: StatementsOptions) {
    this.#options = options;
    this.#controlIds = (options.controls ?? allControls).map(c => c.id);
  }

  /**
   * Appends a record or a revision of one, if its author may state it of things as they are: what it is judged by is read under the lock
   * of the stream, so nothing can change in between.
   *
   * @param authorize - asks for the permission that such a statement takes; throws when it is not given. It is asked before anything is
   * told of what there is, and may take its time: no lock and no connection is held meanwhile
   * @throws InputError with the paths; NotAllowedError saying why not and who may; StaleRevisionError (409) with the head when
   * `baseRevision` is not the latest; ConflictError (409) when the subject is not as `stateHash` says, it is decided already, or it comes
   * from a file of a repository;
   * NotFoundError when there is no such record to revise
   */
  async append(
    to: StatedOf,
    request: AppendRequest,
    author: string,
    authorize: (writing: Writing) => Promise<void>,
  ): Promise<Revision> {
    const { knex, ledger } = this.#options;
    const { stateHash: seen, ...input } = request;
    const type = writtenByPeople(recordTypes, input.type);
    const ref = refOf(to);
    checkStream(type, { kind: to.kind, ref });
    const checked = checkAppend(recordTypes, { ...input, author });
    const asAuthor = async (writing: Writing) => {
      await authorize(writing);
      refuseServices(writing, author);
    };

    const plain =
      !type.admit &&
      !type.takes &&
      !seen &&
      recordReferences(type, input.data).length === 0;
    if (to.kind === 'subject' && plain) {
      await asAuthor('append');
      return knex.transaction(async tx => {
        const head = await lockHead(tx, this.#options.clock, to.subject.id);
        await refuseFromSource(tx, to.subject, {
          type,
          recordId: input.recordId,
        });
        return ledger.appendAfter(head, { ...input, author }, tx);
      });
    }

    let writing = await this.#writingNow(to, checked);
    const granted = new Set<Writing>();
    for (;;) {
      await asAuthor(writing);
      granted.add(writing);
      const done = await knex.transaction(async tx => {
        const streamId =
          to.kind === 'subject'
            ? to.subject.id
            : (await ledger.ensureStream(to.kind, ref, tx)).id;
        const head = await lockHead(tx, this.#options.clock, streamId);
        const { stream, recordedAt: at } = head;
        const addition = { ...checked, streamId };
        const previous = await revisedBy(tx, addition);
        // another revision may have come since, to which something else may be done
        const takes = writingOf(to, checked, previous);
        if (!granted.has(takes)) return { takes };
        await refuseFromSource(tx, stream, addition);
        checkBase(stream, addition, previous);
        const data = await this.#admitted(tx, to, addition, {
          at,
          seen,
          previous,
        });
        return ledger.appendAfter(head, { ...input, data, author }, tx);
      });
      if (!('takes' in done)) return done;
      writing = done.takes;
    }
  }

  /** What was asked for and decided on a subject, newest first, each with its standing now. */
  async decisions(subjectId: string): Promise<SubjectDecisions> {
    return readDecisions(subjectId, this.#options);
  }

  /** Who may decide, and why others may not. @throws InputError naming the parameter that names nothing */
  async deciders(
    subject: { id: string; ref: string },
    query: DecidersQuery,
    caller: string,
  ): Promise<Deciders> {
    return readDeciders(subject, query, caller, {
      ...this.#options,
      controlIds: this.#controlIds,
    });
  }

  /** What is not as it was when a decision was made, with both texts. @throws InputError when nothing is decided by the record */
  async changedSince(recordId: string): Promise<ChangedSince> {
    return readChangedSince(recordId, this.#options);
  }

  async #writingNow(to: StatedOf, checked: Checked): Promise<Writing> {
    const { knex, ledger } = this.#options;
    const streamId =
      to.kind === 'subject'
        ? to.subject.id
        : (await ledger.findStream(refOf(to)))?.id;
    const previous =
      streamId && (await revisedBy(knex, { ...checked, streamId }));
    return writingOf(to, checked, previous || undefined);
  }

  /** The data as the type admits them, under the lock of the stream. */
  async #admitted(
    tx: Knex.Transaction,
    to: StatedOf,
    { type, data: text, author, streamId }: Addition,
    now: { at: string; seen?: string; previous?: Revision },
  ): Promise<unknown> {
    const { policy, ledger } = this.#options;
    const { at, seen, previous } = now;
    const subject =
      to.kind === 'subject'
        ? await subjectAtHand(tx, to.subject.id, { policy, at })
        : undefined;
    if (to.kind === 'subject' && !subject) {
      throw new NotFoundError(`${to.subject.ref} has gone meanwhile`);
    }
    if (seen !== undefined) {
      if (!subject || seen !== stateHash(subject.governed)) {
        throw new ConflictError(
          'stateHash: the subject has changed since you looked at it; look again, then decide',
        );
      }
    }
    const records =
      to.kind === 'person' && type.admit
        ? recordStates(await ledger.records(streamId, {}, tx))
        : undefined;
    const before = previous && revisionState(previous);
    const data = withFilledIn(type, JSON.parse(text), before?.data);
    if (subject) {
      checkRecordReferences(type, data, before?.data, subject.records);
    }
    if (!type.admit) return data;
    const organization =
      to.kind === 'organization'
        ? await organizationAtHand(tx, streamId, {
            named: type.asksForRecords?.(data) ?? [],
            figures:
              type.readsFigures && !data.snapshot
                ? await this.#options.figures?.(tx, at)
                : undefined,
          })
        : undefined;
    return type.admit({
      data,
      previous: before,
      // later than every revision before it, and what this one is recorded as: an edit is before a decision or after it
      at,
      author,
      stream: refOf(to),
      policy,
      documents: governedDocuments,
      controlIds: organization
        ? [...this.#controlIds, ...organizationControls.map(c => c.id)]
        : this.#controlIds,
      subject,
      organization,
      seen,
      records,
      people:
        subject || organization
          ? await loadPeople(
              tx,
              groupsAsked(policy, [
                subject?.profile.owner,
                ...(type.asksFor?.(data) ?? []),
              ]),
            )
          : nobody,
      standIns: type.decides ? await standInsAt(tx, at, author) : [],
    });
  }
}

function refOf(to: StatedOf): string {
  if (to.kind === 'organization') return ORGANIZATION;
  return to.kind === 'subject' ? to.subject.ref : to.ref;
}

function writingOf(
  to: StatedOf,
  { type, data }: { type: RecordType; data: string },
  previous: Revision | undefined,
): Writing {
  const before = previous?.data ? JSON.parse(previous.data) : undefined;
  return (
    type.takes?.(JSON.parse(data), before) ??
    (to.kind === 'person' ? 'self' : 'append')
  );
}

function refuseServices(writing: Writing, author: string) {
  if (author.startsWith('user:')) return;
  if (writing === 'append' || writing === 'assure') return;
  throw new NotAllowedError(
    `It takes a person: ${author} is a service, and services neither ask for decisions nor make them.`,
  );
}
