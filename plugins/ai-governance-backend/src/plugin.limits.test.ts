import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import assert from 'node:assert';
import { exampleEntities } from './__testUtils__/exampleEntities';
import { examplePolicy } from './__testUtils__/examplePolicy';
import { intendedUse, limits } from './__testUtils__/startExample';
import { startGovernance, TestCatalog } from './__testUtils__/startGovernance';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('limits', () => {
  const start = async (more: Partial<Parameters<typeof startGovernance>[0]>) =>
    startGovernance({
      knex: await databases.init('SQLITE_3'),
      catalog: new TestCatalog(exampleEntities()),
      ...more,
    });

  it('refuses too many requests with 429, where the portal sets how many there may be', async () => {
    const governance = await start({
      config: {
        aiGovernance: { policy: examplePolicy as any },
        backend: {
          rateLimit: {
            global: false,
            plugin: {
              'ai-governance': {
                window: '1h',
                incomingRequestLimit: 3,
                ipAllowList: [],
              },
            },
          },
        },
      },
    });
    const statuses = [];
    for (let i = 0; i < 4; i++) {
      statuses.push(await governance.get('/controls'));
    }
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(statuses[3].body).toMatchObject({ response: { statusCode: 429 } });
    await governance.stop();
  });

  it('says how large a body may be, in what is larger', async () => {
    const governance = await start({});
    const { status, body } = await governance.post(
      '/organization/records',
      intendedUse({ users: 'x'.repeat(1_100_000) }),
    );
    expect([status, body.error.message]).toEqual([
      413,
      expect.stringMatching(/1 MB/),
    ]);
    const sheet = await governance.post('/bulk/records', {
      type: 'risk-assessment',
      csv: 'x'.repeat(12_700_000),
    });
    expect([sheet.status, sheet.body.error.message]).toEqual([
      413,
      expect.stringMatching(/12 MB/),
    ]);
    await governance.stop();
  });

  it('fetches no address that somebody writes', async () => {
    const urlReader = mockServices.urlReader.mock();
    const fetched = jest.spyOn(globalThis, 'fetch');
    const governance = await start({ urlReader });
    await governance.sweep();
    const address = 'http://169.254.169.254/latest/meta-data/';
    for (const body of [
      intendedUse({ purpose: `![](${address}) [x](${address})` }),
      {
        type: 'change',
        data: {
          kind: 'model',
          title: address,
          why: `<img src="${address}">`,
          link: address,
        },
      },
    ]) {
      const { status } = await governance.post(`${limits}/records`, body);
      assert.equal(status, 201);
    }
    for (const [path, ask] of [
      [`${limits}/refresh`, governance.post],
      [limits, governance.get],
      ['/work?scope=all', governance.get],
      ['/records?type=change', governance.get],
    ] as const) {
      const { status } = await ask(path);
      expect([path, status]).toEqual([path, 200]);
    }
    await governance.readRecords();
    expect(urlReader.readUrl).not.toHaveBeenCalled();
    expect(urlReader.readTree).not.toHaveBeenCalled();
    expect(urlReader.search).not.toHaveBeenCalled();
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
    await governance.stop();
  });
});
