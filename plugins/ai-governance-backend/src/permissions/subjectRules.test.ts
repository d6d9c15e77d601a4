import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import { instant, tiers } from 'backstage-plugin-ai-governance-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { migrate } from '../database/migrate';
import { company, noon } from '../scorecards/__testUtils__/company';
import { subjectResourceType, subjectRuleset } from './registration';
import { readScope } from './ReadScope';
import { subjectConditions, SubjectCriterion } from './subjectRules';
import { loadSubjects, SubjectRow } from './SubjectRow';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const bank = 'group:default/bank';
const lending = 'group:default/lending';
const cards = 'group:default/cards';
const service = 'group:default/service';
const vanished = 'group:default/vanished';
const dana = 'user:default/dana';
const refs = [bank, lending, cards, service, vanished, dana];
/** Cards is below Lending, which is below the bank; the catalog has Vanished no longer. */
const edges = [
  { parent: bank, child: lending },
  { parent: lending, child: cards },
  { parent: bank, child: service },
];
const midnight = '2026-11-24T00:00:00.000Z';
const tomorrow = '2026-11-25T12:00:00.000Z';

type Conditions = PermissionCriteria<PermissionCondition>;
const some = fc.subarray([...refs, 'Group:default/CARDS', 'group:default/no']);
const { conditions } = fc.letrec<{ conditions: Conditions }>(tie => {
  const list = fc.array(tie('conditions'), { minLength: 1, maxLength: 3 });
  return {
    conditions: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      some.map(claims => subjectConditions.isOwner({ claims })),
      some.map(claims => subjectConditions.isAccountable({ claims })),
      some.map(teams => subjectConditions.isTeamMember({ teams })),
      fc
        .subarray([...tiers])
        .map(of => subjectConditions.hasTier({ tiers: of })),
      list.map(allOf => ({ allOf } as Conditions)),
      list.map(anyOf => ({ anyOf } as Conditions)),
      tie('conditions').map(not => ({ not } as Conditions)),
    ),
  };
});

describe.each(databases.eachSupportedId())('subject rules on %s', id => {
  let knex: Knex;
  const all: string[] = [];
  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    const of = company(knex);
    await of.people([bank, lending, cards, service, dana], edges);
    const summaries = [
      [],
      ...tiers.map(tier => [{ tier }]),
      // what is foretold: high until noon, then limited; not evaluated before midnight
      [
        { from: midnight, until: noon, tier: 'high' as const },
        { from: noon, tier: 'limited' as const },
      ],
      // a worker that is late, with nothing foretold
      [{ from: midnight, until: noon, tier: 'high' as const }],
    ];
    let n = 0;
    for (const owner of [...refs, null]) {
      for (const accountable of [dana, undefined]) {
        for (const row of summaries) {
          const ref = `aisystem:default/s${String((n += 1)).padStart(3, '0')}`;
          await of.subject({ ref, owner, accountable, summaries: row });
          all.push(ref);
        }
      }
    }
    await of.subject({
      ref: 'aisystem:default/gone',
      owner: cards,
      goneAt: noon,
    });
  });
  afterAll(() => knex.destroy());

  const toQuery = createConditionTransformer<SubjectCriterion>(subjectRuleset);
  const allows = createConditionAuthorizer<SubjectRow>(subjectRuleset);
  const selected = async (criteria: Conditions, at: string) => {
    const query = knex('subjects').whereNull('gone_at').orderBy('ref');
    readScope({ criteria: toQuery(criteria), at }).apply(query, 'subjects.id');
    return query.pluck('ref');
  };
  const allowed = (criteria: Conditions, subjects: SubjectRow[]) =>
    subjects
      .filter(subject =>
        allows(
          {
            result: AuthorizeResult.CONDITIONAL,
            pluginId: 'ai-governance',
            resourceType: 'ai-governance-subject',
            conditions: criteria,
          },
          subject,
        ),
      )
      .map(subject => subject.ref)
      .sort();

  it('select in the database what they allow in memory, however nested, at any time', async () => {
    const times = [
      instant(Date.parse(midnight) - 1),
      midnight,
      instant(Date.parse(noon) - 1),
      noon,
      tomorrow,
    ];
    const then = new Map<string, SubjectRow[]>();
    for (const at of times) then.set(at, await loadSubjects(knex, all, at));
    await fc.assert(
      fc.asyncProperty(
        conditions,
        fc.constantFrom(...times),
        async (criteria, at) => {
          expect(await selected(criteria, at)).toEqual(
            allowed(criteria, then.get(at)!),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('know a team by the groups above the owner, as the catalog has them', async () => {
    const { isTeamMember } = subjectConditions;
    const ownersBelow = async (team: string) => {
      const found = await selected(isTeamMember({ teams: [team] }), noon);
      return knex('subjects').whereIn('ref', found).distinct().pluck('owner');
    };
    expect((await ownersBelow('Group:default/Lending')).sort()).toEqual([
      cards,
      lending,
    ]);
    expect(await ownersBelow(service)).toEqual([service]);
    expect(await ownersBelow(vanished)).toEqual([]);
    expect(await ownersBelow(dana)).toEqual([]);
  });

  it('know the tier that holds now, and none before the first evaluation', async () => {
    const foretold = all[tiers.length + 1];
    const unevaluated = all[0];
    const ofTier = async (tier: any, at: string) =>
      selected(subjectConditions.hasTier({ tiers: [tier] }), at);
    const before = instant(Date.parse(noon) - 1);
    expect(await ofTier('high', before)).toContain(foretold);
    expect(await ofTier('limited', before)).not.toContain(foretold);
    expect(await ofTier('high', noon)).not.toContain(foretold);
    expect(await ofTier('limited', noon)).toContain(foretold);
    for (const tier of tiers) {
      expect(await ofTier(tier, noon)).not.toContain(unevaluated);
    }
  });

  it('load resources for the permission backend in the order asked for, with what the rules ask', async () => {
    const { getResources } = subjectResourceType({
      knex,
      clock: async () => noon,
    });
    const ofCards = all[2 * 2 * (tiers.length + 3) + 1];
    const found = await getResources([
      ofCards,
      'aisystem:default/never-was',
      `AISystem:default/${all[0].split('/')[1]}`,
      'aisystem:default/gone',
    ]);
    expect(found.map(subject => subject?.ref)).toEqual([
      ofCards,
      undefined,
      all[0],
      undefined,
    ]);
    expect(found[0]).toMatchObject({
      owner: cards,
      accountable: dana,
      tier: tiers[0],
    });
    expect([...found[0]!.teams].sort()).toEqual([bank, cards, lending]);
    expect(found[2]).toMatchObject({ owner: bank, tier: null });
  });
});

it('names the rules there are when asked for another', () => {
  expect(() => subjectRuleset.getRuleByName('IS_RICH')).toThrow(
    'IS_OWNER, IS_ACCOUNTABLE, HAS_TIER, IS_TEAM_MEMBER',
  );
});
