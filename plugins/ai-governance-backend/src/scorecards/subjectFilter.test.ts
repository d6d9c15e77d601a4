import { TestDatabases } from '@backstage/backend-test-utils';
import {
  SubjectsQuery,
  subjectsQuerySchema,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { migrate } from '../database/migrate';
import { company, everything, noon } from './__testUtils__/company';
import { Scorecards } from './Scorecards';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const ref = (name: string) => `aisystem:default/${name}`;

describe.each(databases.eachSupportedId())(
  'filters of subjects on %s',
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
    const names = async (query: SubjectsQuery = {}) => {
      const { items } = await page({ limit: 500, ...query });
      return items.map(s => s.name);
    };

    beforeAll(async () => {
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
  },
);
