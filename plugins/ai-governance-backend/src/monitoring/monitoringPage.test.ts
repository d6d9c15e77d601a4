import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  monitoringReceiptSchema,
  recordAppendPermission,
  subjectReadPermission,
} from 'backstage-plugin-ai-governance-common';
import { parse, parseAllDocuments } from 'yaml';
import { aiSystem } from '../__testUtils__/exampleEntities';
import { examplePolicy } from '../__testUtils__/examplePolicy';
import { startGovernance, TestCatalog } from '../__testUtils__/startGovernance';
import { configSchema } from '../config/readConfig';

jest.setTimeout(60_000);

const page = readFileSync(
  resolve(__dirname, '../../../../docs/monitoring.md'),
  'utf8',
);
const blocks = (language: string) =>
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(match => match[1] === language)
    .map(match => match[2]);
const yaml = blocks('yaml').map(text => parse(text));

/** What a block of curl sends, and where. */
const calls = blocks('sh').map(text => ({
  path: /\/api\/ai-governance(\S+)"/.exec(text)![1],
  body: JSON.parse(/--data '([\s\S]*)'/.exec(text)![1]),
}));

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('docs/monitoring.md', () => {
  it('shows requests that are taken, and an answer as they get it', async () => {
    const knex = await databases.init('SQLITE_3');
    const governance = await startGovernance({
      knex,
      catalog: new TestCatalog(
        ['card-limit-proposals', 'support-reply-drafts'].map(name =>
          aiSystem(name, name, 'group:default/lending'),
        ),
      ),
    });
    try {
      await governance.sweep();
      expect(calls).toHaveLength(3);
      const answers = [];
      for (const { path, body } of calls) {
        const { status, body: answer } = await governance.post(path, body);
        expect(answer).toEqual(
          expect.objectContaining({ items: expect.anything() }),
        );
        expect(status).toBe(200);
        answers.push(monitoringReceiptSchema.parse(answer));
      }
      const recorded = answers.map(({ items }) => items[0].outcome);
      expect(recorded).toEqual(['recorded', 'recorded', 'recorded']);

      const [shown] = blocks('json').map(text => JSON.parse(text));
      const { recordId } = answers[0].items[0];
      expect(shown.items[0].recordId).toMatch(/^[0-9a-f-]{36}$/);
      expect({
        items: [{ ...shown.items[0], recordId }, shown.items[1]],
      }).toEqual(answers[0]);
    } finally {
      await governance.stop();
      await knex.destroy();
    }
  });

  it('lets a token do what it takes and no more, and configures what there is', () => {
    const tokens = yaml.flatMap(y => y?.backend?.auth?.externalAccess ?? []);
    expect(tokens.map(t => t.type)).toEqual(['static', 'jwks']);
    for (const { accessRestrictions } of tokens) {
      expect(accessRestrictions).toEqual([
        {
          plugin: 'ai-governance',
          permission: [subjectReadPermission.name, recordAppendPermission.name],
        },
      ]);
    }
    const [{ aiGovernance }] = yaml.filter(y => y?.aiGovernance);
    expect(
      configSchema.safeParse({ policy: examplePolicy, ...aiGovernance }).error,
    ).toBeUndefined();
  });

  it('has no YAML that cannot be read', () => {
    for (const text of blocks('yaml')) {
      expect(parseAllDocuments(text).flatMap(d => d.errors)).toEqual([]);
    }
  });
});
