import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogBackend from '@backstage/plugin-catalog-backend';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import aiGovernancePlugin from 'backstage-plugin-ai-governance-backend';
import catalogModuleAiSystem, {
  catalogModuleAiSystemRegistrations,
} from 'backstage-plugin-catalog-backend-module-ai-system';
import {
  parsePolicy,
  registeredEntity,
  Registration,
} from 'backstage-plugin-ai-governance-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import request from 'supertest';
import { parse, stringify } from 'yaml';

jest.setTimeout(120_000);

// The real catalog and the real ledger, with what stands between them: the event, the reading over HTTP, the provider.

const policy = parse(
  readFileSync(
    resolve(__dirname, '../../../examples/governance-policy.yaml'),
    'utf8',
  ),
);
parsePolicy(policy);

const notes: Registration = {
  name: 'meeting-notes',
  title: 'Meeting notes',
  status: 'registered',
  type: 'embedded-feature',
  lifecycle: 'production',
  owner: 'group:default/marketing',
  purpose: 'Summarise calls with agencies.',
  sourcing: 'vendor-feature',
  vendor: { name: 'Zoom' },
  data: { classification: 'internal', categories: [], sources: [] },
  affects: { influences: [], interaction: ['generated-content'] },
  regulation: { euAiAct: { annexIII: [], prohibited: [] } },
};
const subject = '/ai-governance/subjects/aisystem/default/meeting-notes';
const entityPath = '/catalog/entities/by-name/aisystem/default/meeting-notes';

describe('an AI system that is registered in the portal', () => {
  const link = 'https://git.example.com/notes/catalog-info.yaml';
  let backend: TestBackend;

  const send = (method: 'get' | 'post', path: string, body?: object) => {
    const sent = request(backend.server)
      [method](`/api${path}`)
      .set('authorization', mockCredentials.user.header('user:default/ines'));
    return body ? sent.send(body) : sent;
  };
  async function eventually<T>(ask: () => Promise<T>, check: (_: T) => void) {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const answer = await ask();
      try {
        check(answer);
        return answer;
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await new Promise(done => setTimeout(done, 100));
      }
    }
  }
  const catalogHas = async (): Promise<Entity | undefined> => {
    const { status, body } = await send('get', entityPath);
    return status === 200 ? body : undefined;
  };
  const append = async (type: string, data: object, more: object = {}) => {
    const { status, body } = await send('post', `${subject}/records`, {
      type,
      data,
      ...more,
    });
    expect({ status, body }).toMatchObject({ status: 201 });
    return body;
  };
  const addLocation = () =>
    send('post', '/catalog/locations', {
      type: 'url',
      target: link,
    });
  const records = async () => {
    const { body } = await send('get', `${subject}/records`);
    return body.items.map((r: any) => [r.type, r.recordId]);
  };

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        catalogBackend,
        catalogModuleAiSystem,
        catalogModuleAiSystemRegistrations,
        aiGovernancePlugin,
        // one bus for both plugins, as in a portal
        eventsServiceFactory,
        mockServices.urlReader.mock({
          search: async () => ({
            etag: '1',
            files: [
              {
                url: link,
                content: async () =>
                  Buffer.from(stringify(registeredEntity('default', notes))),
              },
            ],
          }),
        }).factory,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://portal.example.com' },
            aiGovernance: { policy },
            catalog: {
              processingInterval: { seconds: 1 },
              stitchingStrategy: { pollingInterval: { milliseconds: 50 } },
              rules: [{ allow: ['AISystem', 'Location'] }],
            },
          },
        }),
      ],
    });
  });
  afterAll(() => backend.stop());

  it('keeps its stream from registration to repository', async () => {
    const registered = await send('post', '/ai-governance/registrations', {
      data: notes,
    });
    expect(registered.status).toBe(201);
    const entity = await eventually(catalogHas, found =>
      expect(found).toBeDefined(),
    );
    expect(entity!.metadata).toMatchObject({
      title: 'Meeting notes',
      annotations: {
        'ai-governance/registration': registered.body.recordId,
        'backstage.io/managed-by-location':
          'ai-governance-registration:default/meeting-notes',
        'backstage.io/edit-url':
          'http://portal.example.com/ai-governance/register/default/meeting-notes',
      },
    });
    expect(entity!.spec).toMatchObject({ vendor: { name: 'Zoom' } });

    // a page that is opened has it taken in; no sweep is waited for
    const opened = await send('post', `${subject}/refresh`);
    expect(opened.body).toMatchObject({ tier: 'limited' });
    await append('intended-use', { purpose: 'Summaries.' });
    await append('approval', { gate: 'intake', decision: 'requested' });
    const before = await records();
    expect(before.map(([type]: any) => type)).toEqual([
      'registration',
      'profile',
      'intended-use',
      'approval',
    ]);
    const { stateHash } = (await send('get', subject)).body;

    // revised: the catalog follows
    await append(
      'registration',
      { ...notes, title: 'Notes of meetings' },
      { baseRevision: 1 },
    );
    await eventually(catalogHas, found =>
      expect(found?.metadata.title).toBe('Notes of meetings'),
    );

    // moved: first the registration says so, then the location is added
    const moved = await send(
      'post',
      '/ai-governance/registrations/default/meeting-notes',
      {
        data: {
          ...notes,
          status: 'moved',
          repository: link,
        },
        baseRevision: 2,
      },
    );
    expect(moved.status).toBe(201);
    await eventually(catalogHas, found => expect(found).toBeUndefined());
    expect((await addLocation()).status).toBe(201);
    const back = await eventually(catalogHas, found =>
      expect(found).toBeDefined(),
    );
    expect(back!.metadata.annotations).not.toHaveProperty([
      'ai-governance/registration',
    ]);

    const resumed = await send('post', `${subject}/refresh`);
    expect(resumed.status).toBe(200);
    expect(await records()).toEqual(before);
    // what is declared is the same, so what was asked for and decided is about this
    expect(resumed.body.stateHash).toBe(stateHash);
    const { body: verified } = await send(
      'get',
      '/ai-governance/ledger/verify',
    );
    expect(verified).toMatchObject({ ok: true });
  });
});
