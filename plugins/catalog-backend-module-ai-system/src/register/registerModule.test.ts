import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import catalogBackend from '@backstage/plugin-catalog-backend';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  importIssuesSchema,
  importReportsSchema,
} from 'backstage-plugin-ai-governance-common';
import request from 'supertest';
import { startCatalog } from '../__testUtils__/startCatalog';
import { catalogModuleAiSystem } from '../module';
import { catalogModuleAiSystemRegister } from './registerModule';

const directory = createMockDirectory({
  content: {
    'register.csv': [
      'System,Department,Stage',
      'Pothole finder,Works,In production',
      '"Rosters\nof nights",Care,Retired',
      ',Care,Retired',
      'Bridges,Works,?',
    ].join('\r\n'),
  },
});

const mapping = {
  groups: {
    root: { name: 'council' },
    levels: [{ column: 'Department', type: 'department' }],
  },
  name: { columns: ['System'] },
  fields: {
    title: { column: 'System' },
    'spec.type': { constant: 'use-case' },
    'spec.lifecycle': {
      column: 'Stage',
      values: { production: ['In production'], retired: ['Retired'] },
      otherwise: 'not-stated',
    },
  },
};
const register = () => ({
  source: { file: 'register.csv', root: directory.path },
  mapping,
});
const scheduler = mockServices.scheduler.factory({
  includeInitialDelayedTasksOnStartup: true,
});
const permissionsThat = (
  result: AuthorizeResult.ALLOW | AuthorizeResult.DENY,
) => mockServices.permissions.factory({ result });

const imports = '/api/catalog/ai-system/imports';

describe('catalogModuleAiSystemRegister', () => {
  it('brings what a register says into the catalog, and tells what became of its rows', async () => {
    const catalog = await startCatalog({
      features: [
        catalogModuleAiSystem,
        catalogModuleAiSystemRegister,
        scheduler,
        metricsServiceMock.factory(),
      ],
      providers: { aiSystemRegister: { council: register() } },
      atLeast: 6,
      async whileRunning({ server }) {
        const reports = await request(server).get(imports);
        expect(importReportsSchema.parse(reports.body).items).toEqual([
          {
            id: 'council',
            source: 'register.csv',
            readAt: expect.any(String),
            takenAt: reports.body.items[0].readAt,
            warning: null,
            rows: 4,
            taken: 3,
            refused: 1,
            doubtful: 1,
            groups: 3,
            issues: 2,
          },
        ]);

        const first = await request(server).get(
          `${imports}/council/issues?limit=1`,
        );
        expect(importIssuesSchema.parse(first.body)).toEqual({
          items: [
            {
              line: 5,
              outcome: 'refused',
              column: 'System (1)',
              reason: 'has no name',
            },
          ],
          totalItems: 2,
          nextCursor: '1',
        });
        const second = await request(server).get(
          `${imports}/council/issues?limit=1&cursor=${first.body.nextCursor}`,
        );
        expect(second.body).toEqual({
          items: [
            {
              line: 6,
              outcome: 'doubtful',
              column: 'Stage (3)',
              reason: '"?" is in no list of spellings',
            },
          ],
          totalItems: 2,
        });
        const refused = await request(server).get(
          `${imports}/council/issues?outcome=doubtful`,
        );
        expect(refused.body.totalItems).toBe(1);

        expect(
          (await request(server).get(`${imports}/other/issues`)).status,
        ).toBe(404);
        const wrong = await request(server).get(
          `${imports}/council/issues?limit=0&colour=red`,
        );
        expect(wrong.status).toBe(400);
        expect(wrong.body.error.message).toMatch(/query\.limit: /);
      },
    });

    expect(catalog.errors.size).toBe(0);
    const [potholes] = [...catalog.entities.values()].filter(
      entity => entity.metadata.title === 'Pothole finder',
    );
    expect(potholes.metadata.annotations).toMatchObject({
      'ai-governance/register': 'council',
      'backstage.io/managed-by-location': 'file:register.csv',
    });
    const ref = `aisystem:default/${potholes.metadata.name}`;
    expect(catalog.relationsOf(ref)).toEqual(['ownedBy group:default/works']);
    expect(catalog.relationsOf('group:default/council')).toEqual([
      'parentOf group:default/care',
      'parentOf group:default/works',
    ]);
    expect(
      [...catalog.entities.values()].map(entity => entity.metadata.title),
    ).toContain('Rosters of nights');
  });

  it('tells nobody who may not read imports', async () => {
    const backend = await startTestBackend({
      features: [
        catalogBackend,
        catalogModuleAiSystemRegister,
        metricsServiceMock.factory(),
        permissionsThat(AuthorizeResult.DENY),
        mockServices.rootConfig.factory({
          data: {
            catalog: {
              providers: { aiSystemRegister: { council: register() } },
            },
          },
        }),
      ],
    });
    try {
      for (const path of [imports, `${imports}/council/issues`]) {
        const response = await request(backend.server).get(path);
        expect(response.status).toBe(403);
        expect(response.body.error.message).toBe(
          'You may not do this: it takes the permission ai-governance.imports.read.',
        );
      }
    } finally {
      await backend.stop();
    }
  });

  it.each([
    [
      { ...register(), mapping: { ...mapping, colour: 'red' } },
      'catalog.providers.aiSystemRegister.council.mapping.colour: is not known',
    ],
    [
      { ...register(), source: { file: '../x.csv', root: directory.path } },
      'catalog.providers.aiSystemRegister.council.source: the file ../x.csv is outside its root',
    ],
    [
      { ...register(), source: { url: 'https://a:b@example.com/x.csv' } },
      'catalog.providers.aiSystemRegister.council.source.url: must not hold credentials',
    ],
    [
      { ...register(), encoding: 'latin1', delimiter: ';;', maxShrink: 2 },
      'catalog.providers.aiSystemRegister.council.encoding: Invalid option: expected one of "utf-8"|"windows-1252"; catalog.providers.aiSystemRegister.council.delimiter: must be one character; catalog.providers.aiSystemRegister.council.maxShrink: ',
    ],
    [
      { ...register(), schedule: { frequency: 'often' } },
      'catalog.providers.aiSystemRegister.council.schedule: ',
    ],
    [
      { ...register(), maping: {} },
      'catalog.providers.aiSystemRegister.council.maping: is not known',
    ],
  ])(
    'stops the start with the path of what is wrong: %#',
    async (council, message) => {
      await expect(
        startTestBackend({
          features: [
            catalogBackend,
            catalogModuleAiSystemRegister,
            metricsServiceMock.factory(),
            mockServices.rootConfig.factory({
              data: {
                catalog: { providers: { aiSystemRegister: { council } } },
              },
            }),
          ],
        }),
      ).rejects.toThrow(message);
    },
  );

  it('serves an empty list where no register is configured', async () => {
    const backend = await startTestBackend({
      features: [
        catalogBackend,
        catalogModuleAiSystemRegister,
        metricsServiceMock.factory(),
      ],
    });
    try {
      const { body } = await request(backend.server).get(imports);
      expect(body).toEqual({ items: [] });
    } finally {
      await backend.stop();
    }
  });
});
