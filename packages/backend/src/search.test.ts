import {
  BackstageCredentials,
  BackstageUserPrincipal,
  coreServices,
  createBackendModule,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogBackend from '@backstage/plugin-catalog-backend';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  isPermission,
  Permission,
} from '@backstage/plugin-permission-common';
import searchBackend from '@backstage/plugin-search-backend';
import aiGovernancePlugin from 'backstage-plugin-ai-governance-backend';
import catalogModuleAiSystem from 'backstage-plugin-catalog-backend-module-ai-system';
import searchModuleAiGovernance from 'backstage-plugin-search-backend-module-ai-governance';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import request from 'supertest';
import { parse } from 'yaml';

jest.setTimeout(120_000);

// The real search, catalog and ledger: who may not read an entity must not learn of it here either.

const outsider = 'user:default/outsider';

const system = (name: string, title: string, owner: string): Entity => ({
  apiVersion: 'ai-governance/v1alpha1',
  kind: 'AISystem',
  metadata: {
    name,
    title,
    annotations: {
      'backstage.io/managed-by-location': 'url:https://git.example.com/ai.yaml',
      'backstage.io/managed-by-origin-location':
        'url:https://git.example.com/ai.yaml',
    },
  },
  spec: {
    type: 'embedded-feature',
    lifecycle: 'production',
    owner,
    purpose: `Summarise calls, by ${title}.`,
  },
});

const systems = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'systems',
  register(reg) {
    reg.registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        processing.addEntityProvider({
          getProviderName: () => 'systems',
          connect: connection =>
            connection.applyMutation({
              type: 'full',
              entities: [
                system('meeting-notes', 'Meeting notes', 'user:default/ines'),
                system('draft-ads', 'Draft ads', outsider),
              ].map(entity => ({ entity })),
            }),
        });
      },
    });
  },
});

const allow = { result: AuthorizeResult.ALLOW } as const;

const isNarrowed = (
  permission: Permission,
  credentials: BackstageCredentials | { token?: string },
) =>
  isPermission(permission, catalogEntityReadPermission) &&
  (credentials as BackstageCredentials<BackstageUserPrincipal>).principal
    .userEntityRef === outsider;

/** Outsiders read what they own in the catalog; everybody else everything. */
const permissions = mockServices.permissions.mock({
  authorize: async (requests, { credentials }) =>
    requests.map(({ permission, resourceRef }) =>
      isNarrowed(permission, credentials) &&
      resourceRef !== 'aisystem:default/draft-ads'
        ? ({ result: AuthorizeResult.DENY } as const)
        : allow,
    ),
  authorizeConditional: async (requests, { credentials }) =>
    requests.map(({ permission }) =>
      isNarrowed(permission, credentials)
        ? createCatalogConditionalDecision(
            catalogEntityReadPermission,
            catalogConditions.isEntityOwner({ claims: [outsider] }),
          )
        : allow,
    ),
});

/** So that a test says when the index is made. */
const withScheduler = (take: (scheduler: SchedulerService) => void) =>
  createBackendModule({
    pluginId: 'search',
    moduleId: 'with-scheduler',
    register(reg) {
      reg.registerInit({
        deps: { scheduler: coreServices.scheduler },
        init: async ({ scheduler }) => take(scheduler),
      });
    },
  });

