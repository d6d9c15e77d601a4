// The process that is measured: the plugin in a backend of its own, or its parts. Takes one command a message, and answers with what it cost.
import { existsSync, readFileSync } from 'node:fs';
import {
  coreServices,
  createServiceFactory,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { instant } from 'backstage-plugin-ai-governance-common';
import {
  Clock,
  databaseClock,
} from '../plugins/ai-governance-backend/src/database/clock';
import { migrate } from '../plugins/ai-governance-backend/src/database/migrate';
import { Inventory } from '../plugins/ai-governance-backend/src/inventory/Inventory';
import { DatabaseLedger } from '../plugins/ai-governance-backend/src/ledger/DatabaseLedger';
import { createAiGovernancePlugin } from '../plugins/ai-governance-backend/src/plugin';
import { drain } from '../plugins/ai-governance-backend/src/posture/drain';
import { Evaluator } from '../plugins/ai-governance-backend/src/posture/Evaluator';
import {
  markAppended,
  markChanged,
} from '../plugins/ai-governance-backend/src/posture/markChanged';
import { company, policy } from './company';
import { connect } from './database';
import { conditionalReader, memoryCatalog } from './memoryCatalog';

/** Largest resident memory of this process so far. Linux counts that of the parent into maxRSS, so its own book is read there. */
function peakMb(): number {
  const kilobytes = existsSync('/proc/self/status')
    ? /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    : undefined;
  return Number(kilobytes ?? process.resourceUsage().maxRSS) / 1024;
}

const { place, systems } = JSON.parse(process.env.BENCHMARK!);
const knex = connect(place);
let queries = 0;
knex.on('query', () => (queries += 1));

const logger = quiet();
function quiet(): any {
  const silent = () => {};
  const made: any = {
    error: (...args: unknown[]) => console.error(...args),
    warn: silent,
    info: silent,
    debug: silent,
    child: () => made,
  };
  return made;
}
const catalog = memoryCatalog(company(systems));

const ledger = DatabaseLedger.create({
  knex,
  onAppended: markAppended,
});
/** The catalog was swept a day ago, so that there is a past to ask for. */
const clockThen: Clock = async knexOrTx =>
  instant(Date.parse(await databaseClock(knexOrTx)) - 24 * 3600 * 1000);
const inventory = Inventory.create({
  knex,
  ledger: DatabaseLedger.create({
    knex,
    clock: clockThen,
    onAppended: markAppended,
  }),
  catalog,
  auth: mockServices.auth(),
  logger,
  clock: clockThen,
  onChanged: markChanged,
});
const evaluator = Evaluator.create({
  knex,
  ledger,
  policy,
  clock: databaseClock,
  logger,
});

const decide = async (requests: any[], { credentials }: any) =>
  requests.map(({ permission }) =>
    permission.name === catalogEntityReadPermission.name &&
    credentials.principal.userEntityRef === conditionalReader
      ? {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'catalog',
          resourceType: 'catalog-entity',
          conditions: {
            rule: 'IS_ENTITY_OWNER',
            resourceType: 'catalog-entity',
            params: { claims: [conditionalReader] },
          },
        }
      : { result: AuthorizeResult.ALLOW },
  );

const service = (ref: any, instance: unknown) =>
  createServiceFactory({
    service: ref,
    deps: {},
    factory: () => instance as any,
  });

async function start() {
  const backend = await startTestBackend({
    features: [
      createAiGovernancePlugin(),
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: { aiGovernance: { policy: policy as any } },
      }),
      service(coreServices.permissions, {
        authorize: decide,
        authorizeConditional: decide,
      } as unknown as PermissionsService),
      service(coreServices.scheduler, {
        // sweeps are measured by themselves
        scheduleTask: async () => {},
      }),
      service(catalogServiceRef, catalog),
      service(signalsServiceRef, { publish: async () => {} }),
    ],
  });
  return { port: backend.server.port() };
}

const CLIENTS = 8;

/** Appends a thousand changes to a hundred streams, several at once. */
async function appendAtOnce() {
  const streams = await knex('streams')
    .where({ kind: 'subject' })
    .orderBy('id')
    .limit(100)
    .pluck('id');
  const ms: number[] = [];
  let next = 0;
  const client = async () => {
    for (let i = next++; i < 1000; i = next++) {
      const began = performance.now();
      await ledger.append(streams[i % streams.length], {
        type: 'change',
        data: { kind: 'model', title: `Change ${i}`, why: 'It drifted.' },
        author: 'user:default/person-1',
      });
      ms.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return { ms };
}

const commands: Record<string, () => Promise<unknown>> = {
  migrate: () => migrate(knex),
  sweep: () => inventory.sweep(),
  mark: async () =>
    knex.transaction(async tx =>
      markChanged(tx, ['policy'], await databaseClock(tx)),
    ),
  evaluate: async () => {
    const evaluated = await drain(evaluator);
    return { evaluated };
  },
  verify: () => ledger.verify(),
  append: appendAtOnce,
  start,
  count: async () => ({ queries }),
  stop: async () => {
    await knex.destroy();
    setImmediate(() => process.exit(0));
  },
};

process.on('message', async ({ command }: { command: string }) => {
  queries = command === 'count' ? queries : 0;
  const began = performance.now();
  try {
    const answer = await commands[command]();
    const ms = performance.now() - began;
    process.send!({
      type: 'done',
      answer,
      ms,
      queries,
      peakMb: peakMb(),
    });
    if (command === 'count') queries = 0;
  } catch (error) {
    process.send!({ type: 'failed', error: String((error as Error).stack) });
  }
});
process.send!({ type: 'ready' });
