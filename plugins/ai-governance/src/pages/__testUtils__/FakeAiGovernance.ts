import {
  AiGovernanceApi,
  AppendRequest,
  AsOfQuery,
  BulkAssignmentsRequest,
  BulkConfirmationsRequest,
  BulkOwners,
  BulkOwnersRequest,
  BulkRecords,
  BulkRecordsRequest,
  Completion,
  CompletionsReport,
  controls,
  coverageOf,
  CoverageQuery,
  Discovered,
  DiscoveredPage,
  DiscoveredQuery,
  Framework,
  frameworks,
  FrameworkView,
  GraphEntity,
  ImportIssue,
  ImportIssuesQuery,
  Health,
  ImportReport,
  noCounts,
  organizationControls,
  OrganizationPosture,
  FamilyScorecard,
  FamilyScorecardQuery,
  NamedScorecardDetail,
  NamedScorecardQuery,
  OrganizationScorecard,
  PolicyView,
  requirementStandings,
  RevisionView,
  share,
  StatedApplicability,
  StateCounts,
  statementOfApplicability,
  SubjectFilter,
  SubjectsQuery,
  SubjectSummary,
  TeamScorecard,
  TrainingGap,
  TrainingGapsQuery,
  Trend,
  TrendQuery,
  UploadCompletions,
  WorkItem,
  WorkQuery,
} from 'backstage-plugin-ai-governance-common';
import { InputError, NotFoundError } from '@backstage/errors';
import { refusal } from '../../components/__testUtils__/refusal';
import { scorecardOf } from './scorecards';

/** A subject in lists, with what a test cares for. */
export function subject(
  name: string,
  of: Partial<Omit<SubjectSummary, 'counts'>> & {
    counts?: Partial<StateCounts>;
  } = {},
): SubjectSummary {
  const counts = { ...noCounts(), pass: 3, fail: 1, ...of.counts };
  return {
    ref: `aisystem:default/${name}`,
    kind: 'aisystem',
    namespace: 'default',
    name,
    title: name,
    owner: 'group:default/lending',
    type: 'decision-support',
    lifecycle: 'production',
    sourcing: 'in-house',
    tier: 'high',
    level: 'bronze',
    share: share(counts),
    overdue: counts.expired,
    first: {
      controlId: 'RSK-01',
      title: 'Risk is assessed',
      state: 'fail',
      reason: 'There is no risk assessment.',
    },
    evaluatedAt: '2026-11-24T10:00:00.000Z',
    ...of,
    counts,
  };
}

/** A team whose group is in the default namespace. */
export function team(
  name: string,
  of: Parameters<typeof scorecardOf>[0] & {
    title?: string;
    parent?: string;
    own?: number;
  } = {},
): TeamScorecard {
  return {
    ...scorecardOf(of),
    ref: `group:default/${name}`,
    name,
    title: of.title ?? name,
    parent: of.parent && `group:default/${of.parent}`,
    own: of.own ?? 1,
  };
}

const fits = (asked: SubjectsQuery['tier'], value: string | null) => {
  const list = [asked ?? []].flat();
  return list.length === 0 || (value !== null && list.includes(value));
};

