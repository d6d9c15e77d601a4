import { mockCredentials, TestBackend } from '@backstage/backend-test-utils';
import scaffolderBackend from '@backstage/plugin-scaffolder-backend';
import scaffolderModuleAiGovernance from 'backstage-plugin-scaffolder-backend-module-ai-governance';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import request from 'supertest';
import { parse } from 'yaml';
import { startCompany } from './permissions/__testUtils__/company';

jest.setTimeout(60_000);

// The real scaffolder, module, policy and ledger; what is written to the disk of the portal is left out, as a dry run does.

const folder = resolve(__dirname, '../../../examples/templates');
const template = (name: string) =>
  parse(readFileSync(resolve(folder, `${name}.yaml`), 'utf8'));
const answers = {
  purpose: 'Rank applications.',
  affects: { influences: ['eligibility'], basis: 'main' },
};

describe('the templates of the example company', () => {
  let backend: TestBackend;

  beforeAll(async () => {
    ({ backend } = await startCompany({
      features: [scaffolderBackend, scaffolderModuleAiGovernance],
      config: { scaffolder: { aiGovernance: { localFolder: 'unwritten' } } },
    }));
  });
  afterAll(async () => backend.stop());

  const run = async (name: string, values: object, files: object = {}) => {
    const { body } = await request(backend.server)
      .post('/api/scaffolder/v2/dry-run')
      .set('authorization', mockCredentials.user.header('user:default/dana'))
      .send({
        template: template(name),
        values,
        secrets: {},
        directoryContents: Object.entries(files).map(([path, text]) => ({
          path,
          base64Content: Buffer.from(text).toString('base64'),
        })),
      });
    const written: [string, string][] = (body.directoryContents ?? []).map(
      ({ path, base64Content }: any) => [
        path,
        Buffer.from(base64Content, 'base64').toString(),
      ],
    );
    return { body, written: Object.fromEntries(written) };
  };

  it('register an AI system with the documents of its tier', async () => {
    const { body, written } = await run('register-ai-system', {
      name: 'cv-ranking',
      title: 'CV ranking',
      answers: {
        ...answers,
        type: 'decision-support',
        lifecycle: 'experimental',
        owner: 'group:default/lending',
      },
    });
    expect(body.error).toBeUndefined();
    expect(parse(written['catalog-info.yaml'])).toMatchObject({
      kind: 'AISystem',
      metadata: { name: 'cv-ranking', title: 'CV ranking' },
      spec: { owner: 'group:default/lending', purpose: 'Rank applications.' },
    });
    expect(written['governance/intended-use.md']).toMatch(/tier high/);
    expect(JSON.stringify(body.output)).toMatch(/\*\*high\*\*/);
  });

  it('make a service that declares its AI', async () => {
    const { body, written } = await run(
      'add-ai-to-service',
      { name: 'cv-desk', owner: 'group:default/lending', answers },
      {
        'service/catalog-info.yaml': readFileSync(
          resolve(folder, 'service/catalog-info.yaml'),
          'utf8',
        ),
      },
    );
    expect(body.error).toBeUndefined();
    expect(parse(written['catalog-info.yaml'])).toMatchObject({
      kind: 'Component',
      metadata: {
        name: 'cv-desk',
        annotations: { 'ai-governance/records': './governance/' },
      },
      spec: { owner: 'group:default/lending', aiGovernance: answers },
    });
    expect(written['governance/operations.md']).toMatch(/## Overview/);
  });

  it('write nothing of what is not valid, and name it', async () => {
    const { body } = await run('register-ai-system', {
      name: 'cv-ranking',
      title: 'CV ranking',
      answers,
    });
    expect(JSON.stringify(body)).toMatch(/system\.owner: /);
  });
});
