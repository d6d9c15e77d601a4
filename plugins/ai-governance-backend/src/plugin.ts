import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
  tracingServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { Control, controlsUnder } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceControlsExtensionPoint } from 'backstage-plugin-ai-governance-node';
import { registerActions } from './actions/registerActions';
import { RouteAnswers } from './actions/RouteAnswers';
import { Assignments } from './bulk/Assignments';
import { Confirmations } from './bulk/Confirmations';
import { Owners } from './bulk/Owners';
import { SheetImport } from './bulk/SheetImport';
import { Checkpoints } from './checkpoints/Checkpoints';
import { scheduleLedgerTasks } from './checkpoints/scheduleLedgerTasks';
import { Signer } from './checkpoints/Signer';
import { Verification } from './checkpoints/Verification';
import { readConfig } from './config/readConfig';
import { Continuations } from './continuations/Continuations';
import { Clock, databaseClock } from './database/clock';
import { migrate } from './database/migrate';
import { keepOpenRequests } from './decisions/openRequests';
import { Requests } from './decisions/Requests';
import { Statements } from './decisions/Statements';
import { TaskRuns } from './health/TaskRuns';
import { createRouter } from './http/createRouter';
import { openApiRoute } from './http/openapi';
import { allRoutes } from './http/routes';
import { Inventory } from './inventory/Inventory';
import { DatabaseLedger } from './ledger/DatabaseLedger';
import { Reports } from './monitoring/Reports';
import { Notices } from './notices/Notices';
import { PolicyVersions } from './organization/PolicyVersions';
import { answering } from './peers/answering';
import { Access } from './permissions/Access';
import { subjectResourceType } from './permissions/registration';
import { Evaluator } from './posture/Evaluator';
import { forgetQuotes } from './posture/forgetQuotes';
import { markAppended, markChanged } from './posture/markChanged';
import { markIfModelFeedChanged } from './posture/markIfModelFeedChanged';
import { markIfPolicyChanged } from './posture/markIfPolicyChanged';
import { Worker } from './posture/Worker';
import { OrganizationRecords } from './registers/OrganizationRecords';
import { Registers } from './registers/Registers';
import { Risks } from './registers/Risks';
import { readFigures } from './scorecards/readFigures';
import { Registrations } from './registrations/Registrations';
import { FamilyScorecards } from './scorecards/FamilyScorecards';
import { NamedScorecards } from './scorecards/NamedScorecards';
import { Scorecards } from './scorecards/Scorecards';
import { PostureSignal } from './signals/PostureSignal';
import { RecordSources } from './source/RecordSources';
import { observeState } from './telemetry/observeState';
import { telemetryOf } from './telemetry/Telemetry';
import { Completions } from './training/Completions';
import { CompletionUploads } from './training/CompletionUploads';
import { keepCompletions } from './training/keepCompletions';
import { TrainingGaps } from './training/TrainingGaps';
import { Work } from './work/Work';

const SWEEP_TASK = 'inventory-sweep';
const NOTICES_TASK = 'notices';
const RECORDS_AS_CODE_TASK = 'records-as-code';

