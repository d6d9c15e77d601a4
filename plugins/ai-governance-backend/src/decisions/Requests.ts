import { InputError } from '@backstage/errors';
import {
  Control,
  controls as allControls,
  GovernancePolicy,
  Instant,
  recordTypeOf,
  SubjectHead,
  Tier,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { snapshot } from '../database/snapshot';
import { ReadScope } from '../permissions/ReadScope';
import { groupsAsked, loadPeople } from './loadPeople';
import { askable, Matter, matterOf, verdictOn } from './matter';
import { standInsAt } from './standIns';
import { subjectsAtHand } from './subjectAtHand';

/** Something that was asked for and waits for a decision. */
export interface AwaitedRequest {
  recordId: string;
  /** Of the record: the kind of decision. */
  type: string;
  requestedBy: string;
  requestedAt: Instant;
  /** One line, plain text. */
  summary: string;
  /** Of the subject, as it is held now. */
  tier: Tier;
  subject: SubjectHead;
}

interface RequestsOptions {
  knex: Knex;
  clock: Clock;
  policy: GovernancePolicy;
  /** Those that there are; default: all of the suite. */
  controls?: readonly Control[];
}

interface OpenRequest {
  recordId: string;
  subjectId: string;
  type: string;
  requestedBy: string;
  requestedAt: string;
  ref: string;
  title: string;
  owner: string | null;
}

/** What waits, of subjects that are there, the oldest first. */
const openRequests = (knex: Knex) =>
  knex({ q: 'open_requests' })
    .join({ s: 'subjects' }, 's.id', 'q.subject_id')
    .whereNull('s.gone_at')
    .orderBy('q.requested_at')
    .orderBy('q.record_id')
    .select<OpenRequest[]>('q.type', 's.ref', 's.title', 's.owner', {
      recordId: 'q.record_id',
      subjectId: 'q.subject_id',
      requestedBy: 'q.requested_by',
      requestedAt: 'q.requested_at',
    });

/** What waits for a decision, and whose. */
export class Requests {
  readonly #options: RequestsOptions;

  static create(options: RequestsOptions) {
    return new Requests(options);
  }

  private constructor(options: RequestsOptions) {
    this.#options = options;
  }

  /**
   * What a person may decide, within what they may read, the oldest first. A number of queries that does not grow with that of the requests.
   *
   * @param person - full reference; a service decides nothing
   */
  async awaiting(person: string, scope: ReadScope): Promise<AwaitedRequest[]> {
    if (!person.startsWith('user:')) return [];
    const { knex, clock } = this.#options;
    return snapshot(knex, clock, async (tx, at) => {
      const open = openRequests(tx);
      scope.apply(open, 's.id');
      const waiting = await this.#weigh(tx, await open, at);
      if (waiting.length === 0) return [];
      const named = await standInsAt(tx, at, person);
      return waiting
        .filter(({ matter }) => verdictOn(matter, person, named).may)
        .map(({ request }) => request);
    });
  }

  /** Everybody who may decide on a request; nobody when it is decided already, or its subject is gone. Sorted references. */
  async deciders(recordId: string): Promise<string[]> {
    const { knex, clock } = this.#options;
    return snapshot(knex, clock, async (tx, at) => {
      const open = openRequests(tx).where('q.record_id', recordId);
      const [waiting] = await this.#weigh(tx, await open, at);
      if (!waiting) return [];
      const named = await standInsAt(tx, at);
      return askable(waiting.matter, named).filter(
        person => verdictOn(waiting.matter, person, named).may,
      );
    });
  }

  /** Those of the requests that can still be decided, each with what says who may. */
  async #weigh(
    tx: Knex,
    rows: readonly OpenRequest[],
    at: Instant,
  ): Promise<{ request: AwaitedRequest; matter: Matter }[]> {
    if (rows.length === 0) return [];
    const { policy, controls = allControls } = this.#options;
    const subjects = await subjectsAtHand(
      tx,
      [...new Set(rows.map(row => row.subjectId))],
      { policy, at },
    );
    const owners = [...subjects.values()].map(s => s.profile.owner);
    const people = await loadPeople(tx, groupsAsked(policy, owners));
    const controlIds = controls.map(c => c.id);
    return rows.flatMap(row => {
      const subject = subjects.get(row.subjectId);
      const type = recordTypeOf(row.type);
      const data = subject?.records[row.type]?.find(
        r => r.recordId === row.recordId,
      )?.data;
      if (!subject || !type?.decides || !data) return [];
      try {
        const known = { policy, people, controlIds, at };
        const matter = matterOf(type, data, subject, known);
        const request: AwaitedRequest = {
          recordId: row.recordId,
          type: row.type,
          requestedBy: row.requestedBy,
          requestedAt: row.requestedAt,
          summary: type.summary(data),
          tier: subject.tier,
          subject: {
            ref: row.ref,
            title: row.title,
            owner: row.owner ?? undefined,
          },
        };
        return [{ request, matter }];
      } catch (error) {
        // what it was about is there no longer, such as the scenario of a risk: nobody can decide it
        if (error instanceof InputError) return [];
        throw error;
      }
    });
  }
}
