import { TestDatabases } from '@backstage/backend-test-utils';
import {
  controlFamilies,
  levels,
  noCounts,
  resultStates,
  ResultState,
  tiers,
} from 'backstage-plugin-ai-governance-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { migrate } from '../database/migrate';
import {
  company,
  everything,
  noon,
  SubjectFixture,
} from './__testUtils__/company';
import { Scorecards } from './Scorecards';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const families = Object.keys(controlFamilies).filter(f => f !== 'ORG');
const groups = ['a', 'b', 'c', 'd', 'e', 'f'].map(g => `group:default/${g}`);
const people = ['user:default/x', 'user:default/y'];

const group = fc.constantFrom(...groups);
const counts = fc.dictionary(fc.constantFrom(...resultStates), fc.nat(3));
const summary = fc.record({
  tier: fc.constantFrom(...tiers),
  level: fc.constantFrom(null, ...levels),
  families: fc.dictionary(fc.constantFrom(...families), counts),
});
const subject = fc.record({
  owner: fc.constantFrom(null, ...groups, ...people, 'group:default/none'),
  gone: fc.boolean(),
  summary: fc.option(summary),
});
const world = fc.record({
  // any edges at all: several parents, cycles, a group below itself
  edges: fc.uniqueArray(fc.record({ parent: group, child: group }), {
    maxLength: 9,
    selector: e => `${e.parent} ${e.child}`,
  }),
  subjects: fc.array(subject, { maxLength: 12 }),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

/** Counted one by one, in the plainest way there is. */
function counted(subjects: World['subjects']) {
  const total = (state: string, family?: string, among = subjects) =>
    among.reduce(
      (n, s) =>
        n +
        Object.entries(s.summary?.families ?? {})
          .filter(([f]) => family === undefined || f === family)
          .reduce((m, [, of]) => m + (of[state as ResultState] ?? 0), 0),
      0,
    );
  const of = (family?: string, among = subjects) => {
    const sums = Object.fromEntries(
      resultStates.map(s => [s, total(s, family, among)]),
    ) as Record<ResultState, number>;
    const holds = sums.pass + sums.warning;
    const asked =
      holds + sums.fail + sums.expired + sums['not-reported'] + sums.error;
    return { counts: sums, share: asked === 0 ? null : holds / asked };
  };
  const many = (
    wanted: (s: NonNullable<World['subjects'][0]['summary']>) => boolean,
  ) => subjects.filter(s => s.summary && wanted(s.summary)).length;
  return {
    subjects: subjects.length,
    ...of(),
    overdue: total('expired'),
    families: families.map(family => ({
      family,
      title: controlFamilies[family as keyof typeof controlFamilies],
      ...of(family),
    })),
    tiers: Object.fromEntries(tiers.map(t => [t, many(s => s.tier === t)])),
    openByTier: Object.fromEntries(
      tiers.map(t => {
        const { counts: c } = of(
          undefined,
          subjects.filter(s => s.summary?.tier === t),
        );
        return [t, c.fail + c.expired + c['not-reported'] + c.error];
      }),
    ),
    levels: Object.fromEntries(
      (['none', ...levels] as const).map(l => [
        l,
        many(s => (s.level ?? 'none') === l),
      ]),
    ),
    unevaluated: subjects.filter(s => !s.summary).length,
  };
}

/** Whether `owner` is `team`, or some way down the edges leads from one to the other. */
function isWithin(owner: string | null, team: string, edges: World['edges']) {
  const reached = [team];
  for (const at of reached) {
    for (const { parent, child } of edges) {
      if (parent === at && !reached.includes(child)) reached.push(child);
    }
  }
  return owner !== null && reached.includes(owner);
}

describe.each(databases.eachSupportedId())('roll-ups on %s', databaseId => {
  let knex: Knex;
  let queries: number;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
    knex.on('query', () => {
      queries += 1;
    });
  });

  async function fill({ edges, subjects }: World) {
    for (const table of [
      'subject_summary',
      'subjects',
      'streams',
      'entity_facts',
      'group_edges',
      'group_closure',
    ]) {
      await knex(table).delete();
    }
    const of = company(knex);
    await of.people([...groups, ...people], edges);
    for (const [index, { owner, gone, summary: is }] of subjects.entries()) {
      const fixture: SubjectFixture = {
        ref: `aisystem:default/s${index}`,
        owner,
        goneAt: gone ? noon : undefined,
        summaries: is ? [is] : [],
      };
      await of.subject(fixture);
    }
  }

  it('equal a count one by one, over any groups, owners and results', async () => {
    await fc.assert(
      fc.asyncProperty(world, async given => {
        await fill(given);
        const there = given.subjects.filter(s => !s.gone);
        const scorecards = Scorecards.create({ knex, clock: async () => noon });

        const { withoutTeam, ...organization } = await scorecards.organization(
          everything,
        );
        expect(organization).toEqual(counted(there));
        expect(withoutTeam).toEqual({
          unowned: counted(
            there.filter(
              s => s.owner === null || s.owner === 'group:default/none',
            ),
          ),
          ownedByPerson: counted(
            there.filter(s => people.includes(s.owner ?? '')),
          ),
        });

        const expected = groups
          .map(ref => ({
            ref,
            within: there.filter(s => isWithin(s.owner, ref, given.edges)),
          }))
          .filter(({ within }) => within.length > 0)
          .map(({ ref, within }) => ({
            ref,
            own: within.filter(s => s.owner === ref).length,
            ...counted(within),
          }));
        queries = 0;
        const teams = await scorecards.teams(everything);
        expect(queries).toBeLessThanOrEqual(4 + 3); // and the transaction's own
        expect(teams.map(({ name, title, parent, ...card }) => card)).toEqual(
          expected,
        );

        // a tree: every team hangs under a listed one above it, and from there one gets to a top
        const parentOf = new Map(teams.map(t => [t.ref, t.parent]));
        for (const { ref, parent } of teams) {
          const edge = given.edges.some(
            e => e.parent === parent && e.child === ref,
          );
          expect(edge).toBe(parent !== undefined);
          expect(parentOf.has(parent ?? ref)).toBe(true);
          const path = new Set<string>();
          for (
            let at: string | undefined = ref;
            at !== undefined;
            at = parentOf.get(at)
          ) {
            expect(path.has(at)).toBe(false);
            path.add(at);
          }
        }

        for (const ref of groups) {
          const listed = teams.find(t => t.ref === ref);
          const team = await scorecards.team(everything, ref);
          expect(team).toEqual(
            listed ?? {
              ref,
              name: ref.slice(-1),
              title: ref.slice(-1),
              own: 0,
              ...counted([]),
              parent: team?.parent,
            },
          );
        }
      }),
      { numRuns: 25 },
    );
  });

  it('know a group that owns nothing, with its place, and none that the catalog has not', async () => {
    await fill({
      edges: [
        { parent: groups[0], child: groups[1] },
        { parent: groups[1], child: groups[2] },
      ],
      subjects: [{ owner: groups[0], gone: false, summary: null }],
    });
    const scorecards = Scorecards.create({ knex, clock: async () => noon });
    await expect(scorecards.team(everything, groups[2])).resolves.toMatchObject(
      {
        ref: groups[2],
        name: 'c',
        title: 'c',
        parent: groups[0],
        subjects: 0,
        share: null,
        families: families.map(family => ({ family, counts: noCounts() })),
      },
    );
    await expect(
      scorecards.team(everything, 'group:default/none'),
    ).resolves.toBeUndefined();
    await expect(
      scorecards.team(everything, people[0]),
    ).resolves.toBeUndefined();
  });
});
