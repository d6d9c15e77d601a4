import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import {
  BulkAssignments,
  BulkAssignmentsRequest,
  BulkOwners,
  BulkOwnersRequest,
  BulkConfirmations,
  BulkConfirmationsRequest,
  BulkRecords,
  BulkRecordsRequest,
} from './bulk';
import { Case } from './cases';
import { DiscoveredPage, DiscoveredQuery } from './discovered';
import { FamilyScorecard, FamilyScorecardQuery } from './familyScorecards';
import {
  NamedScorecard,
  NamedScorecardDetail,
  NamedScorecardQuery,
} from './namedScorecards';
import {
  Coverage,
  CoverageQuery,
  FrameworkView,
  StatementOfApplicability,
} from './frameworks';
import { GraphList, RestingList } from './graph';
import { Checkpoint, CheckpointsQuery } from './checkpoints';
import { Health } from './health';
import { ImportIssues, ImportIssuesQuery, ImportReport } from './imports';
import type {
  RiskLibraryPage,
  RiskLibraryQuery,
  RiskSuggestions,
} from './riskLibrary';
import { Risk, RisksQuery } from './risks';
import {
  RegisterRequest,
  RegistrationsQuery,
  RegistrationView,
  ReviseRegistration,
} from './registrations';
import {
  AppendRequest,
  AsOfQuery,
  ChangedSince,
  ContinueRequest,
  ControlView,
  Deciders,
  DecidersQuery,
  InventoryStatus,
  LedgerVerificationView,
  OrganizationEntry,
  OrganizationPosture,
  OrganizationRecordsQuery,
  OrganizationScorecard,
  Page,
  PolicyView,
  RegisterEntry,
  RegisterQuery,
  RevisionView,
  SubjectDecisions,
  SubjectFacets,
  SubjectFilter,
  SubjectPosture,
  SubjectsQuery,
  SubjectSummary,
  SweepReport,
  TeamScorecard,
  Trend,
  TrendQuery,
  Work,
  WorkQuery,
} from './schemas';
import {
  CompletionFilter,
  Completions,
  CompletionsQuery,
  CompletionsReport,
  SubjectTraining,
  SubjectTrainingQuery,
  TrainingGapFilter,
  TrainingGaps,
  TrainingGapsQuery,
  UploadCompletions,
} from './training';

/** The head that somebody else wrote while the author was editing: nothing was written, nothing is lost. */
export class RevisionConflictError extends Error {
  name = 'RevisionConflictError';

  constructor(readonly head: RevisionView) {
    super(
      `Revision ${head.revision} was written meanwhile by ${head.author}: compare it with yours, then save again.`,
    );
  }
}

