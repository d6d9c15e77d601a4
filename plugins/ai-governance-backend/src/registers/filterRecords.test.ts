import { TestDatabases } from '@backstage/backend-test-utils';
import {
  RegisterQuery,
  registerQuerySchema,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { migrate } from '../database/migrate';
import { company, everything, noon } from '../scorecards/__testUtils__/company';
import { Registers } from './Registers';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const action = (title: string, of: object) => ({
  title,
  from: { kind: 'audit', recordId: 'A-1' },
  severity: 'low',
  status: 'open',
  plan: 'Mend it.',
  owner: 'user:default/omar',
  ...of,
});

describe.each(databases.eachSupportedId())(
  'registers by what their records say on %s',
  id => {
    let knex: Knex;
    let registers: Registers;
    let ids: Record<string, string>;

    beforeAll(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      registers = Registers.create({ knex, clock: async () => noon });
      const of = company(knex);
      const bot = await of.subject({ ref: 'aisystem:default/bot' });
      const record = (title: string, ...revisions: object[]) =>
        of.record(
          bot,
          'corrective-action',
          revisions.map(data => action(title, data)),
        );
      ids = {
        late: await record('late', { due: '2026-11-23', severity: 'critical' }),
        // kept until the day has ended
        today: await record('today', { due: '2026-11-24', severity: 'high' }),
        done: await record(
          'done',
          { due: '2026-11-01' },
          { due: '2026-11-01', status: 'done', severity: 'medium' },
        ),
        undated: await record('undated', { owner: 'group:default/lending' }),
      };
      await of.record(bot, 'corrective-action', [action('erased', {}), null]);
      await of.record(bot, 'change', [
        { kind: 'model', title: 'M', why: 'W', origin: 'person' },
      ]);
    });
    afterAll(() => knex.destroy());

    const page = (query: Partial<RegisterQuery>) =>
      registers.page(
        everything,
        registerQuerySchema.parse({ type: 'corrective-action', ...query }),
      );
    const titles = async (query: Partial<RegisterQuery>) =>
      (await page(query)).items.map(({ data }) => data?.title ?? 'erased');

    it.each<[Partial<RegisterQuery>, string[]]>([
      [{ status: 'done' }, ['done']],
      [{ status: ['open'], severity: ['critical', 'high'] }, ['late', 'today']],
      [{ assignee: 'GROUP:default/lending' }, ['undated']],
      [{ overdue: 'true' }, ['late']],
      [{ overdue: 'false' }, ['done', 'erased', 'today', 'undated']],
      [{ overdue: 'true', status: 'done' }, []],
    ])('%j', async (query, expected) => {
      expect((await titles(query)).sort()).toEqual(expected);
      expect((await page({ ...query, limit: 1 })).totalItems).toBe(
        expected.length,
      );
    });

    it('are sorted, what has no such value last, and paged in that order', async () => {
      const inOrder = async (query: Partial<RegisterQuery>) => {
        const all = [];
        let cursor: string | undefined;
        do {
          const { items, nextCursor } = await page({
            ...query,
            limit: 2,
            cursor,
          });
          all.push(...items.map(({ data }) => data?.title ?? 'erased'));
          cursor = nextCursor;
        } while (cursor);
        return all;
      };
      expect(
        (await inOrder({ orderBy: 'due', order: 'asc' })).slice(0, 3),
      ).toEqual(['done', 'late', 'today']);
      expect(await inOrder({ orderBy: 'severity', order: 'asc' })).toEqual([
        'late',
        'today',
        'done',
        'undated',
        'erased',
      ]);
      expect(
        (await inOrder({ orderBy: 'status', order: 'desc' })).slice(0, 2),
      ).toEqual(['erased', 'done']);
    });

    it('open one by its id', async () => {
      await expect(titles({ recordId: ids.late })).resolves.toEqual(['late']);
      await expect(titles({ recordId: 'none' })).resolves.toEqual([]);
    });

    it.each<[Partial<RegisterQuery>, RegExp]>([
      [{ status: 'opne' }, /^status: "opne" is none of open, done/],
      [{ type: 'change', status: 'open' }, /^status: changes have none/],
      [{ type: 'incident', assignee: 'user:a/b' }, /^assignee: incidents have/],
      [{ type: 'change', orderBy: 'due' }, /^orderBy: changes have no due/],
      [{ assignee: 'a\0' }, /^assignee: /],
    ])(
      'refuse %j with the parameter that cannot be',
      async (query, message) => {
        await expect(page(query)).rejects.toMatchObject({
          name: 'InputError',
          message: expect.stringMatching(message),
        });
      },
    );

    it('refuse a cursor of another order', async () => {
      const { nextCursor } = await page({ limit: 1 });
      await expect(
        page({ cursor: nextCursor, orderBy: 'due' }),
      ).rejects.toMatchObject({ name: 'InputError' });
    });
  },
);