/** The plugin, with a clock of one's own for tests. */
export const createAiGovernancePlugin = (options: { clock?: Clock } = {}) =>
  createBackendPlugin({
    pluginId: 'ai-governance',
    register(reg) {
      const added: Control[] = [];
      reg.registerExtensionPoint(aiGovernanceControlsExtensionPoint, {
        addControl: (...controls) => void added.push(...controls),
      });
      reg.registerInit({
        deps: {
          actionsRegistry: actionsRegistryServiceRef,
          auditor: coreServices.auditor,
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          database: coreServices.database,
          events: eventsServiceRef,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          lifecycle: coreServices.lifecycle,
          logger: coreServices.logger,
          metrics: metricsServiceRef,
          notifications: notificationService,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
          scheduler: coreServices.scheduler,
          signals: signalsServiceRef,
          tracing: tracingServiceRef,
          urlReader: coreServices.urlReader,
        },
        async init(deps) {
          const { auth, logger } = deps;
          const catalog = answering(deps.catalog, 'The catalog');
          const permissions = answering(
            deps.permissions,
            'The permission backend',
          );
          const clock = options.clock ?? databaseClock;
          const { policy, subjects, discovery, modelFeed, aspects, ...others } =
            readConfig(deps.config, added);
          const { sweepSchedule, noticesSchedule, recordsAsCode } = others;
          const { verificationSchedule } = others;
          const controls = controlsUnder(policy, others.controls);

          const knex = await deps.database.getClient();
          if (!deps.database.migrations?.skip) await migrate(knex);

          const telemetry = telemetryOf(deps);
          observeState({ metrics: deps.metrics, knex, clock, logger });

          // what is appended or observed marks what depends on it, in the same transaction, which also keeps what waits for a decision
          const ledger = DatabaseLedger.create({
            knex,
            clock,
            onAppended: async (tx, appended) => {
              await keepOpenRequests(tx, appended);
              await keepCompletions(tx, appended);
              await markAppended(tx, appended);
            },
            onErased: forgetQuotes,
            onFailed: telemetry.appendFailed,
          });
          const inventory = Inventory.create({
            knex,
            ledger,
            catalog,
            auth,
            logger,
            clock,
            ...subjects,
            ...discovery,
            onChanged: markChanged,
          });

          const signal = PostureSignal.create({
            signals: deps.signals,
            logger,
          });
          const evaluator = Evaluator.create({
            knex,
            ledger,
            policy,
            controls,
            modelFeed,
            clock,
            logger,
            onEvaluated: () => signal.changed(),
            telemetry,
          });
          const worker = Worker.create({ evaluator, logger });

          const policyVersions = PolicyVersions.create({
            knex,
            ledger,
            policy,
            clock,
          });
          await policyVersions.record();
          await markIfPolicyChanged(knex, policy, controls, await clock(knex));
          await markIfModelFeedChanged(knex, modelFeed, await clock(knex));

          const access = Access.create({
            knex,
            permissions,
            catalog,
            auth,
            clock,
          });
          deps.permissionsRegistry.addResourceType(
            subjectResourceType({ knex, clock }),
          );

          const recordSources = RecordSources.create({
            knex,
            ledger,
            clock,
            catalog,
            auth,
            logger,
            urlReader: deps.urlReader,
            integrations: ScmIntegrations.fromConfig(deps.config),
            roots: recordsAsCode.roots,
          });

          const taskRuns = TaskRuns.create({ knex, clock, telemetry });
          const signer = Signer.create({ knex, clock, ...others.checkpoints });
          const checkpoints = Checkpoints.create({
            knex,
            clock,
            logger,
            signer,
            ...others.checkpoints,
          });
          const verification = Verification.create({
            knex,
            clock,
            ledger,
            checkpoints,
            taskRuns,
          });
          const requests = Requests.create({ knex, clock, policy, controls });
          const statements = Statements.create({
            knex,
            ledger,
            clock,
            policy,
            controls,
            figures: (tx, at) => readFigures(tx, policy, at),
          });
          const registrations = Registrations.create({
            knex,
            ledger,
            clock,
            catalog,
            auth,
            events: deps.events,
          });
          const bulk = { knex, ledger, clock, policy, access, statements };
          const routes = allRoutes({
            knex,
            clock,
            policy,
            controls,
            policyVersions,
            ledger,
            checkpoints,
            verification,
            statements,
            confirmations: Confirmations.create(bulk),
            assignments: Assignments.create(bulk),
            owners: Owners.create({
              ...bulk,
              catalog,
              auth,
              permissions,
              registrations,
            }),
            sheetImport: SheetImport.create(bulk),
            requests,
            reports: Reports.create({ access, ledger, statements }),
            aspects,
            modelFeed,
            discovers: discovery !== undefined,
            work: Work.create({ knex, clock, policy, controls, requests }),
            baseUrl: deps.config.getOptionalString('app.baseUrl'),
            inventory,
            taskRuns,
            schedules: {
              sweep: sweepSchedule,
              recordsAsCode: recordsAsCode.schedule,
              notices: noticesSchedule,
              verification: verificationSchedule,
              checkpoints: others.checkpoints.schedule,
            },
            signer,
            recordSources,
            evaluator,
            worker,
            access,
            auth,
            catalog,
            permissions,
            scorecards: Scorecards.create({ knex, clock, controls }),
            familyScorecards: FamilyScorecards.create({
              knex,
              clock,
              controls,
            }),
            namedScorecards: NamedScorecards.create({
              knex,
              clock,
              controls,
              definitions: others.scorecards,
            }),
            registers: Registers.create({ knex, clock }),
            risks: Risks.create({ knex, clock, policy }),
            organizationRecords: OrganizationRecords.create({ knex, clock }),
            completions: Completions.create({ knex, clock, policy }),
            completionUploads: CompletionUploads.create({
              knex,
              ledger,
              clock,
              catalog,
              auth,
              policy,
            }),
            trainingGaps: TrainingGaps.create({ knex, clock }),
            registrations,
            continuations: Continuations.create({
              knex,
              ledger,
              clock,
              catalog,
              auth,
              onChanged: markChanged,
            }),
          });
          deps.httpRouter.use(
            createRouter([...routes, openApiRoute(routes)], {
              httpAuth: deps.httpAuth,
              auditor: deps.auditor,
            }),
          );

          registerActions({
            registry: deps.actionsRegistry,
            answers: RouteAnswers.create({ routes, auditor: deps.auditor }),
          });

          await deps.scheduler.scheduleTask({
            ...sweepSchedule,
            id: SWEEP_TASK,
            fn: async () => {
              await telemetry.traced(SWEEP_TASK, () => inventory.sweep());
              worker.poke();
            },
          });
          await deps.scheduler.scheduleTask({
            ...recordsAsCode.schedule,
            id: RECORDS_AS_CODE_TASK,
            fn: async () => {
              const { revisions } = await taskRuns.noted(
                RECORDS_AS_CODE_TASK,
                () => recordSources.readAll(),
              );
              if (revisions > 0) worker.poke();
            },
          });
          if (noticesSchedule) {
            const { notifications } = deps;
            const notices = Notices.create({
              knex,
              clock,
              notifications,
              requests,
              logger,
            });
            await deps.scheduler.scheduleTask({
              ...noticesSchedule,
              id: NOTICES_TASK,
              fn: async () => {
                await taskRuns.noted(
                  NOTICES_TASK,
                  () => notices.tell(),
                  problem => problem,
                );
              },
            });
          }
          await scheduleLedgerTasks({
            scheduler: deps.scheduler,
            logger,
            schedules: {
              verification: verificationSchedule,
              checkpoints: others.checkpoints.schedule,
            },
            checkpoints,
            verification,
            taskRuns,
          });
          deps.lifecycle.addStartupHook(() => worker.start());
          deps.lifecycle.addShutdownHook(async () => {
            signal.stop();
            await worker.stop();
          });
        },
      });
    },
  });

/**
 * AI governance: inventory, ledger, posture, scorecards and their API.
 *
 * @public
 */
export const aiGovernancePlugin = createAiGovernancePlugin();