/** The HTTP API of AI governance. Entity references are full: `kind:namespace/name`. */
export interface AiGovernanceApi {
  subjects(query?: SubjectsQuery): Promise<Page<SubjectSummary>>;
  /** The same list as CSV, whole. */
  subjectsCsv(filter?: SubjectFilter & AsOfQuery): Promise<Blob>;
  facets(query?: AsOfQuery): Promise<SubjectFacets>;
  /** @throws ResponseError 404 when it is not governed, or the reader may not read it */
  posture(ref: string, query?: AsOfQuery): Promise<SubjectPosture>;
  /** Observes the entity in the catalog and evaluates it now. @throws as `posture` */
  refresh(ref: string): Promise<SubjectPosture>;
  /** Confirms that it is what had another name, whose history it carries on. */
  continueHistory(ref: string, request: ContinueRequest): Promise<RevisionView>;
  records<T = Record<string, unknown>>(
    ref: string,
    options?: { type?: string; asOf?: string },
  ): Promise<RevisionView<T>[]>;
  /** @throws RevisionConflictError when `baseRevision` is not the latest */
  append(ref: string, request: AppendRequest): Promise<RevisionView>;
  /** Newest first. */
  revisions<T = Record<string, unknown>>(
    recordId: string,
  ): Promise<RevisionView<T>[]>;
  register<T = Record<string, unknown>>(
    query: RegisterQuery,
  ): Promise<Page<RegisterEntry<T>>>;
  /** The same register as CSV, whole. */
  registerCsv(query: Omit<RegisterQuery, 'limit' | 'cursor'>): Promise<Blob>;
  /** The register of risks: a scenario a row, the gravest first unless told. */
  risks(query?: RisksQuery): Promise<Page<Risk>>;
  /** The same as CSV, whole. */
  risksCsv(query: Omit<RisksQuery, 'limit' | 'cursor'>): Promise<Blob>;
  /** Confirms many entries at once; what is refused stops nothing else. */
  confirmMany(request: BulkConfirmationsRequest): Promise<BulkConfirmations>;
  /** Gives many treatments or corrective actions an owner and a due date; what is refused stops nothing else. */
  assignMany(request: BulkAssignmentsRequest): Promise<BulkAssignments>;
  /** Gives many systems an owning team, or says what that would change; what comes from a file is named with what to write there. */
  assignOwners(request: BulkOwnersRequest): Promise<BulkOwners>;
  /** Takes a spreadsheet into assessments, or says what that would do. @throws ResponseError 400 when it cannot be read or the mapping does not fit */
  importRecords(request: BulkRecordsRequest): Promise<BulkRecords>;
  /** What was asked for and decided on a subject, newest first, each with its standing now. */
  decisions(ref: string): Promise<SubjectDecisions>;
  /** What went wrong with a subject and became of it, what is not settled first. */
  cases(ref: string): Promise<Case[]>;
  /** The case that a record belongs to. @throws ResponseError 404 when it belongs to none */
  caseOf(ref: string, recordId: string): Promise<Case>;
  /** Who may decide on a subject, and why others may not. */
  deciders(ref: string, query: DecidersQuery): Promise<Deciders>;
  /** What is not as it was when a decision was made, with both texts. */
  changedSince(recordId: string): Promise<ChangedSince>;
  /** What the caller has to do, by date and tier. */
  work(query?: WorkQuery): Promise<Work>;
  /** The same as calendar entries (RFC 5545). */
  workCalendar(): Promise<Blob>;
  /** The policy in force. */
  policy(): Promise<PolicyView>;
  /** Each version that was loaded, newest first. */
  policyVersions(): Promise<RevisionView[]>;
  organizationPosture(query?: AsOfQuery): Promise<OrganizationPosture>;
  /** Records of the organization of one type. @throws ResponseError 403 without `ai-governance.organization.read` */
  organizationRecords<T = Record<string, unknown>>(
    query: OrganizationRecordsQuery,
  ): Promise<Page<OrganizationEntry<T>>>;
  /** The same list as CSV, whole. */
  organizationRecordsCsv(
    query: Omit<OrganizationRecordsQuery, 'limit' | 'cursor'>,
  ): Promise<Blob>;
  /** What looks like AI in the catalog and is not registered, of what the caller may read there. */
  discovered(query?: DiscoveredQuery): Promise<DiscoveredPage>;
  /** The same list as CSV, whole. */
  discoveredCsv(
    query?: Omit<DiscoveredQuery, 'limit' | 'cursor'>,
  ): Promise<Blob>;
  /** The AI that an entity of the catalog rests on, also through others. @throws ResponseError 404 when the caller may not read it */
  restsOn(ref: string): Promise<GraphList>;
  /** What rests on an entity of the catalog, at any distance. @throws as `restsOn` */
  resting(ref: string): Promise<RestingList>;
  /** The same list as CSV. @throws as `restsOn` */
  restingCsv(ref: string): Promise<Blob>;
  /** @throws as `append` */
  appendToOrganization(request: AppendRequest): Promise<RevisionView>;
  /** What a person has stated of themselves. @throws ResponseError 403 for others without `ai-governance.people.read` */
  personRecords<T = Record<string, unknown>>(
    ref: string,
    options?: { type?: string },
  ): Promise<RevisionView<T>[]>;
  /** Of oneself; and training of others, by `ai-governance.training.append`. @throws as `append` */
  appendToPerson(ref: string, request: AppendRequest): Promise<RevisionView>;
  /**
   * Registers an AI system without a repository; the catalog has it some seconds later.
   * @throws ResponseError 409 when the name is taken, 403 without `ai-governance.system.register`
   */
  registerSystem(request: RegisterRequest): Promise<RegistrationView>;
  /** @throws RevisionConflictError when `baseRevision` is not the latest; ResponseError 404 when there is none that the caller may read */
  reviseRegistration(
    ref: string,
    request: ReviseRegistration,
  ): Promise<RegistrationView>;
  /** Those that the caller may read, and those that they wrote last, in the order of their references. */
  registrations(query?: RegistrationsQuery): Promise<Page<RegistrationView>>;
  organizationScorecard(query?: AsOfQuery): Promise<OrganizationScorecard>;
  /** Totals through time, by default of the year until now. */
  organizationTrend(query?: TrendQuery): Promise<Trend['items']>;
  /** Every group that owns a subject the reader may see, itself or below it. */
  teamScorecards(query?: AsOfQuery): Promise<TeamScorecard[]>;
  /** One family of controls, control by control, for every such group. @throws ResponseError 404 when there is no such family */
  familyScorecard(
    family: string,
    query?: FamilyScorecardQuery,
  ): Promise<FamilyScorecard>;
  /** Scorecards that have a name, with what they add up to. */
  namedScorecards(query?: NamedScorecardQuery): Promise<NamedScorecard[]>;
  /** One of them, by control. @throws ResponseError 404 when there is none */
  namedScorecard(
    id: string,
    query?: NamedScorecardQuery,
  ): Promise<NamedScorecardDetail>;
  /** A group that owns nothing has an empty scorecard. @throws ResponseError 404 when the group is unknown */
  teamScorecard(ref: string, query?: AsOfQuery): Promise<TeamScorecard>;
  /** As `organizationTrend`, of a group with everything below it. @throws as `teamScorecard` */
  teamTrend(ref: string, query?: TrendQuery): Promise<Trend['items']>;
  controls(): Promise<ControlView[]>;
  /** Every framework with how many of its requirements stand how. */
  frameworks(query?: CoverageQuery): Promise<FrameworkView[]>;
  /** @throws ResponseError 404 when there is no such framework */
  coverage(framework: string, query?: CoverageQuery): Promise<Coverage>;
  /** The same list as CSV, whole. */
  coverageCsv(framework: string, query?: CoverageQuery): Promise<Blob>;
  /** Of Annex A of ISO/IEC 42001. @throws ResponseError 403 for who may not read the records of the organization */
  statementOfApplicability(): Promise<StatementOfApplicability['items']>;
  /** The same list as CSV, whole. */
  statementOfApplicabilityCsv(): Promise<Blob>;
  /** Risks and threats that systems of AI are known to have, the same for everybody. */
  riskLibrary(query?: RiskLibraryQuery): Promise<RiskLibraryPage>;
  /** What of the library speaks for a subject, and why. @throws as `posture` */
  riskSuggestions(ref: string): Promise<RiskSuggestions>;
  inventory(): Promise<InventoryStatus>;
  /** Sweeps the catalog now. @throws ResponseError 403 without `ai-governance.inventory.sweep` */
  sweep(options?: { takeVanished?: boolean }): Promise<SweepReport>;
  verifyLedger(streamRef?: string): Promise<LedgerVerificationView>;
  /** Signed ends of the ledger, the newest first. @throws ResponseError 403 without `ai-governance.ledger.verify` */
  checkpoints(query?: CheckpointsQuery): Promise<Checkpoint[]>;
  /** One with the ends of all streams, as lines of JSON. @throws as `checkpoints`, 404 when there is none of that number */
  checkpointFile(number: number): Promise<Blob>;
  /** How what runs by itself is doing. @throws ResponseError 403 without `ai-governance.health.read` */
  health(): Promise<Health>;
  /** What became of each register that the catalog imports. @throws ResponseError 403 without `ai-governance.imports.read` */
  imports(): Promise<ImportReport[]>;
  /** The refused and doubtful rows of one register. @throws as `imports`, and 404 when there is no such register */
  importIssues(id: string, query?: ImportIssuesQuery): Promise<ImportIssues>;
  /** Who has a part in a subject, and which of the courses that it asks for they hold. @throws as `posture` */
  subjectTraining(
    ref: string,
    query?: SubjectTrainingQuery,
  ): Promise<SubjectTraining>;
  /** Who lacks which course, over the subjects that the reader may see. */
  trainingGaps(query?: TrainingGapsQuery): Promise<TrainingGaps>;
  trainingGapsCsv(filter?: TrainingGapFilter): Promise<Blob>;
  /** The register of completions. @throws ResponseError 403 without `ai-governance.people.read` */
  completions(query?: CompletionsQuery): Promise<Completions>;
  completionsCsv(filter?: CompletionFilter): Promise<Blob>;
  /** Records the completions of a file. @throws ResponseError 403 without `ai-governance.training.append` */
  uploadCompletions(upload: UploadCompletions): Promise<CompletionsReport>;
}

