import { NotFoundError } from '@backstage/errors';
import {
  AiGovernanceApi,
  AppendRequest,
  controls,
  controlView,
  evaluate,
  governedDocuments,
  governedStateOf,
  GovernancePolicy,
  policySchema,
  Profile,
  RevisionConflictError,
  RevisionView,
  share,
  stateHash,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';

const halfYear = { months: 6 };
const cadence = { high: halfYear, limited: halfYear, minimal: halfYear };

export const policy: GovernancePolicy = policySchema.parse({
  version: '2026-1',
  title: 'AI policy',
  effectiveFrom: '2026-01-01',
  regulations: [],
  uses: [],
  cadences: { 'intended-use': cadence, 'risk-assessment': cadence },
  warningWindow: { weeks: 4 },
  tolerance: { high: 'medium', limited: 'medium', minimal: 'high' },
});

const now = '2026-11-24T10:00:00.000Z';

/** One subject with a ledger in memory, judged by the real controls: what is appended shows in its posture. */
export class FakeSubjectApi implements Partial<AiGovernanceApi> {
  readonly ref = 'aisystem:default/card-limits';
  /** Everything that was sent to be appended. */
  readonly appended: AppendRequest[] = [];
  /** How often the entity was observed. */
  refreshed = 0;
  /** Thrown by every read. */
  failure?: Error;
  may = {
    append: true,
    redact: false,
    request: true,
    decide: false,
    assure: false,
  };
  profileErrors: SubjectPosture['profileErrors'] = [];
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

  /** Writes as somebody, without a look at what they started from. */
  write(author: string, request: AppendRequest): RevisionView<any> {
    const head = this.#head(request);
    const revision: RevisionView<any> = {
      recordId: head?.recordId ?? `record-${this.#revisions.length + 1}`,
      type: request.type,
      revision: (head?.revision ?? 0) + 1,
      seq: this.#revisions.length + 1,
      data: request.data,
      author,
      materiality: request.materiality ?? 'material',
      materialityReason: request.materialityReason,
      effectiveAt: request.effectiveAt ?? now,
      recordedAt: now,
      dataHash: 'data',
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
    return this.write('user:default/me', request);
  }

  async records(ref: string, options: { type?: string } = {}): Promise<any> {
    this.#mayRead(ref);
    return this.#heads().filter(r => r.type === options.type);
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

  async posture(ref: string): Promise<SubjectPosture> {
    this.#mayRead(ref);
    const heads = this.#heads();
    const governed = governedStateOf(
      this.profile,
      governedDocuments,
      heads.map(r => ({ ...r, materialityReason: null })),
    );
    const evaluation = evaluate(
      {
        ref,
        profile: this.profile,
        profileErrors: [],
        entities: {
          'group:default/credit-risk': { present: true, members: 4 },
          'user:default/dana': { present: true },
        },
        records: Object.fromEntries(
          heads.map(({ type }) => [type, heads.filter(r => r.type === type)]),
        ),
        governed,
        people: {},
      },
      policy,
      now,
    );
    const results = evaluation.results.map(result => {
      const control = controls.find(c => c.id === result.controlId)!;
      const { title, family, level, remediation } = control;
      return { ...result, title, family, level, remediation, since: now };
    });
    const first = results.find(r => r.controlId === evaluation.first);
    return {
      ref,
      kind: 'aisystem',
      namespace: 'default',
      name: 'card-limits',
      title: 'Card limits',
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
      results,
      policy: { version: policy.version, hash: 'policy', tolerance: 'medium' },
      may: this.may,
    };
  }

  #head({ type, recordId }: AppendRequest) {
    return this.#heads().find(r =>
      type === 'change' ? r.recordId === recordId : r.type === type,
    );
  }

  #heads() {
    return this.#revisions.filter(
      r =>
        !this.#revisions.some(
          other => other.recordId === r.recordId && other.revision > r.revision,
        ),
    );
  }

  #mayRead(ref: string) {
    if (this.failure) throw this.failure;
    if (ref !== this.ref) throw new NotFoundError(`No subject ${ref}`);
  }
}
