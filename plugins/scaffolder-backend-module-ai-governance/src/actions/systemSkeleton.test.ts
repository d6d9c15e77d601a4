import {
  createMockDirectory,
  mockCredentials,
} from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse, parseAllDocuments } from 'yaml';
import { fakeGovernance } from '../__testUtils__/fakeGovernance';
import { createSystemSkeletonAction } from './systemSkeleton';

const credentials = mockCredentials.user('user:default/lena');
const answers = {
  type: 'decision-support',
  lifecycle: 'experimental',
  owner: 'group:default/credit-risk',
  purpose: 'Warn of overdrafts.',
  sourcing: 'in-house',
  data: { classification: 'confidential', categories: ['personal'] },
  affects: { influences: ['financial-outcomes'], basis: 'contributing' },
};

describe('ai-governance:system:skeleton', () => {
  const workspace = createMockDirectory();
  beforeEach(() => workspace.clear());

  const run = async (input: any, fake = fakeGovernance()) => {
    const output = jest.fn();
    await createSystemSkeletonAction(fake).handler({
      ...createMockActionContext({
        input,
        workspacePath: workspace.path,
      }),
      output,
      getInitiatorCredentials: async () => credentials,
    } as any);
    return {
      outputs: Object.fromEntries(output.mock.calls),
      files: workspace.content() as any,
      askedAs: fake.askedAs,
    };
  };

  it('declares the system and asks for its documents, by the tier and as whoever runs it', async () => {
    const { outputs, files, askedAs } = await run({
      name: 'overdraft-alerts',
      title: 'Overdraft alerts',
      description: '',
      system: answers,
    });
    expect(parse(files['catalog-info.yaml'])).toEqual({
      apiVersion: 'ai-governance/v1alpha1',
      kind: 'AISystem',
      metadata: {
        name: 'overdraft-alerts',
        title: 'Overdraft alerts',
        annotations: { 'ai-governance/records': './governance/' },
      },
      spec: answers,
    });
    expect(Object.keys(files.governance)).toEqual(
      expect.arrayContaining(['intended-use.md', 'risk-assessment.yaml']),
    );
    expect(files.governance['intended-use.md']).toMatch(
      /## Human oversight\n\n<!-- .*Asked by DOC-05/,
    );
    expect(outputs).toMatchObject({
      entityRef: 'aisystem:default/overdraft-alerts',
      tier: 'high',
      files: expect.arrayContaining([
        'catalog-info.yaml',
        'governance/intended-use.md',
      ]),
    });
    expect(askedAs).toEqual([credentials]);
  });

  it('adds to a service what AI it uses, and leaves the rest of its file as it is', async () => {
    const service = [
      '# Ours since 2019',
      'apiVersion: backstage.io/v1alpha1',
      'kind: Component',
      'metadata:',
      '  name: answers # do not rename',
      'spec: { type: service, lifecycle: production, owner: support }',
      '---',
      'apiVersion: backstage.io/v1alpha1',
      'kind: API',
      'metadata:',
      '  name: answers-api',
      '',
    ].join('\n');
    workspace.setContent({
      'catalog-info.yaml': service,
      governance: { 'intended-use.yaml': 'purpose: Answer.\n' },
    });
    const { files, outputs } = await run({
      addTo: 'answers',
      system: { purpose: 'Answer customers.' },
    });
    const text: string = files['catalog-info.yaml'];
    expect(text).toMatch(/^# Ours since 2019\n/);
    expect(text).toMatch(/name: answers # do not rename/);
    const [component, api] = parseAllDocuments(text).map(d => d.toJS());
    expect(component).toMatchObject({
      metadata: { annotations: { 'ai-governance/records': './governance/' } },
      spec: {
        owner: 'support',
        aiGovernance: { purpose: 'Answer customers.' },
      },
    });
    expect(api.metadata).toEqual({ name: 'answers-api' });
    expect(outputs.entityRef).toBe('component:default/answers');
    // what is there stays, and gets no second file beside it
    expect(files.governance['intended-use.yaml']).toBe('purpose: Answer.\n');
    expect(files.governance['intended-use.md']).toBeUndefined();
    expect(files.governance['operations.md']).toMatch(/## Overview/);

    await expect(
      run({ addTo: 'answers', system: { purpose: 'Again.' } }),
    ).rejects.toThrow('answers declares its use of AI already');
  });

  it('adds a system to a file that declares something else, once', async () => {
    workspace.setContent({
      'catalog-info.yaml':
        'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: alerts }\n',
    });
    const input = { name: 'alerts', title: 'Alerts', system: answers };
    const { files } = await run(input);
    expect(
      parseAllDocuments(files['catalog-info.yaml']).map(d => d.get('kind')),
    ).toEqual(['Component', 'AISystem']);
    await expect(run(input)).rejects.toThrow(
      'declares AISystem alerts already',
    );
  });

  it('brings along what a system like it says, to be confirmed', async () => {
    const asked: string[] = [];
    const fake = fakeGovernance({
      records: async (ref: string) => {
        asked.push(ref);
        return [
          { type: 'intended-use', revision: 4, data: { purpose: 'Propose.' } },
          {
            type: 'approval',
            revision: 1,
            data: { decision: 'approved', comment: 'Well done.' },
          },
          { type: 'operations', revision: 1, data: null },
        ];
      },
    });
    const { files } = await run(
      {
        name: 'alerts',
        title: 'Alerts',
        system: answers,
        copyFrom: 'aisystem:default/limits',
      },
      fake,
    );
    expect(asked).toEqual(['aisystem:default/limits']);
    expect(files.governance['intended-use.md']).toMatch(
      /<!-- To be confirmed: from aisystem:default\/limits, revision 4\..*\n\nPropose\.\n-->/,
    );
    expect(JSON.stringify(files)).not.toMatch(/Well done/);
  });

  it.each<[string, object, RegExp]>([
    [
      'an answer that is none',
      { system: { ...answers, affects: { influences: ['luck'] } } },
      /^system\.affects\.influences\[0\]: /,
    ],
    ['no owner', { system: { ...answers, owner: '' } }, /^system\.owner: /],
    ['a name that is none', { name: 'No name' }, /^name: must be a name/],
    ['no title', { title: '' }, /title: /],
    [
      'a way out',
      { catalogFile: '../catalog-info.yaml' },
      /not allowed|outside/,
    ],
    ['an entity that is not there', { addTo: 'other' }, /^addTo: |^system\./],
  ])('refuses %s and writes nothing', async (_, over, says) => {
    await expect(
      run({ name: 'alerts', title: 'Alerts', system: answers, ...over }),
    ).rejects.toThrow(says);
    expect(workspace.content()).toEqual({});
  });
});
