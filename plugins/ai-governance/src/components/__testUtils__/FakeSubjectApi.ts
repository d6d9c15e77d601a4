import { NotFoundError } from '@backstage/errors';
import {
  AiGovernanceApi,
  AppendRequest,
  AsOfQuery,
  canonicalJson,
  ContinueRequest,
  controls,
  controlView,
  DecidersQuery,
  evaluate,
  governedProfile,
  instant,
  PolicyView,
  Profile,
  recordTypeOf,
  remediationOf,
  RevisionConflictError,
  RevisionView,
  sha256,
  share,
  standingOf,
  stateHash,
  SubjectPosture,
  SubjectTraining,
} from 'backstage-plugin-ai-governance-common';
import { me, policy } from './company';
import {
  admitted,
  atHand,
  casesIn,
  changedIn,
  decidersOf,
  decisionsIn,
  headsOf,
  Held,
} from './ledgerInMemory';
import { refusal } from './refusal';

export { policy } from './company';

const now = '2026-11-24T10:00:00.000Z';

/**
 * One subject with a ledger in memory, judged by the real controls and record types: what is appended shows in its posture, and what
 * the ledger would refuse is refused.
 */
export class FakeSubjectApi implements Partial<AiGovernanceApi> {
  readonly ref = 'aisystem:default/card-limits';
  /** Everything that was sent to be appended. */
  readonly appended: AppendRequest[] = [];
  /** How often the entity was observed. */
  refreshed = 0;
  /** Since when it is in the catalog. */
  since = '2026-01-01T00:00:00.000Z';
  /** Past instants of which the posture was asked. */
  readonly askedOf: string[] = [];
  /** Who the reader is. */
  me = me;
  clock = () => now;
  /** Thrown when it is confirmed that it had another name. */
  refusedContinuation?: Error;
  /** What it is called now, where a past day has another name. */
  nowRef?: string;
  /** Thrown by every read. */
  failure?: Error;
  may = {
    append: true,
    redact: false,
    request: true,
    decide: false,
    assure: false,
  };
  /** Where its documents come from. */
  source?: SubjectPosture['source'];
  profileErrors: SubjectPosture['profileErrors'] = [];
  training: SubjectTraining = {
    items: [],
    totalItems: 0,
    counts: { lapsed: 0, missing: 0, 'runs-out': 0, holds: 0 },
    may: { record: false },
  };
  /** What was written of people. */
  readonly statedOf: (AppendRequest & { of: string })[] = [];
  profile: Profile = {
    type: 'decision-support',
    lifecycle: 'production',
    owner: 'group:default/credit-risk',
    accountable: 'user:default/dana',
    purpose: 'Propose card limits.',
    models: [{ provider: 'openai', name: 'gpt-4.1' }],
    data: {
      classification: 'restricted',
      categories: ['personal'],
      sources: [],
    },
    affects: {
      influences: ['financial-outcomes'],
      basis: 'main',
      interaction: [],
    },
  };
  readonly #revisions: RevisionView<any>[] = [];
  readonly #profiles = new Map<string, Profile>();

  /** Writes as somebody, without a look at what they started from. @throws what the record type says to it */
  write(author: string, request: AppendRequest): RevisionView<any> {
    const head = this.#head(request);
    const held = this.#held();
    this.#profiles.set(governedProfile(this.profile), this.profile);
    const data = admitted(held, request, author, head);
    const revision: RevisionView<any> = {
      recordId: head?.recordId ?? `record-${this.#revisions.length + 1}`,
      type: request.type,
      revision: (head?.revision ?? 0) + 1,
      seq: this.#revisions.length + 1,
      data,
      author,
      materiality: request.materiality ?? 'material',
      materialityReason: request.materialityReason,
      effectiveAt: request.effectiveAt ?? held.at,
      recordedAt: held.at,
      dataHash: sha256(canonicalJson(data)),
      hash: 'hash',
    };
    this.#revisions.push(revision);
    return revision;
  }

  async append(_ref: string, request: AppendRequest) {
    this.appended.push(request);
    const head = this.#head(request);
    if (head?.revision !== request.baseRevision) {
      throw new RevisionConflictError(head!);
    }
    try {
      return this.write(this.me, request);
    } catch (error) {
      throw await refusal(error as Error);
    }
  }

