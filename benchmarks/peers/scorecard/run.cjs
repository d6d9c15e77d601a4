// Runs the Scorecard plugin over the results it is given: its own tables, its own scheduled task, its own route. `node run.cjs <input.json> <output.json>`.
const { readFileSync, writeFileSync } = require('node:fs');
const { createBackend } = require('@backstage/backend-defaults');
const {
  coreServices,
  createBackendModule,
  createServiceFactory,
} = require('@backstage/backend-plugin-api');
const { ConfigReader } = require('@backstage/config');
const { catalogServiceRef } = require('@backstage/plugin-catalog-node');
const {
  scorecardMetricsExtensionPoint,
} = require('@red-hat-developer-hub/backstage-plugin-scorecard-node');
const createKnex = require('knex');
const { peakMb } = require('../peakMb.cjs');

const USER = 'user:default/reader';
const GROUP = 'group:default/company';
const PREFIX = 'governance.';

const [inputFile, outputFile] = process.argv.slice(2);
const { connection, port, states, controls, subjects, times, again } =
  JSON.parse(readFileSync(inputFile, 'utf8'));

const knex = createKnex({
  client: 'pg',
  connection,
  pool: { min: 0, max: 10 },
});
let queries = 0;
knex.on('query', () => (queries += 1));
let permissionsAsked = 0;

/** Every subject belongs to one group, because only groups of which somebody is a direct member count here. */
const entities = subjects.map(({ name }) => ({
  apiVersion: 'ai-governance/v1alpha1',
  kind: 'AISystem',
  metadata: { name, namespace: 'default' },
  spec: { owner: GROUP },
}));
const statesOf = new Map(subjects.map(one => [one.name, one.states]));

/** Answers from memory, as that of ours does. */
const catalog = {
  getEntityByRef: async () => ({
    kind: 'User',
    metadata: { name: 'reader', namespace: 'default' },
    relations: [{ type: 'memberOf', targetRef: GROUP }],
  }),
  async queryEntities({ filter, limit, cursor }) {
    const owner = filter?.['relations.ownedBy'];
    const found = owner && owner !== GROUP ? [] : entities;
    const from = Number(cursor ?? 0);
    const next = from + limit;
    return {
      items: found.slice(from, next),
      totalItems: found.length,
      pageInfo: next < found.length ? { nextCursor: String(next) } : {},
    };
  },
};

/** All controls in one pass over the subjects. A value is the place of the state in the list of states. */
const provider = {
  getProviderDatasourceId: () => 'governance',
  getProviderId: () => `${PREFIX}${controls[0]}`,
  getMetricType: () => 'number',
  getMetricIds: () => controls.map(id => PREFIX + id),
  getMetrics: () =>
    controls.map(id => ({
      id: PREFIX + id,
      title: id,
      description: id,
      type: 'number',
    })),
  getMetric: () => provider.getMetrics()[0],
  getMetricThresholds: () => ({
    rules: states.map((key, i) => ({
      key,
      expression: `==${i}`,
      color: '#ADD8E6',
      icon: 'help',
    })),
  }),
  getCatalogFilter: () => ({ kind: 'AISystem' }),
  calculateMetric: async () => 0,
  calculateMetrics: async ({ metadata }) =>
    new Map(
      controls.map((id, i) => [PREFIX + id, statesOf.get(metadata.name)[i]]),
    ),
};

const tasks = new Map();
const user = {
  $$type: '@backstage/BackstageCredentials',
  principal: { type: 'user', userEntityRef: USER },
};
const allow = async requests => {
  permissionsAsked += requests.length;
  return requests.map(() => ({ result: 'ALLOW' }));
};
const service = (ref, made) =>
  createServiceFactory({ service: ref, deps: {}, factory: () => made });

async function main() {
  const backend = createBackend();
  const quiet = {
    // of a query that PostgreSQL refuses the text is half a megabyte
    error: what => console.error(String(what).slice(-300)),
    warn() {},
    info() {},
    debug() {},
    child: () => quiet,
  };
  const config = new ConfigReader({
    backend: {
      baseUrl: `http://localhost:${port}`,
      listen: { host: '127.0.0.1', port },
      database: { client: 'pg', connection },
    },
  });
  for (const [ref, made] of [
    [coreServices.rootConfig, config],
    [coreServices.rootLogger, quiet],
    [coreServices.database, { getClient: async () => knex }],
    [
      coreServices.permissions,
      { authorize: allow, authorizeConditional: allow },
    ],
    [
      coreServices.httpAuth,
      { credentials: async () => user, issueUserCookie: async () => ({}) },
    ],
    [
      coreServices.scheduler,
      {
        createScheduledTaskRunner: () => ({
          run: async ({ id, fn }) => tasks.set(id, fn),
        }),
        scheduleTask: async ({ id, fn }) => tasks.set(id, fn),
      },
    ],
    [catalogServiceRef, catalog],
  ]) {
    backend.add(service(ref, made));
  }
  backend.add(
    import('@red-hat-developer-hub/backstage-plugin-scorecard-backend'),
  );
  backend.add(
    createBackendModule({
      pluginId: 'scorecard',
      moduleId: 'results',
      register({ registerInit }) {
        registerInit({
          deps: { metrics: scorecardMetricsExtensionPoint },
          init: async ({ metrics }) => metrics.addMetricProvider(provider),
        });
      },
    }),
  );
  await backend.start();

  const cost = async work => {
    queries = 0;
    permissionsAsked = 0;
    const began = performance.now();
    const answer = await work();
    return {
      ms: performance.now() - began,
      queries,
      permissionsAsked,
      peakMb: peakMb(),
      answer,
    };
  };
  const pull = () => cost(tasks.get(provider.getProviderId()));
  const aggregate = id =>
    cost(async () => {
      const response = await fetch(
        `http://127.0.0.1:${port}/api/scorecard/aggregations/${PREFIX}${id}`,
      );
      const body = await response.json();
      return { status: response.status, body };
    });

  const pulls = [await pull()];
  await knex.raw('analyze');
  const found = {};
  for (const id of controls) found[id] = await aggregate(id);
  const reads = [];
  for (let i = 0; i < times; i++) reads.push(await aggregate(controls[0]));
  for (let i = 0; i < again; i++) pulls.push(await pull());
  await knex.raw('analyze');
  const later = [];
  for (let i = 0; again && i < times; i++) {
    later.push(await aggregate(controls[0]));
  }
  const kept = await knex('metric_values').count({ count: '*' }).first();
  writeFileSync(
    outputFile,
    JSON.stringify({ pulls, found, reads, later, rows: Number(kept.count) }),
  );
  process.exit(0);
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