/** The API over what a test gives it; it pages as the server does, and remembers what it was asked. */
export class FakeAiGovernance implements Partial<AiGovernanceApi> {
  readonly asked: {
    subjects: SubjectsQuery[];
    csv: (SubjectFilter & AsOfQuery)[];
    trends: (TrendQuery & { of: string })[];
    families: (FamilyScorecardQuery & { family: string })[];
    work: WorkQuery[];
    gaps: TrainingGapsQuery[];
    uploads: UploadCompletions[];
    discovered: DiscoveredQuery[];
    graph: string[];
  } = {
    subjects: [],
    csv: [],
    trends: [],
    families: [],
    work: [],
    gaps: [],
    uploads: [],
    discovered: [],
    graph: [],
  };
  /** What was written of a person, and of whom. */
  readonly stated: (AppendRequest & { of: string })[] = [];
  readonly confirmations: BulkConfirmationsRequest[] = [];
  readonly assignments: BulkAssignmentsRequest[] = [];
  readonly ownersAsked: BulkOwnersRequest[] = [];
  /** What giving an owner comes to. */
  ownersAnswer?: (request: BulkOwnersRequest) => BulkOwners['items'];
  readonly imported: BulkRecordsRequest[] = [];
  /** Whom the reader may not confirm, and why. */
  notConfirmed: Record<string, string> = {};
  /** What an import comes to. */
  importAnswer?: (request: BulkRecordsRequest) => BulkRecords;
  workItems: WorkItem[] = [];
  gaps: TrainingGap[] = [];
  completionList: Completion[] = [];
  uploadReport?: CompletionsReport;
  policyView?: PolicyView;
  versions: RevisionView[] = [];
  organizationResults: OrganizationPosture['results'] = [];
  mayOfOrganization: OrganizationPosture['may'] = {
    read: true,
    append: true,
    assure: true,
    redact: false,
  };
  /** What the catalog has below and above an entity, and whether there is more. */
  below: GraphEntity[] = [];
  above: GraphEntity[] = [];
  graphCut = false;
  /** Whether anything is looked for, and what was found. */
  discovers = true;
  found: Discovered[] = [];
  subjectList: SubjectSummary[] = [];
  teams: TeamScorecard[] = [];
  organization: OrganizationScorecard = {
    ...scorecardOf({ subjects: 0 }),
    withoutTeam: {
      unowned: scorecardOf({ subjects: 0 }),
      ownedByPerson: scorecardOf({ subjects: 0 }),
    },
  };
  importReports: ImportReport[] = [];
  healthView: Health = {
    at: '2026-11-25T12:00:00.000Z',
    state: 'well',
    checks: [],
  };
  importIssueList: ImportIssue[] = [];
  sweptAt: string | null = '2026-11-24T10:00:00.000Z';
  sweepWarning: string | null = null;
  /** What was held at past instants; of others the API refuses to answer. */
  past: Record<
    string,
    Partial<Pick<FakeAiGovernance, 'organization' | 'teams' | 'subjectList'>>
  > = {};
  named: NamedScorecardDetail[] = [];
  /** Of families of controls, by their ids. */
  ofFamilies: Record<string, FamilyScorecard> = {};
  /** Points of every trend. */
  trend: Trend['items'] = [];
  /** Thrown by every method while it is set. */
  failure?: Error;

  async subjects(query: SubjectsQuery = {}) {
    this.asked.subjects.push(query);
    this.#check();
    const refs = query.ref && [query.ref].flat();
    const { subjectList } = await this.#asOf(query);
    const all = subjectList.filter(
      s =>
        (!refs || refs.includes(s.ref)) &&
        fits(query.tier, s.tier) &&
        fits(query.level, s.level ?? 'none'),
    );
    const from = Number(query.cursor ?? 0);
    const to = from + Number(query.limit ?? 20);
    return {
      items: all.slice(from, to),
      totalItems: all.length,
      nextCursor: to < all.length ? String(to) : undefined,
    };
  }

  async subjectsCsv(filter: SubjectFilter & AsOfQuery = {}) {
    this.asked.csv.push(filter);
    this.#check();
    return new Blob(['ref\n'], { type: 'text/csv' });
  }

  async confirmMany(request: BulkConfirmationsRequest) {
    this.confirmations.push(request);
    this.#check();
    return {
      items: request.subjects.map(one => {
        const ref = typeof one === 'string' ? one : one.ref;
        const found = this.subjectList.find(s => s.ref === ref);
        const reason = this.notConfirmed[ref];
        return {
          ref,
          subject: found,
          ...(request.dryRun && {
            profile: { owner: found?.owner, purpose: `Purpose of ${ref}` },
            stateHash: 'a'.repeat(64),
          }),
          ...(reason
            ? { outcome: 'refused' as const, reason }
            : {
                outcome: request.dryRun
                  ? ('may' as const)
                  : ('confirmed' as const),
              }),
        };
      }),
    };
  }

  async assignMany(request: BulkAssignmentsRequest) {
    this.assignments.push(request);
    this.#check();
    return {
      items: request.items.map(({ recordId, baseRevision }) => ({
        recordId,
        outcome: 'assigned' as const,
        revision: baseRevision + 1,
      })),
    };
  }

  async assignOwners(request: BulkOwnersRequest) {
    this.ownersAsked.push(request);
    this.#check();
    return { items: this.ownersAnswer!(request) };
  }

  async importRecords(request: BulkRecordsRequest) {
    this.imported.push(request);
    this.#check();
    return this.importAnswer!(request);
  }

  async facets(query: AsOfQuery = {}) {
    await this.#asOf(query);
    return {
      owner: [{ value: 'group:default/lending', count: 2 }],
      lifecycle: [{ value: 'production', count: 2 }],
      type: [{ value: 'agent', count: 1 }],
      sourcing: [
        { value: 'in-house', count: 1 },
        { value: 'vendor', count: 1 },
      ],
      kind: [{ value: 'aisystem', count: 2 }],
    };
  }

