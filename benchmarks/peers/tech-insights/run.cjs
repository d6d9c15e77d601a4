// Runs Tech Insights over the facts it is given: its own tables, its own classes, its own route. `node run.cjs <input.json> <output.json>`.
const { readFileSync, writeFileSync } = require('node:fs');
const {
  createRouter,
  initializePersistenceContext,
} = require('@backstage-community/plugin-tech-insights-backend');
const {
  JsonRulesEngineFactCheckerFactory,
} = require('@backstage-community/plugin-tech-insights-backend-module-jsonfc');
const { ConfigReader } = require('@backstage/config');
const express = require('express');
const createKnex = require('knex');
const { peakMb } = require('../peakMb.cjs');

const RETRIEVER = 'ai-governance';
const is = (fact, operator, value) => ({ fact, operator, value });
const yes = fact => is(fact, 'equal', true);
const all = (...conditions) => ({ all: conditions });
const any = (...conditions) => ({ any: conditions });

// What each control of ours asks; what is not asked holds.
const holds = {
  'INV-01': all(
    is('ownerKind', 'in', ['group', 'user']),
    yes('ownerPresent'),
    any(is('ownerKind', 'equal', 'user'), is('ownerMembers', 'greaterThan', 0)),
  ),
  'INV-02': any(is('tier', 'equal', 'minimal'), yes('accountablePresent')),
  'INV-03': is('purposeLength', 'greaterThan', 0),
  'INV-04': all(
    is('classification', 'notEqual', ''),
    yes('categoriesDeclared'),
  ),
  'INV-05': any(
    is('sourcing', 'equal', 'vendor-feature'),
    all(yes('sourcesDeclared'), is('sourcesMissing', 'equal', 0)),
  ),
  'INV-06': is('questionsOpen', 'equal', 0),
  'INV-07': is('models', 'greaterThan', 0),
  'DOC-01': all(
    is('useUsersLength', 'greaterThan', 0),
    is('useInScopeLength', 'greaterThan', 0),
    is('useOutOfScopeLength', 'greaterThan', 0),
  ),
  'DOC-02': all(
    is('useLimitationsLength', 'greaterThan', 0),
    is('useAssumptionsLength', 'greaterThan', 0),
  ),
  'DOC-06': all(
    is('changedSinceUse', 'equal', false),
    is('useDueInMs', 'greaterThan', 0),
  ),
  'RSK-01': any(
    is('tier', 'equal', 'minimal'),
    all(
      is('scenarios', 'greaterThan', 0),
      is('changedSinceRisk', 'equal', false),
      is('riskDueInMs', 'greaterThan', 0),
    ),
  ),
  'RSK-02': is('untreatedAboveTolerance', 'equal', 0),
};
const checks = Object.entries(holds).map(([id, condition]) => ({
  id,
  type: 'json-rules-engine',
  name: id,
  description: id,
  factIds: [RETRIEVER],
  rule: { conditions: any(is('lifecycle', 'equal', 'retired'), condition) },
}));

async function main([input, output]) {
  const { connection, subjects } = JSON.parse(readFileSync(input, 'utf8'));
  const knex = createKnex({
    client: 'pg',
    connection,
    pool: { min: 0, max: 10 },
  });
  let queries = 0;
  knex.on('query', () => (queries += 1));
  const silent = () => {};
  const logger = {
    debug: silent,
    info: silent,
    warn: silent,
    error: console.error,
    child: () => logger,
  };
  const persistenceContext = await initializePersistenceContext(
    { getClient: async () => knex },
    { logger },
  );
  const store = persistenceContext.techInsightsStore;
  await store.insertFactSchema({
    id: RETRIEVER,
    version: '1.0.0',
    schema: Object.fromEntries(
      Object.entries(subjects[0].facts).map(([name, value]) => [
        name,
        {
          type: { number: 'integer' }[typeof value] ?? typeof value,
          description: name,
        },
      ]),
    ),
  });
  await store.insertFacts({
    id: RETRIEVER,
    facts: subjects.map(({ entity, facts }) => ({ entity, facts })),
  });
  await knex.raw('analyze');

  const factChecker = new JsonRulesEngineFactCheckerFactory({
    checks,
    logger,
  }).construct(store);
  const app = express();
  app.use(
    await createRouter({
      persistenceContext,
      factChecker,
      logger,
      config: new ConfigReader({}),
      permissions: { authorize: async () => [{ result: 'ALLOW' }] },
      httpAuth: { credentials: async () => ({}) },
    }),
  );
  const server = await new Promise(resolve => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const costs = [];
  let answer;
  for (let i = 0; i < 3; i++) {
    queries = 0;
    const began = performance.now();
    const response = await fetch(
      `http://127.0.0.1:${server.address().port}/checks/run`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ entities: [] }), // all
      },
    );
    answer = await response.json();
    costs.push({
      ms: performance.now() - began,
      queries,
      peakMb: peakMb(),
    });
  }
  const results = {};
  for (const { entity, results: found } of answer) {
    results[entity] = Object.fromEntries(
      found.map(({ check, result }) => [check.id, result]),
    );
  }
  writeFileSync(output, JSON.stringify({ costs, results }));
  server.close();
  await knex.destroy();
}

main(process.argv.slice(2)).catch(error => {
  console.error(error);
  process.exitCode = 1;
});
