import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { TestDatabases } from '@backstage/backend-test-utils';
import { CatalogClient } from '@backstage/catalog-client';
import { ResponseError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { exampleEntities } from './__testUtils__/exampleEntities';
import { intendedUse, limits } from './__testUtils__/startExample';
import {
  Governance,
  startGovernance,
  TestCatalog,
} from './__testUtils__/startGovernance';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** What a catalog says whose own database is gone. It is for its log and for nobody else. */
const ofItsDatabase =
  'select "entity_id" from "final_entities" - connect ECONNREFUSED 10.1.2.3:5432';

const json = (status: number, body: unknown) => (res: ServerResponse) =>
  res
    .writeHead(status, { 'content-type': 'application/json' })
    .end(JSON.stringify(body));
const error = (status: number, name: string, message: string) =>
  json(status, { error: { name, message }, response: { statusCode: status } });

/** How a catalog is away, with what the reader is told of it. */
const ways: Record<
  string,
  { answer?(res: ServerResponse): void; why: string }
> = {
  'has an error of its own': {
    answer: error(500, 'Error', ofItsDatabase),
    why: 'it answers with 500',
  },
  'is starting': {
    answer: error(503, 'ServiceUnavailableError', 'Not ready'),
    why: 'it answers with 503',
  },
  'knows no key of ours': {
    answer: error(401, 'AuthenticationError', 'Illegal token'),
    why: 'it does not let the portal in',
  },
  'is asked too much': {
    answer: error(429, 'Error', 'Too many requests'),
    why: 'it is asked too much',
  },
  'sends what is no JSON': {
    answer: res => res.writeHead(200).end('<html>Bad gateway</html>'),
    why: 'its answer cannot be read',
  },
  'is not there': { why: 'it cannot be reached, or broke off' },
};

/** Sees half of the catalog only, which only the catalog can say. */
const reader = { user: 'user:default/reader' };

describe('a backend whose catalog goes away', () => {
  let knex: Knex;
  let catalog: TestCatalog;
  let governance: Governance;
  let server: Server;
  let answer: (res: ServerResponse) => void;
  let recordId: string;
  /** What the permission backend answers in place of a decision. */
  let undecided: Error | undefined;

  beforeAll(async () => {
    knex = await databases.init('SQLITE_3');
    server = createServer((_: IncomingMessage, res) => answer(res));
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    catalog = new TestCatalog(
      exampleEntities(),
      (user, { metadata }) =>
        user !== reader.user || metadata.name !== 'card-limits',
    );
    governance = await startGovernance({
      knex,
      catalog,
      decide: (user, { name }) => {
        if (undecided) throw undecided;
        return name === 'catalog.entity.read' && user === reader.user
          ? {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {
                rule: 'IS_ENTITY_OWNER',
                resourceType: 'catalog-entity',
                params: { claims: [user] },
              },
            }
          : { result: AuthorizeResult.ALLOW };
      },
    });
    await governance.sweep();
    const taken = await governance.post(`${limits}/records`, intendedUse());
    recordId = taken.body.recordId;
  });
  afterAll(async () => {
    await governance.stop();
    await knex.destroy();
    server.closeAllConnections();
    server.close();
  });
  afterEach(() => {
    catalog.instead = undefined;
    undecided = undefined;
  });

  /** From here on the real client asks a catalog that is away in this way. */
  function goesAway(way: string) {
    const { port } = server.address() as AddressInfo;
    answer = ways[way].answer ?? (() => {});
    // nothing listens on the first of all ports
    const at = ways[way].answer ? port : 1;
    const getBaseUrl = async () => `http://127.0.0.1:${at}/api/catalog`;
    catalog.instead = new CatalogClient({ discoveryApi: { getBaseUrl } });
  }

  const count = async () =>
    Number((await knex('revisions').count({ n: '*' }))[0].n);

  it.each(Object.keys(ways))(
    'says so to who asks and to who writes when it %s, and goes on when it is back',
    async way => {
      goesAway(way);
      const before = await count();
      const answers = [
        await governance.get(limits),
        await governance.post(`${limits}/refresh`),
        await governance.post(
          `${limits}/records`,
          intendedUse({}, { baseRevision: 1 }),
        ),
        await governance.post('/registrations', {
          data: {
            ...{ name: 'notes', title: 'Notes', owner: 'lending' },
            ...{ type: 'tool', lifecycle: 'production' },
          },
        }),
        await governance.act('describe-system', {
          system: 'aisystem:default/card-limits',
        }),
      ];
      for (const { status, body, text } of answers) {
        expect([status, body.error]).toEqual([
          503,
          {
            name: 'ServiceUnavailableError',
            message: `The catalog cannot be used now: ${ways[way].why}. Try again in a moment; if you sent a change, look first whether it was taken`,
          },
        ]);
        expect(text).not.toMatch(/final_entities|127\.0\.0\.1|ECONN|10\.1\.2/);
      }
      // an action is answered by its own route
      expect(
        answers.slice(0, -1).map(({ headers }) => headers['retry-after']),
      ).toEqual(['5', '5', '5', '5']);
      expect(await count()).toBe(before);

      await governance.sweep();
      await governance.sweep();
      expect((await governance.get('/inventory')).body.warning).toBe(
        `The catalog could not be read: ${ways[way].why}`,
      );
      expect(await knex('subjects').whereNotNull('gone_at')).toEqual([]);

      catalog.instead = undefined;
      expect((await governance.get(limits)).status).toBe(200);
      await governance.sweep();
      expect((await governance.get('/inventory')).body.warning).toBeNull();
    },
  );

  it('answers whatever needs no catalog, and nothing else', async () => {
    const { paths } = (await governance.get('/openapi.json')).body;
    const filled: Record<string, string> = {
      ...{ kind: 'aisystem', namespace: 'default', name: 'card-limits' },
      ...{ recordId, revision: '1', framework: 'iso-42001', id: recordId },
    };
    const asked = Object.keys(paths)
      .filter(path => paths[path].get)
      .map(path => {
        const of = path.includes('/teams/')
          ? { ...filled, name: 'lending' }
          : filled;
        return path.replace(/\{(\w+)\}/g, (_, key) => of[key as string] ?? key);
      });
    const answers = async () => {
      const found: Record<string, number> = {};
      for (const path of asked) {
        found[path] = (await governance.get(path)).status;
      }
      return found;
    };
    const before = await answers();
    goesAway('has an error of its own');
    const now = await answers();
    const differing = asked.filter(path => now[path] !== before[path]);
    expect(differing.map(path => now[path])).toEqual(differing.map(() => 503));
    expect(
      differing.map(path => path.replaceAll(recordId, 'one')).sort(),
    ).toEqual([
      '/graph/aisystem/default/card-limits/resting',
      '/graph/aisystem/default/card-limits/rests-on',
      '/people/default/card-limits/records',
      '/records/one/changed-since',
      '/records/one/revisions',
      '/scorecards/teams/default/lending',
      '/scorecards/teams/default/lending/trend',
      '/subjects/aisystem/default/card-limits',
      '/subjects/aisystem/default/card-limits/cases',
      '/subjects/aisystem/default/card-limits/cases/one',
      '/subjects/aisystem/default/card-limits/decisions',
      '/subjects/aisystem/default/card-limits/records',
      '/subjects/aisystem/default/card-limits/risk-suggestions',
      '/subjects/aisystem/default/card-limits/training',
    ]);
    expect(asked.length - differing.length).toBeGreaterThan(25);
    // a list that is narrowed to a team asks whether the reader may read the team
    const team = await governance.get('/subjects?team=group:default/lending');
    expect(team.status).toBe(503);
  });

  it('takes nothing of what needs the catalog, one at a time or many', async () => {
    const ref = 'aisystem:default/card-limits';
    const training = { course: 'Working with AI', completed: '2026-01-01' };
    const posts: [path: string, body: object][] = [
      ['/bulk/confirmations', { subjects: [ref] }],
      [
        '/bulk/assignments',
        { items: [{ recordId, baseRevision: 1 }], due: '2099-01-01' },
      ],
      [
        '/bulk/owners',
        {
          subjects: [{ ref }],
          owner: 'group:default/service',
          dryRun: false,
        },
      ],
      [
        '/bulk/records',
        {
          type: 'vendor-assessment',
          csv: `System,Product\n${ref},Writer`,
          mapping: {
            subject: { column: 'System' },
            fields: { product: { column: 'Product' } },
          },
          dryRun: false,
        },
      ],
      [
        '/monitoring/reports',
        {
          reports: [
            {
              ...{ subject: ref, source: 'watch' },
              period: { from: '2026-01-01', to: '2026-01-01' },
              drift: { found: 'None.' },
            },
          ],
        },
      ],
      [
        '/training/completions',
        {
          csv: 'person,course,completed\nuser:default/dana,Working with AI,2026-01-01',
        },
      ],
      ['/people/default/dana/records', { type: 'training', data: training }],
      [
        `${limits}/continuation`,
        { from: 'aisystem:default/gone', reason: 'The same.' },
      ],
      [`/records/${recordId}/revisions/1/redact`, { reason: 'Asked for.' }],
    ];
    const before = await count();
    goesAway('has an error of its own');
    for (const [path, sent] of posts) {
      const { status, body } = await governance.post(path, sent);
      expect([path, status, body.error?.message]).toEqual([
        path,
        503,
        expect.stringContaining('The catalog cannot be used now'),
      ]);
    }
    expect(await count()).toBe(before);
  });

  it('shows a reader whom only the catalog can judge nothing that it has not said within a minute', async () => {
    const listed = () => governance.get('/subjects', reader);
    expect((await listed()).body.totalItems).toBe(3);
    goesAway('is not there');
    expect((await listed()).body.totalItems).toBe(3);
    await knex('readable_sets').update({ expires_at: '2000-01-01' });
    expect((await listed()).status).toBe(503);
    catalog.instead = undefined;
    expect((await listed()).body.totalItems).toBe(3);
  });

  it('shows and takes nothing while nobody says who may', async () => {
    const { port } = server.address() as AddressInfo;
    answer = ways['has an error of its own'].answer!;
    undecided = await ResponseError.fromResponse(
      await fetch(`http://127.0.0.1:${port}/api/permission/authorize`),
    );
    for (const { status, body, text } of [
      await governance.get('/subjects'),
      await governance.get(limits),
      await governance.post('/inventory/sweep', {}),
    ]) {
      expect([status, body.error.message]).toEqual([
        503,
        expect.stringMatching(
          /^The permission backend cannot be used now: it answers with 500\./,
        ),
      ]);
      expect(text).not.toContain('final_entities');
    }
    undecided = undefined;
    expect((await governance.get('/subjects')).status).toBe(200);
  });

  it('notes that the documents beside the code were not read, and reads them when it is back', async () => {
    goesAway('has an error of its own');
    await governance.readRecords();
    const problem = async () =>
      (await knex('task_runs').where({ task: 'records-as-code' }).first())
        .problem;
    expect(await problem()).toMatch(
      /^The catalog cannot be used now: it answers with 500/,
    );
    catalog.instead = undefined;
    await governance.readRecords();
    expect(await problem()).toBeNull();
  });
});
