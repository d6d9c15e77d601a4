import { TestDatabases } from '@backstage/backend-test-utils';
import {
  addCounts,
  familyScorecardSchema,
  Instant,
  noCounts,
  plus,
} from 'backstage-plugin-ai-governance-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { exampleEntities } from './__testUtils__/exampleEntities';
import {
  eventually,
  startGovernance,
  TestCatalog,
} from './__testUtils__/startGovernance';
import { intendedUse, limits } from './__testUtils__/startExample';
import { subjectConditions } from './permissions/subjectRules';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const serviceOnly = { user: 'user:default/service' };
const noLending = { user: 'user:default/no-lending' };

async function start(id: any) {
  let now: Instant = '2026-03-01T09:00:00.000Z';
  const catalog = new TestCatalog(
    exampleEntities(),
    (user, entity) =>
      user !== noLending.user || entity.metadata.name !== 'lending',
  );
  const governance = await startGovernance({
    knex: await databases.init(id),
    catalog,
    clock: async () => now,
    decide: (user, { name }) => {
      if (user === serviceOnly.user && name === 'ai-governance.subject.read') {
        return {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'ai-governance',
          resourceType: 'ai-governance-subject',
          conditions: subjectConditions.isOwner({
            claims: ['group:default/service'],
          }),
        };
      }
      if (user === noLending.user && name === 'catalog.entity.read') {
        return {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'catalog',
          resourceType: 'catalog-entity',
          conditions: {
            rule: 'IS_ENTITY_OWNER',
            resourceType: 'catalog-entity',
            params: { claims: [user] },
          },
        };
      }
      return { result: AuthorizeResult.ALLOW };
    },
  });
  const settle = () =>
    eventually(
      async () => (await governance.get('/inventory')).body,
      body => expect(body.waiting).toBe(0),
      20_000,
    );
  await governance.sweep();
  await settle();
  return {
    governance,
    settle,
    now: () => now,
    later: (days: number) => {
      now = plus(now, { days });
    },
  };
}

const sumOf = (cells: any[]) =>
  cells.map(cell => cell.counts).reduce(addCounts, noCounts());

describe.each(databases.eachSupportedId())(
  'the controls of a family on %s',
  id => {
    it('add up to what every team and those of no team have in that family, and to what single systems say', async () => {
      const { governance } = await start(id);
      const { get } = governance;
      const { body: teams } = await get('/scorecards/teams');
      const { body: organization } = await get('/scorecards/organization');
      const lending = teams.items.find(
        (t: any) => t.ref === 'group:default/lending',
      );
      // no control of this organization is in the family of custom ones
      const families = organization.families.filter(
        (f: any) => f.family !== 'CUS',
      );
      expect((await get('/scorecards/families/CUS')).status).toBe(404);
      for (const { family, title } of families) {
        const { body } = await get(`/scorecards/families/${family}`);
        expect(familyScorecardSchema.parse(body)).toEqual(body);
        expect(body).toMatchObject({ family, title });
        const of = (card: any) =>
          card.families.find((f: any) => f.family === family).counts;
        expect(
          Object.fromEntries(
            body.items.map((item: any) => [item.ref, sumOf(item.controls)]),
          ),
        ).toEqual(
          Object.fromEntries(teams.items.map((t: any) => [t.ref, of(t)])),
        );
        const { unowned, ownedByPerson } = body.withoutTeam;
        expect(sumOf(unowned)).toEqual(of(organization.withoutTeam.unowned));
        expect(sumOf(ownedByPerson)).toEqual(
          of(organization.withoutTeam.ownedByPerson),
        );
      }
      const { body: documents } = await get('/scorecards/families/DOC');
      const [cell] = documents.items.find(
        (item: any) => item.ref === lending.ref,
      ).controls;
      for (const [state, count] of Object.entries(cell.counts)) {
        const { body } = await get(
          `/subjects?team=${lending.ref}&control=${cell.id}&state=${state}`,
        );
        expect([state, body.totalItems]).toEqual([state, count]);
      }
      await governance.stop();
    });

    it('are of what the reader may read, of a team alone, and of a past day', async () => {
      const { governance, later, now, settle } = await start(id);
      const { get, post } = governance;
      const of = async (search = '', as?: object) =>
        (await get(`/scorecards/families/DOC${search}`, as)).body;
      const refs = (body: any) => body.items.map((item: any) => item.ref);

      const all = await of();
      expect(refs(all)).toContain('group:default/lending');
      expect(refs(await of('', noLending))).toEqual(
        refs(all).filter((ref: string) => ref !== 'group:default/lending'),
      );
      expect(
        (await of('?team=group:default/lending', noLending)).items,
      ).toEqual([]);
      expect(refs(await of('', serviceOnly))).toContain(
        'group:default/service',
      );
      expect(refs(await of('', serviceOnly))).not.toContain(
        'group:default/lending',
      );
      const ofTeam = await of('?team=group:default/Lending');
      expect(ofTeam.items).toContainEqual(
        all.items.find((item: any) => item.ref === 'group:default/lending'),
      );
      expect(refs(ofTeam)).not.toContain('group:default/bank');
      expect(ofTeam.withoutTeam).toEqual({ unowned: [], ownedByPerson: [] });

      const then = now();
      later(3);
      expect((await post(`${limits}/records`, intendedUse())).status).toBe(201);
      await settle();
      await eventually(
        () => of(),
        body => expect(body).not.toEqual(all),
        10_000,
      );
      expect(await of(`?asOf=${plus(then, { hours: 1 })}`)).toEqual(all);
      expect(
        await of(
          `?team=group:default/lending&asOf=${plus(then, { hours: 1 })}`,
        ),
      ).toEqual(ofTeam);

      const unknown = await get('/scorecards/families/ORG');
      expect(unknown.status).toBe(404);
      expect(unknown.body.error.message).toMatch(
        /no family of controls "ORG"; there are INV, DOC/,
      );
      expect((await get('/scorecards/families/DOC?asOf=soon')).status).toBe(
        400,
      );
      await governance.stop();
    });
  },
);