  async organizationScorecard(query: AsOfQuery = {}) {
    return (await this.#asOf(query)).organization;
  }

  async organizationTrend(query: TrendQuery = {}) {
    this.asked.trends.push({ ...query, of: 'organization' });
    this.#check();
    return this.trend;
  }

  async teamTrend(ref: string, query: TrendQuery = {}) {
    this.asked.trends.push({ ...query, of: ref });
    this.#check();
    return this.trend;
  }

  async namedScorecards(query: NamedScorecardQuery = {}) {
    await this.#asOf(query);
    return this.named.map(({ controls: _, ...item }) => item);
  }

  async namedScorecard(id: string, query: NamedScorecardQuery = {}) {
    await this.#asOf(query);
    const found = this.named.find(n => n.id === id);
    if (!found) throw new NotFoundError(`There is no scorecard "${id}"`);
    return found;
  }

  async familyScorecard(family: string, query: FamilyScorecardQuery = {}) {
    this.asked.families.push({ ...query, family });
    await this.#asOf(query);
    const found = this.ofFamilies[family];
    if (!found) {
      throw await refusal(
        new NotFoundError(`There is no family of controls "${family}"`),
      );
    }
    return found;
  }

  async teamScorecards(query: AsOfQuery = {}) {
    return (await this.#asOf(query)).teams;
  }

  async teamScorecard(ref: string, query: AsOfQuery = {}) {
    const { teams } = await this.#asOf(query);
    const found = teams.find(t => t.ref === ref);
    if (!found) throw new NotFoundError(`No group ${ref}`);
    return found;
  }

  async inventory() {
    this.#check();
    return {
      sweptAt: this.sweptAt,
      seen: 2,
      warning: this.sweepWarning,
      waiting: 0,
    };
  }

  async sweep(options: { takeVanished?: boolean } = {}) {
    this.#check();
    if (options.takeVanished) this.sweepWarning = null;
    return {
      seen: 2,
      added: 0,
      changed: 0,
      returned: 0,
      gone: 3,
      failed: 0,
      warning: null,
    };
  }

  async health() {
    this.#check();
    return this.healthView;
  }

  async imports() {
    this.#check();
    return this.importReports;
  }

  async importIssues(_id: string, query: ImportIssuesQuery = {}) {
    this.#check();
    const all = this.importIssueList.filter(
      issue => !query.outcome || issue.outcome === query.outcome,
    );
    const from = Number(query.cursor ?? 0);
    const to = from + Number(query.limit ?? 100);
    return {
      items: all.slice(from, to),
      totalItems: all.length,
      nextCursor: to < all.length ? String(to) : undefined,
    };
  }

  async work(query: WorkQuery = {}) {
    this.asked.work.push(query);
    this.#check();
    const from = Number(query.cursor ?? 0);
    const to = from + Number(query.limit ?? 20);
    const all = this.workItems.filter(
      ({ controlId }) =>
        !query.control || (controlId && query.control.includes(controlId)),
    );
    return {
      items: all.slice(from, to),
      totalItems: all.length,
      nextCursor: to < all.length ? String(to) : undefined,
      overdue: all.filter(item => item.overdue).length,
      dueSoon: all.filter(item => item.state === 'warning').length,
      requested: all.filter(item => item.state === 'requested').length,
    };
  }

  async trainingGaps(query: TrainingGapsQuery = {}) {
    this.asked.gaps.push(query);
    this.#check();
    const all = this.gaps.filter(
      gap => !query.person || gap.person.ref === query.person,
    );
    return { items: all, totalItems: all.length };
  }

  async completions() {
    this.#check();
    const items = this.completionList;
    return { items, totalItems: items.length };
  }

  async uploadCompletions(upload: UploadCompletions) {
    this.asked.uploads.push(upload);
    this.#check();
    return { ...this.uploadReport!, dryRun: upload.dryRun ?? false };
  }

  async workCalendar() {
    this.#check();
    return new Blob(['BEGIN:VCALENDAR'], { type: 'text/calendar' });
  }

  async policy(): Promise<PolicyView> {
    this.#check();
    if (!this.policyView) throw new NotFoundError('There is no policy');
    return this.policyView;
  }

  async policyVersions() {
    this.#check();
    return this.versions;
  }

  /** Results of controls by team, '' for the organization; what frameworks cover is counted from them as the server does. */
  controlCounts: Record<string, Record<string, Partial<StateCounts>>> = {};
  applicability: StatedApplicability[] = [];

  #covered(framework: Framework, of: string = '') {
    const counts = Object.entries(this.controlCounts[of] ?? {}).map(
      ([id, some]) => [id, { ...noCounts(), ...some }] as const,
    );
    const items = coverageOf(
      framework,
      [...controls, ...organizationControls],
      new Map(counts),
    );
    const counted = Object.fromEntries(
      requirementStandings.map(s => [
        s,
        items.filter(r => r.standing === s).length,
      ]),
    ) as FrameworkView['standings'];
    return {
      framework: {
        ...framework,
        requirements: items.filter(r => r.standing).length,
        standings: counted,
      },
      items,
    };
  }

  async frameworks() {
    this.#check();
    return frameworks.map(f => this.#covered(f).framework);
  }

  async coverage(id: string, query: CoverageQuery = {}) {
    this.#check();
    const framework = frameworks.find(f => f.id === id);
    if (!framework) throw new NotFoundError(`There is no framework ${id}`);
    return this.#covered(framework, query.team);
  }

  async statementOfApplicability() {
    this.#check();
    const { items } = await this.coverage('iso-42001');
    return statementOfApplicability(items, this.applicability);
  }

  async organizationPosture(query: AsOfQuery = {}) {
    await this.#asOf(query);
    return {
      results: this.organizationResults,
      may: this.mayOfOrganization,
    };
  }

  async discovered(query: DiscoveredQuery = {}): Promise<DiscoveredPage> {
    this.asked.discovered.push(query);
    this.#check();
    const { ref, status } = query;
    const all = this.found.filter(
      one =>
        (!ref || one.ref === ref) &&
        (!status || (status === 'decided') === (one.decision?.holds ?? false)),
    );
    const from = Number(query.cursor ?? 0);
    const to = from + Number(query.limit ?? 20);
    return {
      configured: this.discovers,
      items: all.slice(from, to),
      totalItems: all.length,
      nextCursor: to < all.length ? String(to) : undefined,
      owners: this.found.length > 0 ? [{ count: this.found.length }] : [],
    };
  }

  async restsOn(ref: string) {
    this.asked.graph.push(`below ${ref}`);
    this.#check();
    return this.#graph(this.below);
  }

  async resting(ref: string) {
    this.asked.graph.push(`above ${ref}`);
    this.#check();
    const counts = new Map<string | undefined, number>();
    for (const { owner } of this.above) {
      counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
    const owners = [...counts].map(([owner, count]) => ({ owner, count }));
    return { ...this.#graph(this.above), owners };
  }

  async restingCsv(ref: string) {
    this.asked.graph.push(`CSV ${ref}`);
    this.#check();
    return new Blob(['ref\n'], { type: 'text/csv' });
  }

  #graph(items: GraphEntity[]) {
    const limits = { steps: 6, entities: 500 };
    return { items, totalItems: items.length, cut: this.graphCut, limits };
  }

  async personRecords(ref: string, options: { type?: string } = {}) {
    this.#check();
    const heads = new Map<string, RevisionView<any>>();
    this.stated
      .filter(r => r.of === ref && r.type === options.type)
      .forEach((request, index) => {
        const recordId = request.recordId ?? `record-${index + 1}`;
        const revision = (heads.get(recordId)?.revision ?? 0) + 1;
        heads.set(recordId, {
          recordId,
          type: request.type,
          revision,
          seq: index + 1,
          data: request.data,
          author: ref,
          materiality: 'material',
          effectiveAt: '2026-11-24T10:00:00.000Z',
          recordedAt: '2026-11-24T10:00:00.000Z',
          dataHash: 'data',
          hash: 'hash',
        });
      });
    return [...heads.values()];
  }

  async appendToPerson(of: string, request: AppendRequest) {
    this.#check();
    this.stated.push({ ...request, of });
    if (request.type === 'policy-acknowledgement' && this.policyView) {
      this.policyView = {
        ...this.policyView,
        acknowledgedAt: '2026-11-24T10:00:00.000Z',
      };
    }
    const all = await this.personRecords(of, { type: request.type });
    return all.at(-1)!;
  }

  /** What is there, or was held at an instant. */
  async #asOf({ asOf }: AsOfQuery) {
    this.#check();
    if (asOf === undefined) return this;
    const held = this.past[asOf];
    if (!held) {
      throw await refusal(
        new InputError(
          `asOf: must be at least five minutes past, and is ${asOf}`,
        ),
      );
    }
    return {
      organization: held.organization ?? this.organization,
      teams: held.teams ?? this.teams,
      subjectList: held.subjectList ?? this.subjectList,
    };
  }

  #check() {
    if (this.failure) throw this.failure;
  }
}
