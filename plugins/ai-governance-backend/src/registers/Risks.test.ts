import { TestDatabases } from '@backstage/backend-test-utils';
import {
  riskLevelsOverTime,
  riskSchema,
  RisksQuery,
  risksQuerySchema,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { migrate } from '../database/migrate';
import { nothing } from '../permissions/ReadScope';
import { storeRisks } from '../posture/storeRisks';
import { company, everything, noon } from '../scorecards/__testUtils__/company';
import { Risks } from './Risks';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const estimate = (likelihood: number, individuals: number) => ({
  likelihood,
  consequence: { individuals, society: 1, business: 1 },
});
const scenario = (
  title: string,
  inherent: [number, number],
  more: object = {},
) => ({
  id: title.toLowerCase().replaceAll(' ', '-'),
  title,
  category: 'privacy',
  inherent: estimate(...inherent),
  ...more,
});
const revision = (recordId: string, type: string, data: object) => ({
  recordId,
  type,
  revision: 1,
  data,
  author: 'user:default/dana',
  materiality: 'material' as const,
  effectiveAt: noon,
  recordedAt: noon,
  dataHash: 'd',
});
// lapses with the day
const evidence = {
  title: 'Filter report',
  effectiveFrom: '2026-11-01',
  expires: '2026-11-24',
};

describe.each(databases.eachSupportedId())('risks on %s', databaseId => {
  let knex: Knex;
  let now = noon;
  let risks: Risks;
  let of: ReturnType<typeof company>;

  /** A subject whose risk was assessed and judged at noon. */
  async function assessed(ref: string, fixture: object, scenarios: object[]) {
    const id = await of.subject({
      ref,
      owner: 'group:default/lending',
      summaries: [{ tier: 'limited' }],
      ...fixture,
    });
    const data = { scenarios };
    const recordId = await of.record(id, 'risk-assessment', [data]);
    const records = {
      'risk-assessment': [revision(recordId, 'risk-assessment', data)],
      evidence: [revision('e1', 'evidence', evidence)],
      'control-test': [
        {
          ...revision('t1', 'control-test', {
            result: 'effective',
            evidenceRecords: ['e1'],
          }),
          author: 'user:default/olga',
        },
      ],
    };
    const levels = riskLevelsOverTime(
      { profile: { data: { classification: 'public' } }, records },
      noon,
    );
    await knex.transaction(tx => storeRisks(tx, [{ id, risks: levels }]));
    return { id, recordId };
  }

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
    risks = Risks.create({
      knex,
      clock: async () => now,
      policy: {
        tolerance: { high: 'low', limited: 'medium', minimal: 'very-high' },
      },
    });
    of = company(knex);
    await of.people(['group:default/lending', 'group:default/support']);
    await assessed('aisystem:default/bot', { title: 'Bot' }, [
      scenario('Leak', [5, 5], {
        current: { ...estimate(1, 1), evidence: ['e1'] },
        target: estimate(1, 2),
        treatment: {
          strategy: 'mitigate',
          owner: 'user:default/dana',
          due: '2026-12-01',
        },
      }),
      scenario('Wrong 100% answers', [3, 3], { category: 'accuracy' }),
    ]);
    await assessed(
      'aisystem:default/limits',
      {
        title: 'Account limits',
        owner: 'group:default/support',
        summaries: [{ tier: 'high' }],
      },
      [
        scenario('Bias', [4, 4], { target: estimate(3, 3) }),
        scenario('Ünequal', [3, 3]),
      ],
    );
    await assessed('aisystem:default/gone', { goneAt: noon }, [
      scenario('Long ago', [5, 5]),
    ]);
    await assessed('aisystem:default/none', {}, []);
  });
  beforeEach(() => {
    now = noon;
  });
  afterAll(() => knex.destroy());

  const page = (query: RisksQuery = {}) =>
    risks.page(everything, risksQuerySchema.parse(query));
  const titles = async (query: RisksQuery = {}) =>
    (await page(query)).items.map(({ title }) => title);

  it('are the scenarios of all that is there, the gravest current level first', async () => {
    const { items, totalItems } = await page();
    expect(totalItems).toBe(4);
    expect(items.map(r => [r.title, r.current])).toEqual([
      ['Bias', 'high'],
      ['Ünequal', 'medium'],
      ['Wrong 100% answers', 'medium'],
      ['Leak', 'very-low'],
    ]);
    for (const item of items) {
      expect(riskSchema.safeParse(item).error).toBeUndefined();
    }
    expect(items[3]).toMatchObject({
      subject: {
        ref: 'aisystem:default/bot',
        title: 'Bot',
        owner: 'group:default/lending',
      },
      scenario: 'leak',
      inherent: 'very-high',
      target: 'very-low',
      tolerance: 'medium',
      aboveTolerance: false,
      treatment: { strategy: 'mitigate', due: '2026-12-01' },
    });
  });

  it.each<[RisksQuery, string[]]>([
    [{ current: 'medium' }, ['Ünequal', 'Wrong 100% answers']],
    [{ current: ['high', 'very-low'] }, ['Bias', 'Leak']],
    [{ inherent: 'very-high' }, ['Leak']],
    [{ inherent: 'very-high', current: 'high' }, []],
    [{ target: ['medium'] }, ['Bias']],
    [{ category: 'accuracy' }, ['Wrong 100% answers']],
    [{ aboveTolerance: 'true' }, ['Bias', 'Ünequal']],
    [{ aboveTolerance: 'false' }, ['Wrong 100% answers', 'Leak']],
    [{ tier: 'high' }, ['Bias', 'Ünequal']],
    [{ owner: 'group:default/lending' }, ['Wrong 100% answers', 'Leak']],
    [{ team: 'group:default/support' }, ['Bias', 'Ünequal']],
    [{ q: 'ünEQUAL' }, ['Ünequal']],
    [{ q: '0%' }, ['Wrong 100% answers']],
    [{ orderBy: 'inherent' }, ['Leak', 'Bias', 'Ünequal', 'Wrong 100% answers']], // prettier-ignore
    [{ orderBy: 'target' }, ['Bias', 'Leak', 'Ünequal', 'Wrong 100% answers']],
    [{ orderBy: 'target', order: 'asc' }, ['Leak', 'Bias', 'Ünequal', 'Wrong 100% answers']], // prettier-ignore
    [{ order: 'asc' }, ['Leak', 'Ünequal', 'Wrong 100% answers', 'Bias']],
  ])('%j', async (query, expected) => {
    await expect(titles(query)).resolves.toEqual(expected);
    expect((await page({ ...query, limit: 1 })).totalItems).toBe(
      expected.length,
    );
  });

  it('have their inherent level again from the instant at which evidence lapses', async () => {
    now = '2026-11-24T23:59:59.999Z';
    await expect(titles({ current: 'very-high' })).resolves.toEqual([]);
    now = '2026-11-25T00:00:00.000Z';
    await expect(titles({ current: 'very-high' })).resolves.toEqual(['Leak']);
    await expect(titles({ current: 'very-low' })).resolves.toEqual([]);
    expect((await page()).items[0]).toMatchObject({
      title: 'Leak',
      current: 'very-high',
      aboveTolerance: true,
    });
  });

  it('come page by page, each once', async () => {
    for (const query of [
      {},
      { order: 'asc' },
      { orderBy: 'target' },
    ] as RisksQuery[]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const found: Awaited<ReturnType<typeof page>> = await page({
          ...query,
          limit: 1,
          cursor,
        });
        expect(found.totalItems).toBe(4);
        seen.push(...found.items.map(({ title }) => title));
        cursor = found.nextCursor;
      } while (cursor);
      expect(seen).toEqual(await titles(query));
    }
    const exported: string[] = [];
    for await (const { title } of risks.each(
      everything,
      risksQuerySchema.parse({}),
    )) {
      exported.push(title);
    }
    expect(exported).toEqual(await titles());
  });

  it('are not shown to who may not read their subject, nor counted', async () => {
    await expect(
      risks.page(nothing, risksQuerySchema.parse({})),
    ).resolves.toMatchObject({ items: [], totalItems: 0 });
  });

  it.each<[RisksQuery, RegExp]>([
    [{ current: 'grave' }, /^current: "grave" is none of very-low, low/],
    [{ inherent: ['high', 'x'] }, /^inherent: "x"/],
    [{ target: '4' }, /^target: "4"/],
    [{ category: 'x' }, /^category: "x" is none of accuracy/],
    [{ tier: 'x' }, /^tier: /],
    [{ q: 'a\0' }, /^q: /],
  ])('refuse %j with the parameter that cannot be', async (query, message) => {
    await expect(page(query)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(message),
    });
  });

  it('refuse a cursor of another order', async () => {
    const { nextCursor } = await page({ limit: 1 });
    await expect(
      page({ cursor: nextCursor, orderBy: 'inherent' }),
    ).rejects.toMatchObject({ name: 'InputError' });
  });

  it('keep nothing of what was erased, nor of a scenario that is no longer there', async () => {
    const { id, recordId } = await assessed('aisystem:default/erased', {}, [
      scenario('Erased', [1, 1]),
      scenario('Twice', [1, 1]),
    ]);
    await expect(titles({ order: 'asc', limit: 2 })).resolves.toEqual([
      'Leak',
      'Erased',
    ]);
    await knex('revisions').where({ record_id: recordId }).update({ data: null }); // prettier-ignore
    expect((await page()).totalItems).toBe(4);
    await knex.transaction(tx => storeRisks(tx, [{ id, risks: undefined }]));
    await expect(
      knex('risk_levels').where({ subject_id: id }),
    ).resolves.toEqual([]);
  });
});
