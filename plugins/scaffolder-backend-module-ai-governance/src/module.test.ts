import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  scaffolderActionsExtensionPoint,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { governanceAs } from './governanceAs';
import { scaffolderModuleAiGovernance } from './module';

async function actionsWith(data: object): Promise<string[]> {
  const actions: TemplateAction<any, any, any>[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        scaffolderActionsExtensionPoint,
        { addActions: (...some: any[]) => actions.push(...some) },
      ],
    ],
    features: [
      scaffolderModuleAiGovernance,
      catalogServiceMock.factory(),
      mockServices.rootConfig.factory({ data: data as any }),
    ],
  });
  await backend.stop();
  return actions.map(({ id }) => id);
}

describe('the module', () => {
  it('writes to no disk unless it is told where', async () => {
    const always = [
      'ai-governance:system:skeleton',
      'ai-governance:record:append',
    ];
    expect(await actionsWith({})).toEqual(always);
    expect(
      await actionsWith({
        scaffolder: { aiGovernance: { localFolder: '/tmp/x' } },
      }),
    ).toEqual([...always, 'ai-governance:write:local']);
  });

  it('asks with the token of the person, and with none of its own', async () => {
    const auth = mockServices.auth.mock({
      isPrincipal: (({ principal }: any, type: string) =>
        principal.type === type) as any,
      getPluginRequestToken: async () => ({ token: 'of-lena' }),
    });
    const as = governanceAs({
      auth,
      discovery: mockServices.discovery.mock({
        getBaseUrl: async () => 'http://portal/api/ai-governance',
      }),
    });
    const sent = jest
      .spyOn(global, 'fetch')
      .mockImplementation(async () => Response.json({ policy: {} }));
    const lena = mockCredentials.user('user:default/lena');
    await as(lena).policy();
    expect(auth.getPluginRequestToken).toHaveBeenCalledWith({
      onBehalfOf: lena,
      targetPluginId: 'ai-governance',
    });
    const [[, init]] = sent.mock.calls;
    expect(new Headers(init?.headers).get('Authorization')).toBe(
      'Bearer of-lena',
    );
    sent.mockRestore();

    expect(() => as(mockCredentials.service('external:pipeline'))).toThrow(
      /in the name of a person/,
    );
  });
});
