import { TestDatabases } from '@backstage/backend-test-utils';
import {
  change as changeType,
  instant,
  recordType,
  registerEntrySchema,
  RegisterQuery,
  registerQuerySchema,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { migrate } from '../database/migrate';
import { company, everything, noon } from '../scorecards/__testUtils__/company';
import { Registers } from './Registers';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const change = (title: string, more: object = {}) => ({
  kind: 'model',
  title,
  why: 'Because',
  origin: 'person',
  ...more,
});

describe.each(databases.eachSupportedId())('registers on %s', databaseId => {
  let knex: Knex;
  let registers: Registers;
  let scoring: string;
  let of: ReturnType<typeof company>;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
    registers = Registers.create({ knex, clock: async () => noon });
    of = company(knex);
    await of.people(
      ['group:default/top', 'group:default/below'],
      [{ parent: 'group:default/top', child: 'group:default/below' }],
    );
    scoring = await of.subject({
      ref: 'aisystem:default/scoring',
      title: 'Scoring',
      owner: 'group:default/below',
      summaries: [{ tier: 'high' }],
    });
    const chat = await of.subject({ ref: 'aisystem:default/chat' });
    const gone = await of.subject({
      ref: 'aisystem:default/gone',
      goneAt: noon,
    });
    await of.record(scoring, 'change', [change('First'), change('Renamed')]);
    await of.record(chat, 'change', [
      change('Über "quotes"', { why: 'the title of a book', to: 'a\\b' }),
    ]);
    await of.record(chat, 'change', [change('Secret'), null]);
    await of.record(gone, 'change', [change('Long ago')]);
  });
  afterEach(() => knex.destroy());

  const page = (query: Partial<RegisterQuery> = {}) =>
    registers.page(
      everything,
      registerQuerySchema.parse({ type: 'change', ...query }),
    );
  const summaries = async (query: Partial<RegisterQuery>) =>
    (await page(query)).items.map(e => e.summary).sort();

  it('hold the latest revision of each record, with its subject', async () => {
    const { items, totalItems } = await page();
    expect(totalItems).toBe(3);
    expect(items.map(e => e.summary).sort()).toEqual([
      'Redacted',
      'Renamed',
      'Über "quotes"',
    ]);
    for (const item of items) {
      expect(registerEntrySchema.safeParse(item).error).toBeUndefined();
    }
    expect(items.find(e => e.summary === 'Renamed')).toMatchObject({
      type: 'change',
      revision: 2,
      seq: 2,
      data: change('Renamed'),
      subject: {
        ref: 'aisystem:default/scoring',
        title: 'Scoring',
        owner: 'group:default/below',
      },
    });
    expect(items.find(e => e.summary === 'Redacted')).toMatchObject({
      data: null,
      revision: 2,
    });
  });

  it('say each record in one short line, whatever its type says', async () => {
    const note = recordType({
      ...changeType,
      type: 'note',
      schema: z.object({ text: z.string() }),
      takes: undefined,
      asksFor: undefined,
      asksForRecords: undefined,
      admit: undefined,
      decides: undefined,
      summary: ({ text }) => text,
    });
    await of.record(scoring, 'note', [{ text: `Two\n\n  ${'x'.repeat(400)}` }]);
    const narrow = Registers.create({
      knex,
      clock: async () => noon,
      recordTypes: [note],
    });
    const notes = registerQuerySchema.parse({ type: 'note' });
    const { items } = await narrow.page(everything, notes);
    expect(items[0].summary).toMatch(/^Two x+…$/);
    expect(items[0].summary).toHaveLength(300);
    await of.record(scoring, 'note', [{ text: `x${'🔥'.repeat(200)}` }]);
    const { items: again } = await narrow.page(everything, notes);
    const cut = again.find(e => e.summary.startsWith('x'))!.summary;
    expect(cut).toBe(`x${'🔥'.repeat(149)}…`);
  });

  it.each<[Partial<RegisterQuery>, string[]]>([
    [{ owner: 'group:default/below' }, ['Renamed']],
    [{ team: 'group:default/top' }, ['Renamed']],
    [{ tier: 'high' }, ['Renamed']],
    [{ tier: ['limited', 'minimal'] }, []],
    [{ q: 'RENAMED' }, ['Renamed']],
    [{ q: 'first' }, []], // an earlier revision
    [{ q: 'secret' }, []], // redacted
    [{ q: 'über "Q' }, ['Über "quotes"']],
    [{ q: 'A\\B' }, ['Über "quotes"']],
    [{ q: 'title' }, ['Über "quotes"']], // texts, not names of fields
    [{ q: '%' }, []],
  ])('%j', async (query, expected) => {
    await expect(summaries(query)).resolves.toEqual(expected);
    expect((await page({ ...query, limit: 1 })).totalItems).toBe(
      expected.length,
    );
  });

  it('name the types there are when asked for another', async () => {
    await expect(page({ type: 'chnage' })).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('change, approval'),
    });
    await expect(page({ q: 'a\0' })).rejects.toMatchObject({
      name: 'InputError',
    });
  });

  it('page through every record once, also of one instant, both ways', async () => {
    for (let i = 0; i < 9; i += 1) {
      const at = instant(Date.parse(noon) + Math.floor(i / 3) * 1000);
      await of.record(scoring, 'change', [change(`Change ${i}`)], at);
    }
    for (const order of ['asc', 'desc'] as const) {
      const seen = [];
      let cursor: string | undefined;
      do {
        const { items, totalItems, nextCursor } = await page({
          order,
          limit: 5,
          cursor,
        });
        expect(totalItems).toBe(12);
        seen.push(...items);
        cursor = nextCursor;
      } while (cursor);
      expect(new Set(seen.map(e => e.recordId)).size).toBe(12);
      const times = seen.map(e => e.recordedAt);
      const sorted = [...times].sort();
      expect(times).toEqual(order === 'asc' ? sorted : sorted.reverse());
    }
    const exported = [];
    for await (const e of registers.each(
      everything,
      registerQuerySchema.parse({ type: 'change' }),
    )) {
      exported.push(e.recordId);
    }
    expect(new Set(exported).size).toBe(12);
  });

  it('refuse a cursor of another register or order', async () => {
    const { nextCursor } = await page({ limit: 1 });
    await expect(
      page({ cursor: nextCursor, order: 'asc' }),
    ).rejects.toMatchObject({ name: 'InputError' });
    await expect(
      page({ cursor: nextCursor, type: 'intended-use' }),
    ).rejects.toMatchObject({ name: 'InputError' });
  });
});