  async decisions(ref: string) {
    this.#mayRead(ref);
    return decisionsIn(this.#held());
  }

  async cases(ref: string) {
    this.#mayRead(ref);
    return casesIn(this.#held());
  }

  async caseOf(ref: string, recordId: string) {
    const found = (await this.cases(ref)).find(c =>
      c.records.includes(recordId),
    );
    if (!found) throw await refusal(new NotFoundError('It is of no case'));
    return found;
  }

  async deciders(_ref: string, query: DecidersQuery) {
    return decidersOf(this.#held(), query, this.me);
  }

  async changedSince(recordId: string) {
    return changedIn(this.#held(), recordId, this.#profiles);
  }

  async policy(): Promise<PolicyView> {
    return {
      policy,
      hash: 'policy',
      recordedAt: now,
      acknowledgedAt: null,
      titles: {},
    };
  }

  async appendToPerson(of: string, request: AppendRequest) {
    this.statedOf.push({ ...request, of });
    return { ...request, recordId: 'completion', revision: 1 } as any;
  }

  async subjectTraining(ref: string): Promise<SubjectTraining> {
    this.#mayRead(ref);
    return this.training;
  }

  async records(ref: string, options: { type?: string } = {}): Promise<any> {
    this.#mayRead(ref);
    return headsOf(this.#revisions).filter(
      r => options.type === undefined || r.type === options.type,
    );
  }

  async continueHistory(ref: string, request: ContinueRequest) {
    if (this.refusedContinuation) throw this.refusedContinuation;
    const data = { ...request, to: ref };
    return this.write(this.me, { type: 'continuation', data });
  }

  async revisions(recordId: string): Promise<any> {
    return this.#revisions.filter(r => r.recordId === recordId).reverse();
  }

  async refresh(ref: string) {
    this.refreshed += 1;
    return this.posture(ref);
  }

  async controls() {
    return controls.map(controlView);
  }

  /** @param query - asked of, and answered as of now unless it is before everything */
  async posture(ref: string, query: AsOfQuery = {}): Promise<SubjectPosture> {
    this.#mayRead(ref);
    if (query.asOf !== undefined && query.asOf < this.since) {
      throw await refusal(
        new NotFoundError(`${ref} was not in the catalog at ${query.asOf}`),
      );
    }
    if (query.asOf !== undefined) this.askedOf.push(query.asOf);
    const held = this.#held();
    const subject = atHand(held);
    const { governed, records } = subject;
    const evaluation = evaluate(
      {
        ref,
        profile: this.profile,
        profileErrors: [],
        entities: {
          'group:default/credit-risk': { present: true, members: 4 },
          'user:default/dana': { present: true },
        },
        records,
        governed,
        people: {},
      },
      policy,
      held.at,
    );
    const results = evaluation.results.map(result => {
      const control = controls.find(c => c.id === result.controlId)!;
      const { title, family, level } = control;
      const remediation = remediationOf(control, result.remedy);
      return { ...result, title, family, level, remediation, since: now };
    });
    const { override } = evaluation.tier;
    const first = results.find(r => r.controlId === evaluation.first);
    return {
      ref,
      kind: 'aisystem',
      namespace: 'default',
      name: 'card-limits',
      title: 'Card limits',
      ...(query.asOf !== undefined && { nowRef: this.nowRef }),
      owner: this.profile.owner,
      tier: evaluation.tier.tier,
      tierReasons: evaluation.tier.reasons,
      level: evaluation.level,
      counts: evaluation.counts,
      share: share(evaluation.counts),
      overdue: evaluation.counts.expired,
      first,
      evaluatedAt: now,
      observedAt: now,
      profile: this.profile,
      profileErrors: this.profileErrors,
      stateHash: stateHash(governed),
      approval: this.#approval(held),
      tierOverride: override && {
        recordId: override.record.recordId,
        rule: override.rule,
        until: override.record.data.expires,
        by: override.record.data.decided!.by,
      },
      results,
      source: this.source,
      policy: { version: policy.version, hash: 'policy', tolerance: 'medium' },
      may: this.may,
    };
  }

  #head({ type, recordId }: AppendRequest) {
    const isEntry = recordTypeOf(type)?.shape === 'entry';
    return headsOf(this.#revisions).find(r =>
      isEntry ? r.recordId === recordId : r.type === type,
    );
  }

  /** What the ledger holds, a millisecond later for each revision, as the real one has it. */
  #held(): Held {
    return {
      ref: this.ref,
      profile: this.profile,
      revisions: this.#revisions,
      at: instant(Date.parse(this.clock()) + this.#revisions.length),
    };
  }

  /** As the backend has it: what holds, or else the latest. */
  #approval(held: Held): SubjectPosture['approval'] {
    const subject = atHand(held);
    const latest = (subject.records.approval ?? [])
      .slice()
      .sort((a, b) => b.recordedAt.localeCompare(a.recordedAt));
    const standing = (a: (typeof latest)[number]) =>
      standingOf(a, subject, held.at);
    const shown = latest.find(a => standing(a).state === 'valid') ?? latest[0];
    return (
      shown && {
        recordId: shown.recordId,
        expires: shown.data.expires,
        ...standing(shown),
      }
    );
  }

  #mayRead(ref: string) {
    if (this.failure) throw this.failure;
    if (ref !== this.ref) throw new NotFoundError(`No subject ${ref}`);
  }
}
