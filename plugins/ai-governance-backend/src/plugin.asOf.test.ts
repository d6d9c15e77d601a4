import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Instant, plus } from 'backstage-plugin-ai-governance-common';
import { exampleEntities } from './__testUtils__/exampleEntities';
import {
  eventually,
  startGovernance,
  TestCatalog,
} from './__testUtils__/startGovernance';
import { intendedUse, limits } from './__testUtils__/startExample';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())(
  'questions about the past on %s',
  id => {
    it('are answered as things were held, each time the same, and refused while they may still change', async () => {
      let now: Instant = '2026-03-01T09:00:00.000Z';
      const catalog = new TestCatalog(
        exampleEntities(),
        (user, entity) =>
          user !== 'user:default/guest' || entity.kind === 'Group',
      );
      const governance = await startGovernance({
        knex: await databases.init(id),
        catalog,
        clock: async () => now,
        decide: (user, permission) =>
          user === 'user:default/denied' && permission.name.endsWith('.read')
            ? { result: AuthorizeResult.DENY }
            : { result: AuthorizeResult.ALLOW },
      });
      const { get, post, sweep } = governance;
      const settledDown = () =>
        eventually(
          async () => (await get('/inventory')).body,
          body => expect(body.waiting).toBe(0),
          10_000,
        );
      await sweep();
      await settledDown();
      const [before, organization, team] = await Promise.all(
        [limits, '/scorecards/organization', '/scorecards/teams'].map(
          async path => (await get(path)).body,
        ),
      );
      const first = now;

      now = plus(now, { days: 3 });
      expect((await post(`${limits}/records`, intendedUse())).status).toBe(201);
      await settledDown();
      await eventually(
        async () => (await get(limits)).body,
        body => expect(body.counts.pass).toBeGreaterThan(before.counts.pass),
        10_000,
      );

      const asOf = (path: string, at: string, as?: object) =>
        get(`${path}${path.includes('?') ? '&' : '?'}asOf=${at}`, as);
      const then = plus(first, { hours: 1 });
      const { body: past } = await asOf(limits, then);
      const { evaluatedAt: _, observedAt: __, ...said } = past;
      const { evaluatedAt: ___, observedAt: ____, ...shown } = before;
      expect(said).toEqual(shown);
      expect((await asOf('/scorecards/organization', then)).body).toEqual(
        organization,
      );
      expect((await asOf('/scorecards/teams', then)).body).toEqual(team);
      const { body: list } = await asOf('/subjects?orderBy=title', then);
      expect(
        list.items.find((s: any) => s.name === 'card-limits').counts,
      ).toEqual(before.counts);
      const csv = await asOf('/subjects?q=limits', then, {
        headers: { accept: 'text/csv' },
      });
      expect(csv.text.trim().split('\n')).toHaveLength(2);

      const { body: trend } = await get(
        `/scorecards/organization/trend?from=${then}&points=2`,
      );
      expect(trend.items.map((i: any) => i.at)).toEqual([then, now]);
      expect(trend.items[0].counts).toEqual(organization.counts);
      expect(trend.items[1].counts.pass).toBeGreaterThan(
        organization.counts.pass,
      );
      const { body: ofTeam } = await get(
        '/scorecards/teams/default/lending/trend',
      );
      expect(ofTeam.items).toHaveLength(13);
      expect(ofTeam.items.at(-1).subjects).toBe(2);
      // a year ago nothing was known of anything
      expect(ofTeam.items[0]).toMatchObject({ subjects: 0, share: null });

      for (const [path, message] of [
        [`${limits}?asOf=${plus(now, { days: 1 })}`, /asOf: must be at least/],
        [`/scorecards/organization?asOf=${now}`, /asOf: must be at least five/],
        ['/scorecards/teams?asOf=yesterday', /asOf/],
        [
          `/scorecards/organization/trend?to=${plus(now, { days: 1 })}`,
          /to: must not be in the future/,
        ],
        [`/scorecards/organization/trend?from=${now}`, /from: must be before/],
        ['/scorecards/organization/trend?points=1', /points/],
        ['/scorecards/organization/trend?points=1000', /points/],
      ] as const) {
        const { status, body } = await get(path);
        expect({ path, status }).toEqual({ path, status: 400 });
        expect(body.error.message).toMatch(message);
      }
      expect(
        (await asOf(limits, plus(first, { years: -1 }))).body.error.message,
      ).toMatch(/was not in the catalog/);

      // nobody sees in the past what they may not see now
      const guest = { user: 'user:default/guest' };
      expect((await asOf(limits, then, guest)).status).toBe(404);
      const denied = { user: 'user:default/denied' };
      expect(
        (await asOf('/scorecards/organization', then, denied)).body,
      ).toEqual(expect.objectContaining({ subjects: 0 }));
      expect((await asOf('/subjects', then, denied)).body.totalItems).toBe(0);
      await governance.stop();
    });
  },
);