describe('the search of the portal', () => {
  let scheduler: SchedulerService;
  let backend: TestBackend;

  const as = (user: string) =>
    mockCredentials.user.header(`user:default/${user}`);
  const post = async (path: string, body: object) => {
    const answer = await request(backend.server)
      .post(`/api/ai-governance${path}`)
      .set('authorization', as('ines'))
      .send(body);
    expect({ ok: answer.ok, body: answer.body }).toMatchObject({ ok: true });
    return answer.body;
  };
  const found = async (user: string, query: Record<string, string>) => {
    const { status, body } = await request(backend.server)
      .get('/api/search/query')
      .query(query)
      .set('authorization', as(user));
    return status === 200
      ? body.results.map(
          ({ type, document }: any) =>
            `${type} ${document.about} ${document.title} ${document.location}`,
        )
      : [`${status}`];
  };
  const index = () => scheduler.triggerTask('search_index_ai_governance');
  /** Until the catalog has it, and the inventory too. */
  const known = async (subject: string) => {
    const deadline = Date.now() + 30_000;
    for (;;) {
      const { status } = await request(backend.server)
        .post(`/api/ai-governance${subject}/refresh`)
        .set('authorization', as('ines'));
      if (status === 200) return;
      if (Date.now() > deadline) throw new Error(`${subject} is ${status}`);
      await new Promise(done => setTimeout(done, 200));
    }
  };

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        catalogBackend,
        catalogModuleAiSystem,
        systems,
        aiGovernancePlugin,
        permissions.factory,
        searchBackend,
        searchModuleAiGovernance,
        withScheduler(s => {
          scheduler = s;
        }),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://portal.example.com' },
            // the search filters by permission only where this says so
            permission: { enabled: true },
            aiGovernance: {
              policy: parse(
                readFileSync(
                  resolve(
                    __dirname,
                    '../../../examples/governance-policy.yaml',
                  ),
                  'utf8',
                ),
              ),
            },
            catalog: {
              processingInterval: { seconds: 1 },
              stitchingStrategy: { pollingInterval: { milliseconds: 50 } },
              rules: [{ allow: ['AISystem', 'Location'] }],
            },
          },
        }),
      ],
    });
    for (const name of ['meeting-notes', 'draft-ads']) {
      const subject = `/subjects/aisystem/default/${name}`;
      await known(subject);
      const records = `${subject}/records`;
      await post(records, {
        type: 'intended-use',
        data: {
          purpose: 'To **summarise** what was said.',
          limitations: 'Accents of the highlands confuse it.',
        },
      });
      await post(records, {
        type: 'risk-assessment',
        data: {
          scenarios: [
            {
              id: 'wrong-name',
              title: 'A decision under a wrong name',
              category: 'accuracy',
              description: 'Speakers are confounded in a long recording.',
              inherent: {
                likelihood: 2,
                consequence: { individuals: 2, society: 1, business: 2 },
              },
            },
          ],
        },
      });
    }
    await index();
  });
  afterAll(() => backend.stop());

  it('finds systems, limitations and risks by what is written in them', async () => {
    expect((await found('ines', { term: 'highlands' })).sort()).toEqual([
      'ai-governance intended-use Draft ads: Intended use /catalog/default/aisystem/draft-ads/intended-use',
      'ai-governance intended-use Meeting notes: Intended use /catalog/default/aisystem/meeting-notes/intended-use',
    ]);
    expect(await found('ines', { term: 'confounded' })).toContain(
      'ai-governance risk A decision under a wrong name /catalog/default/aisystem/meeting-notes/risk#scenario-wrong-name',
    );
  });

  it('says nothing of what the catalog hides from the reader', async () => {
    expect(await found('outsider', { term: 'highlands' })).toEqual([
      'ai-governance intended-use Draft ads: Intended use /catalog/default/aisystem/draft-ads/intended-use',
    ]);
    expect(await found('outsider', { term: 'meeting' })).toEqual([]);
  });

  it('is narrowed by what is sought and by the tier', async () => {
    const query = { term: 'summarise', 'filters[about]': 'ai-system' };
    expect((await found('ines', query)).sort()).toEqual([
      'ai-governance ai-system Draft ads /catalog/default/aisystem/draft-ads',
      'ai-governance ai-system Meeting notes /catalog/default/aisystem/meeting-notes',
    ]);
    expect(
      await found('ines', { ...query, 'filters[tier]': 'prohibited' }),
    ).toEqual([]);
  });

  it('forgets what was erased', async () => {
    const records = await request(backend.server)
      .get('/api/ai-governance/subjects/aisystem/default/draft-ads/records')
      .query({ type: 'intended-use' })
      .set('authorization', as('ines'));
    const [{ recordId }] = records.body.items;
    await post(`/records/${recordId}/revisions/1/redact`, {
      reason: 'It named a person.',
    });
    await index();
    expect(await found('ines', { term: 'highlands' })).toHaveLength(1);
  });
});
