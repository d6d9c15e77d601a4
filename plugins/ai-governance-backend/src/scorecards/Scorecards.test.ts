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
      expect(families[1]).toMatchObject({ family: 'DOC', counts: team.counts });
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