type Query = Record<string, unknown>;
interface RequestOptions {
  /** Whose API it is. Default: ai-governance. */
  plugin?: string;
  method?: string;
  query?: Query;
  body?: unknown;
  headers?: Record<string, string>;
}

/** The registers are read by a module of the catalog. */
const importsPath = '/ai-system/imports';
const organizationPath = '/organization/records';

/**
 * Works wherever there is a `fetch` that signs in: the portal's `fetchApi`, or one with a token.
 * Every call throws a ResponseError of `@backstage/errors` when the answer is no success.
 */
export class AiGovernanceClient implements AiGovernanceApi {
  readonly #discovery: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#discovery = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  subjects(query: SubjectsQuery = {}) {
    return this.#json<Page<SubjectSummary>>('/subjects', { query });
  }

  subjectsCsv(filter: SubjectFilter & AsOfQuery = {}) {
    return this.#csv('/subjects', filter);
  }

  facets(query: AsOfQuery = {}) {
    return this.#json<SubjectFacets>('/subjects/facets', { query });
  }

  posture(ref: string, query: AsOfQuery = {}) {
    return this.#json<SubjectPosture>(subjectPath(ref), { query });
  }

  refresh(ref: string) {
    return this.#json<SubjectPosture>(`${subjectPath(ref)}/refresh`, {
      method: 'POST',
    });
  }

  continueHistory(ref: string, request: ContinueRequest) {
    return this.#json<RevisionView>(`${subjectPath(ref)}/continuation`, {
      method: 'POST',
      body: request,
    });
  }

  async records<T>(
    ref: string,
    options: { type?: string; asOf?: string } = {},
  ) {
    const page = await this.#json<Page<RevisionView<T>>>(
      `${subjectPath(ref)}/records`,
      { query: options },
    );
    return page.items;
  }

  append(ref: string, request: AppendRequest) {
    return this.#json<RevisionView>(`${subjectPath(ref)}/records`, {
      method: 'POST',
      body: request,
    });
  }

  async revisions<T>(recordId: string) {
    const page = await this.#json<Page<RevisionView<T>>>(
      `/records/${encodeURIComponent(recordId)}/revisions`,
    );
    return page.items;
  }

  register<T>(query: RegisterQuery) {
    return this.#json<Page<RegisterEntry<T>>>('/records', { query });
  }

  registerCsv(query: Omit<RegisterQuery, 'limit' | 'cursor'>) {
    return this.#csv('/records', query);
  }

  risks(query: RisksQuery = {}) {
    return this.#json<Page<Risk>>('/risks', { query });
  }

  risksCsv(query: Omit<RisksQuery, 'limit' | 'cursor'>) {
    return this.#csv('/risks', query);
  }

  confirmMany(request: BulkConfirmationsRequest) {
    return this.#json<BulkConfirmations>('/bulk/confirmations', {
      method: 'POST',
      body: request,
    });
  }

  assignMany(request: BulkAssignmentsRequest) {
    return this.#json<BulkAssignments>('/bulk/assignments', {
      method: 'POST',
      body: request,
    });
  }

  assignOwners(request: BulkOwnersRequest) {
    return this.#json<BulkOwners>('/bulk/owners', {
      method: 'POST',
      body: request,
    });
  }

  importRecords(request: BulkRecordsRequest) {
    return this.#json<BulkRecords>('/bulk/records', {
      method: 'POST',
      body: request,
    });
  }

  decisions(ref: string) {
    return this.#json<SubjectDecisions>(`${subjectPath(ref)}/decisions`);
  }

  async cases(ref: string) {
    const page = await this.#json<Page<Case>>(`${subjectPath(ref)}/cases`);
    return page.items;
  }

  caseOf(ref: string, recordId: string) {
    return this.#json<Case>(
      `${subjectPath(ref)}/cases/${encodeURIComponent(recordId)}`,
    );
  }

  deciders(ref: string, query: DecidersQuery) {
    return this.#json<Deciders>(`${subjectPath(ref)}/deciders`, { query });
  }

  changedSince(recordId: string) {
    return this.#json<ChangedSince>(
      `/records/${encodeURIComponent(recordId)}/changed-since`,
    );
  }

  work(query: WorkQuery = {}) {
    return this.#json<Work>('/work', { query });
  }

  async workCalendar() {
    const response = await this.#request('/work/calendar');
    return response.blob();
  }

  policy() {
    return this.#json<PolicyView>('/policy');
  }

  async policyVersions() {
    const { items } = await this.#json<Page<RevisionView>>('/policy/versions');
    return items;
  }

  organizationPosture(query: AsOfQuery = {}) {
    return this.#json<OrganizationPosture>('/organization', { query });
  }

  organizationRecords<T>(query: OrganizationRecordsQuery) {
    return this.#json<Page<OrganizationEntry<T>>>(organizationPath, { query });
  }

  organizationRecordsCsv(
    query: Omit<OrganizationRecordsQuery, 'limit' | 'cursor'>,
  ) {
    return this.#csv(organizationPath, query);
  }

  discovered(query: DiscoveredQuery = {}) {
    return this.#json<DiscoveredPage>('/discovered', { query });
  }

  discoveredCsv(query: Omit<DiscoveredQuery, 'limit' | 'cursor'> = {}) {
    return this.#csv('/discovered', query);
  }

  restsOn(ref: string) {
    return this.#json<GraphList>(`${graphPath(ref)}/rests-on`);
  }

  resting(ref: string) {
    return this.#json<RestingList>(`${graphPath(ref)}/resting`);
  }

  restingCsv(ref: string) {
    return this.#csv(`${graphPath(ref)}/resting`, {});
  }

  appendToOrganization(request: AppendRequest) {
    return this.#json<RevisionView>(organizationPath, {
      method: 'POST',
      body: request,
    });
  }

  async personRecords<T>(ref: string, options: { type?: string } = {}) {
    const { items } = await this.#json<Page<RevisionView<T>>>(
      `${personPath(ref)}/records`,
      { query: options },
    );
    return items;
  }

  appendToPerson(ref: string, request: AppendRequest) {
    return this.#json<RevisionView>(`${personPath(ref)}/records`, {
      method: 'POST',
      body: request,
    });
  }

  registerSystem(request: RegisterRequest) {
    return this.#json<RegistrationView>('/registrations', {
      method: 'POST',
      body: request,
    });
  }

  reviseRegistration(ref: string, request: ReviseRegistration) {
    const { namespace, name } = parseEntityRef(ref);
    return this.#json<RegistrationView>(
      `/registrations/${pathOf(namespace, name)}`,
      { method: 'POST', body: request },
    );
  }

  registrations(query: RegistrationsQuery = {}) {
    return this.#json<Page<RegistrationView>>('/registrations', { query });
  }

  organizationScorecard(query: AsOfQuery = {}) {
    return this.#json<OrganizationScorecard>('/scorecards/organization', {
      query,
    });
  }

  async organizationTrend(query: TrendQuery = {}) {
    const { items } = await this.#json<Trend>(
      '/scorecards/organization/trend',
      { query },
    );
    return items;
  }

  async teamScorecards(query: AsOfQuery = {}) {
    const { items } = await this.#json<{ items: TeamScorecard[] }>(
      '/scorecards/teams',
      { query },
    );
    return items;
  }

  familyScorecard(family: string, query: FamilyScorecardQuery = {}) {
    return this.#json<FamilyScorecard>(
      // in capitals, as families are called
      `/scorecards/families/${encodeURIComponent(family)}`,
      { query },
    );
  }

  async namedScorecards(query: NamedScorecardQuery = {}) {
    const { items } = await this.#json<{ items: NamedScorecard[] }>(
      '/scorecards/named',
      { query },
    );
    return items;
  }

  namedScorecard(id: string, query: NamedScorecardQuery = {}) {
    return this.#json<NamedScorecardDetail>(`/scorecards/named/${pathOf(id)}`, {
      query,
    });
  }

  teamScorecard(ref: string, query: AsOfQuery = {}) {
    return this.#json<TeamScorecard>(teamPath(ref), { query });
  }

  async teamTrend(ref: string, query: TrendQuery = {}) {
    const { items } = await this.#json<Trend>(`${teamPath(ref)}/trend`, {
      query,
    });
    return items;
  }

  async frameworks(query: CoverageQuery = {}) {
    const { items } = await this.#json<{ items: FrameworkView[] }>(
      '/frameworks',
      { query },
    );
    return items;
  }

  coverage(framework: string, query: CoverageQuery = {}) {
    return this.#json<Coverage>(`/frameworks/${pathOf(framework)}/coverage`, {
      query,
    });
  }

  coverageCsv(framework: string, query: CoverageQuery = {}) {
    return this.#csv(`/frameworks/${pathOf(framework)}/coverage`, query);
  }

  async statementOfApplicability() {
    const { items } = await this.#json<StatementOfApplicability>(
      '/organization/applicability',
    );
    return items;
  }

  statementOfApplicabilityCsv() {
    return this.#csv('/organization/applicability', {});
  }

  async controls() {
    const { items } = await this.#json<{ items: ControlView[] }>('/controls');
    return items;
  }

  riskLibrary(query: RiskLibraryQuery = {}) {
    return this.#json<RiskLibraryPage>('/risk-library', { query });
  }

  riskSuggestions(ref: string) {
    return this.#json<RiskSuggestions>(`${subjectPath(ref)}/risk-suggestions`);
  }

  inventory() {
    return this.#json<InventoryStatus>('/inventory');
  }

  sweep(options: { takeVanished?: boolean } = {}) {
    return this.#json<SweepReport>('/inventory/sweep', {
      method: 'POST',
      body: options,
    });
  }

  verifyLedger(streamRef?: string) {
    return this.#json<LedgerVerificationView>('/ledger/verify', {
      query: { stream: streamRef },
    });
  }

  async checkpoints(query: CheckpointsQuery = {}) {
    const { items } = await this.#json<{ items: Checkpoint[] }>(
      '/ledger/checkpoints',
      {
        query: { before: query.before as number, limit: query.limit as number },
      },
    );
    return items;
  }

  async checkpointFile(number: number) {
    const response = await this.#request(`/ledger/checkpoints/${number}`);
    return response.blob();
  }

  health() {
    return this.#json<Health>('/health');
  }

  async imports() {
    const { items } = await this.#json<{ items: ImportReport[] }>(importsPath, {
      plugin: 'catalog',
    });
    return items;
  }

  importIssues(id: string, query: ImportIssuesQuery = {}) {
    return this.#json<ImportIssues>(
      `${importsPath}/${encodeURIComponent(id)}/issues`,
      { plugin: 'catalog', query },
    );
  }

  subjectTraining(ref: string, query: SubjectTrainingQuery = {}) {
    return this.#json<SubjectTraining>(`${subjectPath(ref)}/training`, {
      query,
    });
  }

  trainingGaps(query: TrainingGapsQuery = {}) {
    return this.#json<TrainingGaps>('/training/gaps', { query });
  }

  trainingGapsCsv(filter: TrainingGapFilter = {}) {
    return this.#csv('/training/gaps', filter);
  }

  completions(query: CompletionsQuery = {}) {
    return this.#json<Completions>('/training', { query });
  }

  completionsCsv(filter: CompletionFilter = {}) {
    return this.#csv('/training', filter);
  }

  uploadCompletions(upload: UploadCompletions) {
    return this.#json<CompletionsReport>('/training/completions', {
      method: 'POST',
      body: upload,
    });
  }

  async #json<T>(path: string, options: RequestOptions = {}): Promise<T> {
    const response = await this.#request(path, options);
    return response.json();
  }

  async #csv(path: string, query: Query) {
    const response = await this.#request(path, {
      query,
      headers: { accept: 'text/csv' },
    });
    return response.blob();
  }

  async #request(
    path: string,
    options: RequestOptions = {},
  ): Promise<Response> {
    const { plugin = 'ai-governance', method = 'GET' } = options;
    const { query, body, headers } = options;
    const base = await this.#discovery.getBaseUrl(plugin);
    const url = `${base}${path}${queryString(query)}`;
    const response = await this.#fetchApi.fetch(url, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (response.ok) return response;
    if (response.status === 409) {
      // a proxy in between may answer with what is no JSON
      const conflict = await response
        .clone()
        .json()
        .catch(() => undefined);
      if (conflict?.head) throw new RevisionConflictError(conflict.head);
    }
    throw await ResponseError.fromResponse(response);
  }
}

function subjectPath(ref: string) {
  const { kind, namespace, name } = parseEntityRef(ref);
  return `/subjects/${pathOf(kind, namespace, name)}`;
}

function graphPath(ref: string) {
  const { kind, namespace, name } = parseEntityRef(ref);
  return `/graph/${pathOf(kind, namespace, name)}`;
}

function personPath(ref: string) {
  const { namespace, name } = parseEntityRef(ref, { defaultKind: 'user' });
  return `/people/${pathOf(namespace, name)}`;
}

function teamPath(ref: string) {
  const { namespace, name } = parseEntityRef(ref, { defaultKind: 'group' });
  return `/scorecards/teams/${pathOf(namespace, name)}`;
}

function pathOf(...parts: string[]) {
  return parts
    .map(part => encodeURIComponent(part.toLocaleLowerCase('en-US')))
    .join('/');
}

function queryString(query: Query = {}) {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    for (const one of [value].flat()) params.append(key, String(one));
  }
  const text = params.toString();
  return text && `?${text}`;
}
