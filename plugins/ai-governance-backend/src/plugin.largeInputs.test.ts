import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import assert from 'node:assert';
import { limits, startExample } from './__testUtils__/startExample';
import { Governance } from './__testUtils__/startGovernance';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const ref = 'aisystem:default/card-limits';
const many = (count: number, one: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => one(i));
const megabyte = 'x'.repeat(1_000_000);

const sheet = (csv: string) => ({
  type: 'vendor-assessment',
  csv,
  mapping: {
    subject: { column: 'System' },
    fields: { product: { column: 'Product' } },
  },
  dryRun: false,
});
const alert = (labels: object, more: object = {}) => ({
  status: 'firing',
  labels: { alertname: 'Low', ai_system: ref, ...labels },
  annotations: { summary: 'Low' },
  startsAt: '2026-01-01T00:00:00Z',
  fingerprint: 'f1',
  ...more,
});
const names = (count: number) =>
  Object.fromEntries(many(count, i => `label${i}`).map(name => [name, 'x']));

/** Files and reports as large as they may be or larger, and shaped to take long. */
const inputs: [what: string, path: string, body: object, answers: number[]][] =
  [
    [
      'completions with a cell of a megabyte',
      '/training/completions',
      {
        csv: `person,course,completed\nuser:default/dana,"${megabyte}",2026-01-01`,
      },
      [200, 400],
    ],
    [
      'completions with a header of a hundred thousand columns',
      '/training/completions',
      {
        csv: `person,course,completed,${many(100_000, i => `c${i}`).join()}\n`,
      },
      [400],
    ],
    [
      'completions with rows of a hundred thousand columns',
      '/training/completions',
      {
        csv: `person,course,completed\n${many(
          20,
          () => `user:default/dana,A,2026-01-01${',x'.repeat(100_000)}`,
        ).join('\n')}`,
      },
      [200, 400],
    ],
    [
      'more rows of completions than are taken',
      '/training/completions',
      {
        csv: `person,course,completed\n${many(
          20_001,
          i => `nobody${i},A,2026-01-01`,
        ).join('\n')}`,
      },
      [400],
    ],
    [
      'completions in a quote that never closes',
      '/training/completions',
      { csv: `person,course,completed\n"${'x,"y\n'.repeat(700_000)}` },
      [400],
    ],
    [
      'completions that are nothing but quotes',
      '/training/completions',
      { csv: '"'.repeat(4_000_000) },
      [400],
    ],
    [
      'completions that are nothing but ends of lines',
      '/training/completions',
      { csv: '\r'.repeat(4_900_000) },
      [400],
    ],
    [
      'a sheet with a cell of a megabyte',
      '/bulk/records',
      sheet(`System,Product\n${ref},"${megabyte}"`),
      [200, 400],
    ],
    [
      'more rows of a sheet than are taken',
      '/bulk/records',
      sheet(`System,Product\n${many(5_001, i => `s${i},P`).join('\n')}`),
      [400],
    ],
    [
      'more columns of a sheet than are taken',
      '/bulk/records',
      sheet(`System,Product,${many(50_000, i => `c${i}`).join()}\n${ref},P`),
      [200, 400],
    ],
    [
      'a sheet without a mapping, of which every cell is another spelling',
      '/bulk/records',
      {
        type: 'risk-assessment',
        csv: `System,Risk,Level\n${many(
          4_000,
          i => `Who knows ${i},Some risk ${i},level ${i}`,
        ).join('\n')}`,
      },
      [200],
    ],
    [
      'as many alerts as are taken, each with a thousand labels',
      '/monitoring/alertmanager',
      { version: '4', alerts: many(20, String).map(() => alert(names(1_000))) },
      [200, 400],
    ],
    [
      'more alerts than are taken',
      '/monitoring/alertmanager',
      { version: '4', alerts: many(201, String).map(() => alert({})) },
      [400],
    ],
    [
      'an alert of which a label is nearly a megabyte',
      '/monitoring/alertmanager',
      { version: '4', alerts: [alert({ alertname: megabyte })] },
      [200, 400],
    ],
    [
      'a report of more metrics than are read',
      '/monitoring/evidently',
      {
        metrics: many(2_001, String).map(metric_name => ({
          metric_name,
          value: 1,
        })),
        metadata: { ai_system: ref },
      },
      [400],
    ],
    [
      'a report of which a value is nested sixty levels deep',
      '/monitoring/evidently',
      {
        metrics: [
          {
            metric_name: 'Deep()',
            value: JSON.parse(`${'{"a":'.repeat(60)}1${'}'.repeat(60)}`),
          },
        ],
        metadata: { ai_system: ref },
      },
      [200, 400],
    ],
  ];

describe('large inputs', () => {
  let knex: Knex;
  let governance: Governance;

  beforeAll(async () => {
    knex = await databases.init('SQLITE_3');
    ({ governance } = await startExample(knex));
  });
  afterAll(() => governance.stop());

  it.each(inputs)(
    '%s: taken or refused with a sentence, while others are served',
    async (_, path, body, answers) => {
      const revisions = async () =>
        Number((await knex('revisions').count({ n: '*' }))[0].n);
      const before = await revisions();
      const [answer, other] = await Promise.all([
        governance.post(path, body),
        governance.get(limits),
      ]);
      assert.ok(answers.includes(answer.status), answer.text.slice(0, 300));
      expect(other.status).toBe(200);
      // what is sent is not sent back
      expect(answer.text.length).toBeLessThan(1_500_000);
      if (answer.status !== 400) return;
      const { message } = answer.body.error;
      assert.match(message, /^body\b|^csv\b/);
      assert.ok(message.length < 20_000, `${message.length} characters`);
      assert.equal(await revisions(), before);
    },
  );

  it('leaves a ledger that is whole', async () => {
    const { body } = await governance.get('/ledger/verify');
    expect(body.problems).toEqual([]);
  });
});
