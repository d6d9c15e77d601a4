import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { urlReaderServiceFactory } from '@backstage/backend-defaults/urlReader';
import {
  mockServices,
  startTestBackend,
  TestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import catalogBackend from '@backstage/plugin-catalog-backend';
import aiGovernancePlugin from 'backstage-plugin-ai-governance-backend';
import catalogModuleAiSystem, {
  catalogModuleAiSystemRegister,
  catalogModuleAiSystemRegistrations,
} from 'backstage-plugin-catalog-backend-module-ai-system';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import request from 'supertest';
import { parse } from 'yaml';
import { listening } from './__testUtils__/listening';
import { failures, Outside } from './__testUtils__/Outside';
import { systemWithFolder } from './__testUtils__/systemWithFolder';

jest.setTimeout(120_000);

// The real plugins, database, reading of addresses and tokens of callers: whatever fails, no secret of the configuration is told.

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const role = 'portal_with_secrets';
const signingKey = generateKeyPairSync('ed25519')
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
/** What of them would be seen, however it is written: what stands around it may be written in another way. */
const secrets = {
  database: 'Kiwi7Password',
  integration: 'Lemon7Integration',
  register: 'Mango7Signature',
  elsewhere: 'Papaya7Signature',
  caller: 'Quince7Caller',
  signingKey: signingKey.split('\n')[1].slice(24, 56),
};
const password = `${secrets.database}/#@ %`;
const policy = parse(
  readFileSync(
    resolve(__dirname, '../../../examples/governance-policy.yaml'),
    'utf8',
  ),
);
const system = '/ai-governance/subjects/aisystem/default/limits';
const tasks = [
  ...['inventory-sweep', 'records-as-code', 'notices'],
  ...['ledger-checkpoint', 'ledger-verification'],
  ...['ai-system-register:council', 'ai-system-registrations'],
];

describe.each(databases.eachSupportedId())('secrets, on %s', id => {
  const { told, tell, scheduler, features } = listening();
  let admin: Awaited<ReturnType<TestDatabases['init']>>;
  let outside: Outside;
  let backend: TestBackend;

  const databaseUrl = (more: { host?: string; password?: string } = {}) => {
    const { host, port } = admin.client.config.connection;
    const login = `${role}:${encodeURIComponent(more.password ?? password)}`;
    return `postgresql://${login}@${more.host ?? host}:${port}/postgres`;
  };
  const configuration = (more: { database?: string; key?: string } = {}) => ({
    app: { baseUrl: 'http://portal.example.com' },
    backend: {
      auth: {
        externalAccess: [
          {
            type: 'static',
            options: { token: secrets.caller, subject: 'probe' },
          },
        ],
      },
      database: {
        client: 'pg',
        connection: more.database ?? databaseUrl(),
        prefix: 'with_secrets_',
      },
      reading: { allow: [{ host: outside.files }] },
    },
    integrations: {
      github: [
        {
          host: outside.git,
          apiBaseUrl: `http://${outside.git}`,
          rawBaseUrl: `http://${outside.git}`,
          token: secrets.integration,
        },
      ],
    },
    aiGovernance: {
      policy,
      checkpoints: { signingKey: more.key ?? signingKey, log: true },
    },
    catalog: {
      rules: [{ allow: ['AISystem'] }],
      processingInterval: { seconds: 1 },
      stitchingStrategy: { pollingInterval: { milliseconds: 50 } },
      providers: {
        aiSystemRegister: {
          council: {
            // written so that whoever reads it writes it in another way
            source: { url: `http://${outside.files}?s=${secrets.register}` },
            mapping: {
              name: { columns: ['System'] },
              fields: {
                'spec.type': { constant: 'use-case' },
                'spec.lifecycle': { constant: 'production' },
                'spec.owner': { constant: 'group:default/lending' },
              },
            },
          },
        },
      },
    },
  });
  const start = (config: ReturnType<typeof configuration>) =>
    startTestBackend({
      features: [
        catalogBackend,
        catalogModuleAiSystem,
        catalogModuleAiSystemRegister,
        catalogModuleAiSystemRegistrations,
        aiGovernancePlugin,
        systemWithFolder(
          `http://${outside.git}/bank/limits/tree/main/governance/`,
        ),
        authServiceFactory,
        databaseServiceFactory,
        httpAuthServiceFactory,
        urlReaderServiceFactory,
        mockServices.rootConfig.factory({ data: config }),
        ...features,
      ],
    });

  const send = async (
    path: string,
    { body, token = secrets.caller }: { body?: object; token?: string } = {},
  ) => {
    const of = request(backend.server);
    const answer = await (body
      ? of.post(`/api${path}`).send(body)
      : of.get(`/api${path}`)
    ).set('authorization', `Bearer ${token}`);
    tell(path, answer.status, answer.headers, answer.text);
    return answer;
  };
  const change = () =>
    send(`${system}/records`, {
      body: {
        type: 'change',
        data: { kind: 'model', title: 'Other', why: 'Because.' },
      },
    });
  /** All that runs by itself, and what pages ask for. */
  async function runAll() {
    for (const task of tasks) await scheduler.triggerTask(task);
    const answers = [await change()];
    for (const path of ['/ai-governance/health', system])
      answers.push(await send(path));
    for (const path of ['', '/council/issues'])
      answers.push(await send(`/catalog/ai-system/imports${path}`));
    return answers.map(({ status }) => status);
  }
  /** Of what was told since it was last asked. */
  function assertSilent() {
    const all = told.splice(0).join('\n');
    for (const [name, secret] of Object.entries(secrets)) {
      const at = all.indexOf(secret);
      expect(
        at < 0 ? '' : `${name}: ${all.slice(Math.max(0, at - 500), at + 50)}`,
      ).toBe('');
    }
    // tokens that plugins ask one another with
    expect(all).not.toMatch(/eyJ[\w-]+\.eyJ/);
  }
  const letIn = async (how: string) => {
    await admin.raw(`alter role ${role} ${how}`);
    await admin.raw(
      'select pg_terminate_backend(pid) from pg_stat_activity where usename = ?',
      [role],
    );
  };

  beforeAll(async () => {
    // where the driver of the database writes
    for (const method of ['log', 'info', 'warn', 'error'] as const)
      jest.spyOn(console, method).mockImplementation(tell);
    admin = await databases.init(id);
    await admin.raw(
      `create role ${role} login createdb password '${password}'`,
    );
    outside = await Outside.start(secrets.elsewhere);
    backend = await start(configuration());
    const deadline = Date.now() + 20_000;
    for (;;) {
      await scheduler.triggerTask('inventory-sweep');
      if ((await send(system)).status === 200) break;
      if (Date.now() > deadline) throw new Error(told.join('\n').slice(-5000));
      await new Promise(done => setTimeout(done, 200));
    }
  });
  afterAll(async () => {
    await backend?.stop();
    await outside?.stop();
    const { rows } = await admin.raw(
      "select datname from pg_database where datname like 'with\\_secrets\\_%'",
    );
    for (const { datname } of rows)
      await admin.raw('drop database ?? with (force)', [datname]);
    await admin.raw(`drop role ${role}`);
    jest.restoreAllMocks();
  });

  it.each(failures)(
    'are told to nobody when what it reads is %s',
    async how => {
      outside.failure = how;
      outside.asked.length = 0;
      const before = told.length;
      expect(await runAll()).toEqual([201, 200, 200, 200, 200]);
      const since = told.slice(before).join('\n');
      expect(since).toContain(
        'The documents of aisystem:default/limits could not be read',
      );
      expect(since).toMatch(/Register council \(\S+\): .*\. The catalog keeps/);
      // they were at hand
      expect(outside.asked.join()).toContain(secrets.integration);
      expect(outside.asked.join()).toContain(secrets.register);
      assertSilent();
    },
  );

  it('are told to nobody who shows another token', async () => {
    const token = `${secrets.caller}x`;
    expect((await send('/ai-governance/health', { token })).status).toBe(401);
    assertSilent();
  });

  it.each([
    ['lets it in no more', 'nologin', 'login'],
    ['has another password', "password 'other'", `password '${password}'`],
  ])('are told to nobody when the database %s', async (_, how, again) => {
    await letIn(how);
    const statuses = await runAll();
    // of a system the catalog is asked first, whose database is gone too: that is no fault of who asks either
    expect(statuses.slice(0, 3)).toEqual([503, 503, 503]);
    assertSilent();
    await letIn(again);
    expect((await runAll()).slice(0, 3)).toEqual([201, 200, 200]);
    assertSilent();
  });

  it.each<[string, () => Parameters<typeof configuration>[0]]>([
    ['its signing key is cut', () => ({ key: signingKey.slice(0, -40) })],
    [
      'it has no such password',
      () => ({ database: databaseUrl({ password: `${password}x` }) }),
    ],
    [
      'its database is nowhere',
      () => ({ database: databaseUrl({ host: 'nowhere.invalid' }) }),
    ],
    [
      'the address of its database is none',
      () => ({ database: databaseUrl({ host: 'no where' }) }),
    ],
  ])('are told to nobody when it does not start, for %s', async (_, more) => {
    await expect(
      start(configuration(more())).catch(error => {
        tell(error);
        throw error;
      }),
    ).rejects.toThrow();
    assertSilent();
  });
});
