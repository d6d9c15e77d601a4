import { AuthService, PermissionsService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  Control,
  GovernancePolicy,
  ModelFeed,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { Assignments } from '../bulk/Assignments';
import { Checkpoints } from '../checkpoints/Checkpoints';
import { Signer } from '../checkpoints/Signer';
import { Verification } from '../checkpoints/Verification';
import { Confirmations } from '../bulk/Confirmations';
import { Owners } from '../bulk/Owners';
import { SheetImport } from '../bulk/SheetImport';
import { Requests } from '../decisions/Requests';
import { Statements } from '../decisions/Statements';
import { Schedules } from '../health/healthChecks';
import { TaskRuns } from '../health/TaskRuns';
import { Continuations } from '../continuations/Continuations';
import { Inventory } from '../inventory/Inventory';
import { Ledger } from '../ledger/Ledger';
import { AspectRule } from '../monitoring/aspects';
import { Reports } from '../monitoring/Reports';
import { PolicyVersions } from '../organization/PolicyVersions';
import { Access } from '../permissions/Access';
import { Evaluator } from '../posture/Evaluator';
import { Worker } from '../posture/Worker';
import { OrganizationRecords } from '../registers/OrganizationRecords';
import { Registers } from '../registers/Registers';
import { Risks } from '../registers/Risks';
import { Registrations } from '../registrations/Registrations';
import { FamilyScorecards } from '../scorecards/FamilyScorecards';
import { NamedScorecards } from '../scorecards/NamedScorecards';
import { Scorecards } from '../scorecards/Scorecards';
import { RecordSources } from '../source/RecordSources';
import { Completions } from '../training/Completions';
import { CompletionUploads } from '../training/CompletionUploads';
import { TrainingGaps } from '../training/TrainingGaps';
import { Work } from '../work/Work';

/** What the routes are answered from. */
export interface Services {
  knex: Knex;
  clock: Clock;
  policy: GovernancePolicy;
  /** Those that subjects are judged by, with the levels of the policy. */
  controls: readonly Control[];
  policyVersions: Pick<PolicyVersions, 'current' | 'versions'>;
  ledger: Ledger;
  /** Signed ends of the ledger. */
  checkpoints: Pick<Checkpoints, 'page' | 'lines'>;
  signer: Pick<Signer, 'keptInDatabase'>;
  verification: Pick<Verification, 'whole' | 'stream'>;
  statements: Statements;
  requests: Requests;
  confirmations: Confirmations;
  assignments: Assignments;
  owners: Owners;
  sheetImport: SheetImport;
  /** Whether AI is looked for that nobody has registered. */
  discovers: boolean;
  /** When providers retire their models; undefined: not configured. */
  modelFeed: ModelFeed | undefined;
  /** What tools report of systems at work. */
  reports: Reports;
  /** Which aspects what they measure is about. */
  aspects: readonly AspectRule[];
  inventory: Pick<Inventory, 'observe' | 'status' | 'sweep'>;
  /** How what runs by itself went last, and when it runs. */
  taskRuns: TaskRuns;
  schedules: Schedules;
  recordSources: Pick<RecordSources, 'refresh'>;
  evaluator: Pick<Evaluator, 'evaluateNow'>;
  worker: Pick<Worker, 'poke'>;
  access: Access;
  scorecards: Scorecards;
  namedScorecards: NamedScorecards;
  familyScorecards: FamilyScorecards;
  work: Work;
  completions: Completions;
  completionUploads: CompletionUploads;
  trainingGaps: TrainingGaps;
  /** Where the portal is, if the configuration says it. */
  baseUrl?: string;
  registers: Registers;
  risks: Risks;
  organizationRecords: OrganizationRecords;
  registrations: Registrations;
  continuations: Continuations;
  catalog: CatalogService;
  auth: AuthService;
  permissions: PermissionsService;
}
