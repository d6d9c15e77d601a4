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
const nine = '2026-11-24T09:00:00.000Z';
const ten = '2026-11-24T10:00:00.000Z';
const ref = (name: string) => `aisystem:default/${name}`;

describe.each(databases.eachSupportedId())('scorecards on %s', databaseId => {
  let knex: Knex;
  let now: string;
  let of: ReturnType<typeof company>;
  let scorecards: Scorecards;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
    now = noon;
    of = company(knex);
    scorecards = Scorecards.create({ knex, clock: async () => now });
  });
  afterEach(() => knex.destroy());

  const page = (query: SubjectsQuery = {}) =>
    scorecards.subjects(everything, subjectsQuerySchema.parse(query));
  const names = async (query: SubjectsQuery = {}) => {
    const { items } = await page({ limit: 500, ...query });
    return items.map(s => s.name);
  };

  describe('paging', () => {
    const titles = ['Zebra', 'zebra', 'apple', 'Äpfel', 'it’s “odd” %_\\', 'Z'];
    beforeEach(async () => {
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
  });

  describe('filters', () => {
    beforeEach(async () => {
      await of.people(
        ['group:default/top', 'group:default/below', 'user:default/ann'],
        [{ parent: 'group:default/top', child: 'group:default/below' }],
      );
      const scoring = await of.subject({
        ref: ref('scoring'),
        title: 'Kreditwürdigkeit ÜBER alles',
        owner: 'group:default/below',
        type: 'decision-support',
        lifecycle: 'production',
        sourcing: 'in-house',
        summaries: [
          {
            tier: 'high',
            level: null,
            families: { INV: { pass: 2 }, RSK: { 'not-reported': 1 } },
            first: 'RSK-01',
          },
        ],
      });
      await of.result(scoring, { control: 'RSK-01', state: 'not-reported' });
      await of.result(scoring, {
        control: 'DOC-06',
        state: 'pass',
        validUntil: noon,
        nextState: 'expired',
      });
      const chat = await of.subject({
        ref: ref('chat'),
        title: '100% helpful_bot',
        owner: 'group:default/top',
        lifecycle: 'experimental',
        sourcing: 'vendor',
        summaries: [
          {
            tier: 'limited',
            level: 'silver',
            families: { INV: { fail: 1 }, RSK: { 'not-applicable': 1 } },
          },
        ],
      });
      await of.result(chat, { control: 'RSK-01', state: 'not-applicable' });
      await of.subject({ ref: ref('mine'), owner: 'user:default/ann' });
      await of.subject({
        ref: 'component:default/lost',
        owner: 'group:default/dissolved',
      });
      await of.subject({ ref: ref('nobodys'), summaries: [{}] });
      await of.subject({ ref: ref('gone'), goneAt: noon, summaries: [{}] });
    });

    it.each<[SubjectsQuery, string[]]>([
      [{}, ['chat', 'lost', 'mine', 'nobodys', 'scoring']],
      [{ ref: ['AISystem:default/chat', ref('gone')] }, ['chat']],
      [{ owner: 'group:default/top' }, ['chat']],
      [{ owner: ['user:default/ann', 'group:default/top'] }, ['chat', 'mine']],
      [{ team: 'group:default/top' }, ['chat', 'scoring']],
      [{ team: 'group:default/below' }, ['scoring']],
      [{ team: 'group:default/unknown' }, []],
      [{ tier: ['high', 'limited'] }, ['chat', 'scoring']],
      [{ level: 'none' }, ['nobodys', 'scoring']],
      [{ level: ['silver', 'gold'] }, ['chat']],
      [{ lifecycle: 'production' }, ['scoring']],
      [{ sourcing: ['vendor', 'in-house'] }, ['chat', 'scoring']],
      [{ type: 'decision-support' }, ['scoring']],
      [{ kind: 'Component' }, ['lost']],
      [
        { kind: ['aisystem', 'AISystem'] },
        ['chat', 'mine', 'nobodys', 'scoring'],
      ],
      [{ state: 'not-reported' }, ['scoring']],
      [{ state: ['pass', 'fail'] }, ['chat', 'scoring']],
      [{ family: 'INV', state: 'fail' }, ['chat']],
      [{ family: 'RSK' }, ['scoring']],
      [{ control: 'RSK-01' }, ['scoring']],
      [{ control: 'RSK-01', state: 'not-applicable' }, ['chat']],
      [{ control: 'DOC-06', state: 'expired' }, ['scoring']],
      [{ control: 'DOC-06', state: 'pass' }, []],
      [{ withoutTeam: 'unowned' }, ['lost', 'nobodys']],
      [{ withoutTeam: 'person' }, ['mine']],
      [{ q: 'WÜRDIG' }, ['scoring']],
      [{ q: 'über' }, ['scoring']],
      [{ q: '0% H' }, ['chat']],
      [{ q: 'l_b' }, ['chat']],
      [{ q: 'h%l' }, []],
      [{ q: '\\' }, []],
      [{ q: 'DISSOLVED' }, ['lost']],
      [{ q: 'group:', tier: 'high' }, ['scoring']],
    ])('%j', async (query, expected) => {
      expect((await names(query)).sort()).toEqual(expected);
      expect((await page({ ...query, limit: 1 })).totalItems).toBe(
        expected.length,
      );
    });

    it.each<[SubjectsQuery, string]>([
      [{ tier: 'huge' }, 'tier: "huge" is none of prohibited, high'],
      [{ level: 'tin' }, 'level'],
      [{ state: ['pass', 'bad'] }, 'state'],
      [{ family: 'XYZ' }, 'family'],
      [{ control: 'XYZ-01' }, 'control'],
      [{ q: 'a\0b' }, 'q'],
      [{ owner: ['a', 'b\0'] }, 'owner'],
    ])('refuses %j', async (query, words) => {
      await expect(page(query)).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(words),
      });
    });

    it('counts the values that occur', async () => {
      await expect(scorecards.facets(everything)).resolves.toEqual({
        owner: [
          { value: 'group:default/below', count: 1 },
          { value: 'group:default/dissolved', count: 1 },
          { value: 'group:default/top', count: 1 },
          { value: 'user:default/ann', count: 1 },
        ],
        lifecycle: [
          { value: 'experimental', count: 1 },
          { value: 'production', count: 1 },
        ],
        type: [{ value: 'decision-support', count: 1 }],
        sourcing: [
          { value: 'in-house', count: 1 },
          { value: 'vendor', count: 1 },
        ],
        kind: [
          { value: 'AISystem', count: 4 },
          { value: 'component', count: 1 },
        ],
      });
    });
  });

  it('reads the summary whose interval holds the instant, and the first result as it stands then', async () => {
    const id = await of.subject({
      ref: ref('scoring'),
      owner: 'group:default/a',
      summaries: [
        {
          from: nine,
          until: ten,
          tier: 'high',
          level: 'gold',
          families: { DOC: { warning: 1, pass: 1 } },
          first: 'DOC-06',
        },
        {
          from: ten,
          until: noon,
          tier: 'high',
          level: 'bronze',
          families: { DOC: { expired: 1, pass: 1 } },
          first: 'DOC-06',
        },
        { from: noon, tier: 'high', families: { DOC: { expired: 2 } } },
      ],
    });
    await of.people(['group:default/a']);
    await of.result(id, {
      control: 'DOC-06',
      state: 'warning',
      reason: 'Due soon.',
      validUntil: ten,
      nextState: 'expired',
      nextReason: 'Too late.',
    });
    await of.result(id, { control: 'DOC-06', state: 'fail', to: nine });

    const at = async (instant: string) => {
      now = instant;
      const { items } = await page();
      const [{ families, ...team }] = await scorecards.teams(everything);
      expect(items[0].counts).toEqual(team.counts);
      expect(families.map(f => f.family)).toEqual(['INV', 'DOC', 'RSK']);
      expect(families[1].counts).toEqual(team.counts);
      expect((await scorecards.organization(everything)).counts).toEqual(
        team.counts,
      );
      return items[0];
    };
    await expect(at(nine)).resolves.toMatchObject({
      level: 'gold',
      share: 1,
      overdue: 0,
      first: {
        controlId: 'DOC-06',
        title: 'Documentation reviewed',
        state: 'warning',
        reason: 'Due soon.',
      },
    });
    await expect(at('2026-11-24T09:59:59.999Z')).resolves.toMatchObject({
      level: 'gold',
    });
    await expect(at(ten)).resolves.toMatchObject({
      level: 'bronze',
      share: 0.5,
      overdue: 1,
      first: { state: 'expired', reason: 'Too late.' },
    });
    await expect(at(noon)).resolves.toMatchObject({
      level: null,
      share: 0,
      first: undefined,
    });
  });

  it('shows a subject that waits for its first evaluation', async () => {
    await of.subject({ ref: ref('new') });
    const { items } = await page();
    expect(items).toEqual([
      expect.objectContaining({
        tier: null,
        level: null,
        share: null,
        evaluatedAt: null,
        overdue: 0,
      }),
    ]);
    await expect(scorecards.organization(everything)).resolves.toMatchObject({
      subjects: 1,
      unevaluated: 1,
      withoutTeam: { unowned: { unevaluated: 1 } },
    });
  });
});
