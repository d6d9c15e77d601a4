import { TestDatabases } from '@backstage/backend-test-utils';
import {
  riskLibrary,
  riskLibraryPageSchema,
  riskSuggestionsSchema,
} from 'backstage-plugin-ai-governance-common/risk-library';
import { Knex } from 'knex';
import { limits, startExample } from './__testUtils__/startExample';
import { Governance } from './__testUtils__/startGovernance';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('the risk library on %s', id => {
  let knex: Knex;
  let governance: Governance;

  beforeAll(async () => {
    knex = await databases.init(id);
    ({ governance } = await startExample(knex));
  });
  afterAll(async () => {
    await governance.stop();
    await knex.destroy();
  });

  const suggestions = async (path = limits) =>
    (await governance.get(`${path}/risk-suggestions`)).body;
  const entryOf = (body: any, entryId: string) =>
    body.items.find((item: any) => item.entry.id === entryId);

  it('is the same whole list for everybody, narrowed by what is asked', async () => {
    const { body } = await governance.get('/risk-library', {
      user: 'user:default/guest',
    });
    expect(riskLibraryPageSchema.parse(body)).toEqual(body);
    expect(body.totalItems).toBe(riskLibrary.length);
    const { body: some } = await governance.get(
      '/risk-library?kind=threat&framework=owasp-llm-top-10&category=security&q=orders',
    );
    expect(some.items.map((e: any) => e.id)).toEqual(['prompt-injection']);
    expect(some.items[0].sources[1]).toMatchObject({
      cited: 'LLM01:2025',
      title: 'Prompt Injection',
    });
  });

  it.each([
    ['kind=vibe', 'query.kind: '],
    ['category=vibe', 'query.category: '],
    ['framework=vibe', 'query.framework: '],
    ['colour=red', 'query.colour: is not known'],
  ])('refuses ?%s and says what is wrong', async (query, message) => {
    const { status, body } = await governance.get(`/risk-library?${query}`);
    expect([status, body.error.name]).toEqual([400, 'InputError']);
    expect(body.error.message).toContain(message);
  });

  it('suggests by what the catalog and the records say, and says why', async () => {
    const before = await suggestions();
    expect(riskSuggestionsSchema.parse(before)).toEqual(before);
    expect(before.totalItems).toBe(before.items.length);
    expect(entryOf(before, 'automation-bias').why).toEqual([
      'Because it supports decisions.',
    ]);
    expect(entryOf(before, 'insecure-integration')).toBeUndefined();
    expect(before.unanswered).toContain('how people oversee it');

    const asked = await governance.post(`${limits}/records`, {
      type: 'connector',
      data: {
        name: 'CRM',
        kind: 'api',
        reach: { classifications: ['internal'], scopes: ['read'] },
        status: 'connected',
        decision: 'requested',
        reason: 'Reads the case.',
      },
    });
    expect([asked.status, asked.body.error]).toEqual([201, undefined]);
    const after = await suggestions();
    expect(entryOf(after, 'insecure-integration').why).toEqual([
      'Because it has connectors (CRM).',
    ]);
    const ids = after.items.map((item: any) => item.entry.id);
    for (const { entry } of before.items) expect(ids).toContain(entry.id);
  });

  it('marks what the threat model already names', async () => {
    const written = await governance.post(`${limits}/records`, {
      type: 'threat-model',
      data: {
        scope: 'All of it.',
        assets: [],
        entryPoints: [],
        threats: [
          {
            id: 'orders',
            title: 'Orders in mails',
            kind: 'prompt-injection',
            sources: ['LLM01:2025'],
          },
        ],
      },
    });
    expect(written.status).toBe(201);
    expect(entryOf(await suggestions(), 'prompt-injection')).toMatchObject({
      why: ['Because the threat model names “Orders in mails”.'],
      coveredBy: [
        { recordType: 'threat-model', id: 'orders', title: 'Orders in mails' },
      ],
    });
  });
});
