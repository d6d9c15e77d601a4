import { mockCredentials } from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { fakeGovernance } from '../__testUtils__/fakeGovernance';
import { createAppendRecordAction } from './appendRecord';

const credentials = mockCredentials.user('user:default/lena');
const input = {
  system: 'aisystem:default/alerts',
  type: 'change',
  data: { kind: 'model', title: 'Another model', why: 'The old one ends.' },
};

describe('ai-governance:record:append', () => {
  const run = async (over: any = {}, fake = fakeGovernance()) => {
    const output = jest.fn();
    await createAppendRecordAction(fake).handler({
      ...createMockActionContext({
        input: { ...input, ...over },
      }),
      output,
      getInitiatorCredentials: async () => credentials,
    } as any);
    return { output, ...fake };
  };

  it('writes in the name of whoever runs the template', async () => {
    const { api, askedAs, output } = await run();
    expect(askedAs).toEqual([credentials]);
    const { system, ...request } = input;
    expect(api.append).toHaveBeenCalledWith(system, request);
    expect(output).toHaveBeenCalledWith('recordId', 'r1');
    expect(output).toHaveBeenCalledWith('revision', 1);
  });

  it.each([
    'approval',
    'risk-acceptance',
    'exemption',
    'tier-override',
    'confirmation',
    'control-test',
    'connector',
    'delegation',
    'discovery-decision',
  ])('refuses %s, which is for a person', async type => {
    const fake = fakeGovernance();
    await expect(run({ type }, fake)).rejects.toThrow(
      /is for a person to write, in the portal/,
    );
    expect(fake.api.append).not.toHaveBeenCalled();
  });

  it.each(['profile', 'registration', 'colour'])(
    'refuses %s, which nobody writes so',
    async type => {
      await expect(run({ type })).rejects.toThrow(/^type: /);
    },
  );

  it('says why something is refused in the words of the API', async () => {
    const response: any = new Response(
      JSON.stringify({
        error: { name: 'InputError', message: 'data.why: say why' },
        response: { statusCode: 400 },
      }),
      { status: 400, headers: { 'content-type': 'application/json' } },
    );
    const refused = await ResponseError.fromResponse(response);
    await expect(
      run(
        {},
        fakeGovernance({
          append: jest.fn(async () => {
            throw refused;
          }),
        }),
      ),
    ).rejects.toThrow(/^data\.why: say why$/);
  });
});
