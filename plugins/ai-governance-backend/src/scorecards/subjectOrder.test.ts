import { TestDatabases } from '@backstage/backend-test-utils';
import {
  levels,
  SubjectsQuery,
  subjectsQuerySchema,
  SubjectSummary,
  tiers,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { migrate } from '../database/migrate';
import {
  company,
  everything,
  noon,
  SubjectFixture,
} from './__testUtils__/company';
import { Scorecards } from './Scorecards';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const ref = (name: string) => `aisystem:default/${name}`;

describe.each(databases.eachSupportedId())(
  'order of subjects on %s',
  databaseId => {
    let knex: Knex;
    let scorecards: Scorecards;
    let of: ReturnType<typeof company>;
    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await migrate(knex);
      of = company(knex);
      scorecards = Scorecards.create({ knex, clock: async () => noon });
    });
    afterAll(() => knex.destroy());

    const page = (query: SubjectsQuery = {}) =>
      scorecards.subjects(everything, subjectsQuerySchema.parse(query));

    const titles = ['Zebra', 'zebra', 'apple', 'Äpfel', 'it’s “odd” %_\\', 'Z'];
    beforeAll(async () => {
      for (let i = 0; i < 23; i += 1) {
        const fixture: SubjectFixture = {
          ref: ref(`s${String(i).padStart(2, '0')}`),
          title: titles[i % titles.length],
          owner: [null, 'group:default/a', 'user:default/b'][i % 3],
          lifecycle: [undefined, 'production', 'experimental'][i % 3],
          summaries:
            i % 5 === 0
              ? []
              : [
                  {
                    tier: tiers[i % 4],
                    level: [null, ...levels][i % 4],
                    families: {
                      // thirds and sevenths: shares without an exact decimal
                      INV:
                        i % 7 === 0
                          ? { exempt: 1 }
                          : { pass: i % 4, fail: 3, expired: i % 3 },
                    },
                  },
                ],
        };
        await of.subject(fixture);
      }
    });

    const orders = (
      [
        'title',
        'owner',
        'tier',
        'level',
        'lifecycle',
        'share',
        'overdue',
      ] as const
    ).flatMap(orderBy =>
      (['asc', 'desc'] as const).map(order => ({ orderBy, order })),
    );

    it.each(orders)(
      'by $orderBy $order gives every subject once, the ones without a value last',
      async ({ orderBy, order }) => {
        const seen: SubjectSummary[] = [];
        let cursor: string | undefined;
        do {
          const { items, totalItems, nextCursor } = await page({
            orderBy,
            order,
            limit: 4,
            cursor,
          });
          expect(totalItems).toBe(23);
          seen.push(...items);
          cursor = nextCursor;
        } while (cursor);
        expect(seen).toHaveLength(23);
        expect(new Set(seen.map(s => s.ref)).size).toBe(23);

        const rank: Record<typeof orderBy, (s: SubjectSummary) => any> = {
          title: s =>
            Buffer.from(
              s.title.replace(/[A-Z]/g, c => c.toLowerCase()),
            ).toString('hex'),
          owner: s => s.owner,
          tier: s => s.tier && tiers.indexOf(s.tier),
          level: s =>
            s.evaluatedAt && ['none', ...levels].indexOf(s.level ?? 'none'),
          lifecycle: s => s.lifecycle,
          share: s => s.share,
          overdue: s => s.evaluatedAt && s.overdue,
        };
        const ranks = seen.map(rank[orderBy]);
        const some = ranks.filter(r => r !== null && r !== undefined);
        expect(ranks.slice(0, some.length)).toEqual(some);
        for (let i = 1; i < some.length; i += 1) {
          const [low, high] =
            order === 'asc' ? [some[i - 1], some[i]] : [some[i], some[i - 1]];
          expect(low <= high).toBe(true);
        }
      },
    );

    it('exports every page', async () => {
      const exported = [];
      for await (const s of scorecards.eachSubject(everything, {
        owner: 'user:default/b',
      })) {
        exported.push(s.ref);
      }
      expect(exported).toHaveLength(7);
      expect(new Set(exported).size).toBe(7);
    });

    it.each([
      ['nonsense', 'not one'],
      [Buffer.from('{"order":"title asc"}').toString('base64url'), 'not one'],
      [
        Buffer.from('{"order":"title asc","after":[1,"x"]}').toString(
          'base64url',
        ),
        'not one',
      ],
      [
        Buffer.from('{"order":"title asc","after":["x"]}').toString(
          'base64url',
        ),
        'not one',
      ],
      [
        Buffer.from('{"order":"title asc","after":["\\u0000","x"]}').toString(
          'base64url',
        ),
        'not one',
      ],
      [
        Buffer.from('{"order":"title desc","after":["a","x"]}').toString(
          'base64url',
        ),
        'title desc',
      ],
    ])('refuses the cursor %s', async (cursor, words) => {
      await expect(page({ orderBy: 'title', cursor })).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(words),
      });
    });

    it('refuses a number in a cursor that the column cannot hold', async () => {
      for (const after of [
        [0.5, 0, '', ''],
        [0, 1e12, '', ''],
      ]) {
        const cursor = Buffer.from(
          JSON.stringify({ order: 'tier asc', after }),
        ).toString('base64url');
        await expect(page({ cursor })).rejects.toMatchObject({
          name: 'InputError',
        });
      }
    });
  },
);
