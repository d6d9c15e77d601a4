import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  recordTypes,
  resultStates,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import assert from 'node:assert';
import {
  completeIntendedUse,
  exampleEntities,
  group,
} from './__testUtils__/exampleEntities';
import { examplePolicy } from './__testUtils__/examplePolicy';
import {
  eventually,
  Governance,
  startGovernance,
  TestCatalog,
} from './__testUtils__/startGovernance';
import { subjectConditions } from './permissions/subjectRules';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const reader = { user: 'user:default/reader' };
const stranger = { user: 'user:default/stranger' };
const owner = { user: 'user:default/dana' };
const judge = { user: 'user:default/judge' };

const deciders = ['owner', judge.user];
const policy = {
  ...examplePolicy,
  authorities: {
    ...examplePolicy.authorities,
    approval: { high: deciders, limited: deciders, minimal: deciders },
  },
};

// The reader may see one system of two in one team, and nothing of the others.
const shown = new Set(['income', 'lending', 'dana']);
const secrets =
  /card-limits|card limits|reply-drafts|reply drafts|orphan|default\/nobody|group:default\/service|group:default\/bank|omar|elm street|marzipan/i;

const conditional = (conditions: any): PolicyDecision => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'ai-governance',
  resourceType: 'ai-governance-subject',
  conditions,
});

function decide(user: string, permission: Permission): PolicyDecision {
  if (user === stranger.user) return { result: AuthorizeResult.DENY };
  switch (permission.name) {
    case 'catalog.entity.read':
      return user === reader.user
        ? {
            result: AuthorizeResult.CONDITIONAL,
            pluginId: 'catalog',
            resourceType: 'catalog-entity',
            conditions: {
              rule: 'IS_ENTITY_OWNER',
              resourceType: 'catalog-entity',
              params: { claims: [user] },
            },
          }
        : { result: AuthorizeResult.ALLOW };
    case 'ai-governance.record.append':
    case 'ai-governance.record.redact':
    case 'ai-governance.decision.request':
      return conditional(
        subjectConditions.isOwner({
          claims: user === owner.user ? ['group:default/lending'] : [user],
        }),
      );
    case 'ai-governance.health.read':
    case 'ai-governance.ledger.verify':
      return { result: AuthorizeResult.DENY };
    case 'ai-governance.inventory.sweep':
      return {
        result:
          user === owner.user ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      };
    default:
      return { result: AuthorizeResult.ALLOW };
  }
}

describe.each(databases.eachSupportedId())(
  'what a reader may see, on %s',
  id => {
    let knex: Knex;
    let governance: Governance;
    let catalog: TestCatalog;
    const recordIds: Record<string, string> = {};

    beforeAll(async () => {
      knex = await databases.init(id);
      catalog = new TestCatalog(
        // with a member whom the reader may not see
        exampleEntities().map(entity =>
          entity.metadata.name === 'lending'
            ? group('lending', 'bank', ['dana', 'omar'])
            : entity,
        ),
        (user, entity) =>
          user === owner.user ||
          user === judge.user ||
          (user === reader.user && shown.has(entity.metadata.name)),
      );
      governance = await startGovernance({
        knex,
        catalog,
        decide,
        config: { aiGovernance: { policy: policy as any } },
      });
      await governance.sweep();
      const append = async (name: string, body: object) => {
        const answer = await governance.post(
          `/subjects/aisystem/default/${name}/records`,
          body,
          owner,
        );
        assert.equal(answer.status, 201);
        recordIds[name] = answer.body.recordId;
      };
      const approve = async (name: string) => {
        const path = `/subjects/aisystem/default/${name}`;
        const { body } = await governance.get(`${path}/decisions`, judge);
        const answer = await governance.post(
          `${path}/records`,
          {
            type: 'approval',
            data: { gate: 'deploy', decision: 'approved' },
            stateHash: body.stateHash,
          },
          judge,
        );
        assert.equal(answer.status, 201);
        recordIds[`approval of ${name}`] = answer.body.recordId;
      };
      for (const name of ['card-limits', 'income']) {
        await append(name, {
          type: 'incident',
          data: {
            title: name === 'income' ? 'Wrong estimate' : 'Leak in Elm Street',
            kind: 'failure',
            severity: 'low',
            status: 'open',
            detected: '2026-01-01',
            what: 'It happened.',
          },
        });
        recordIds[`case of ${name}`] = recordIds[name];
        await append(name, {
          type: 'change',
          data: {
            kind: 'model',
            title: name === 'income' ? 'Newer model' : 'Marzipan model',
            why: name === 'income' ? 'Cheaper.' : 'For Elm Street.',
          },
        });
        await append(name, {
          type: 'intended-use',
          data: {
            ...completeIntendedUse,
            purpose: name === 'income' ? 'Estimate.' : 'Marzipan Elm Street.',
          },
        });
        await append(name, {
          type: 'risk-assessment',
          data: {
            scenarios: [
              {
                id: 'leak',
                title: name === 'income' ? 'Leak' : 'Leak of Elm Street',
                category: 'privacy',
                inherent: {
                  likelihood: 4,
                  consequence: { individuals: 4, society: 1, business: 1 },
                },
              },
            ],
          },
        });
        await approve(name);
      }
      await eventually(
        async () => (await governance.get('/inventory', owner)).body,
        body => assert.equal(body.waiting, 0),
        5000,
      );
    });
    afterAll(async () => {
      await governance.stop();
      await knex.destroy();
    });

    const get = async (path: string, headers?: Record<string, string>) => {
      const answer = await governance.get(path, { ...reader, headers });
      return { status: answer.status, body: answer.body, text: answer.text };
    };

    const lists = () => [
      '/subjects',
      '/subjects?q=card',
      '/subjects?q=reply',
      '/subjects?q=a',
      '/subjects?owner=group:default/nobody',
      '/subjects?withoutTeam=unowned',
      '/subjects?team=group:default/bank',
      '/subjects?team=group:default/service',
      '/subjects?ref=aisystem:default/card-limits',
      ...resultStates.map(state => `/subjects?state=${state}`),
      ...recordTypes.map(({ type }) => `/records?type=${type}`),
      ...['objective', 'management-review', 'audit', 'corrective-action'].map(
        type => `/organization/records?type=${type}`,
      ),
      '/risks',
      '/risks?current=high&current=very-high&q=Elm',
      '/records?type=change&q=marzipan',
      '/records?type=intended-use&q=elm',
      '/records?type=change&team=group:default/service',
    ];
    const others = () => [
      '/subjects?limit=1&orderBy=title',
      '/subjects/facets',
      '/subjects/aisystem/default/income',
      '/subjects/aisystem/default/income/records',
      `/records/${recordIds.income}/revisions`,
      '/subjects/aisystem/default/income/risk-suggestions',
      '/subjects/aisystem/default/income/training',
      '/subjects/aisystem/default/income/cases',
      `/subjects/aisystem/default/income/cases/${recordIds['case of income']}`,
      '/subjects/aisystem/default/income/decisions',
      '/subjects/aisystem/default/income/deciders?kind=approval',
      `/records/${recordIds['approval of income']}/changed-since`,
      '/people/default/reader/records',
      '/registrations',
      '/training',
      '/training/gaps',
      '/models',
      '/discovered',
      '/graph/aisystem/default/income/rests-on',
      '/graph/aisystem/default/income/resting',
      '/scorecards/organization',
      '/scorecards/organization/trend',
      '/scorecards/named',
      '/scorecards/named/iso-42001-baseline',
      '/scorecards/families/INV',
      '/scorecards/teams',
      '/scorecards/teams/default/lending',
      '/scorecards/teams/default/lending/trend',
      '/work',
      '/work?scope=all&limit=500',
      '/work?scope=team&owner=group:default/bank&owner=group:default/service',
      '/work/calendar',
      '/inventory',
      '/record-types',
      '/controls',
      '/frameworks',
      '/frameworks/iso-42001/coverage',
      '/risk-library',
      '/policy',
      '/policy/versions',
      '/organization',
      '/organization/applicability',
      '/ledger/verify',
      '/ledger/checkpoints',
      '/ledger/checkpoints/1',
      '/health',
      '/openapi.json',
    ];

    it('shows no trace of the others, whatever is asked', async () => {
      for (const path of [...lists(), ...others()]) {
        const { status, text } = await get(path);
        expect([path, status, text.match(secrets)]).toEqual([
          path,
          path.startsWith('/ledger/') || path === '/health' ? 403 : 200,
          null,
        ]);
      }
    });

    it('shows no trace of the others in a list, as JSON or as CSV, nor counts them', async () => {
      for (const path of lists()) {
        const { body } = await get(path);
        const { status, text } = await get(path, { accept: 'text/csv' });
        const rows = text.split('\r\n').slice(1, -1);
        expect([path, body.totalItems <= 1, status]).toEqual([path, true, 200]);
        expect([path, body.items.length, rows.length]).toEqual([
          path,
          body.totalItems,
          body.totalItems,
        ]);
        expect([path, text.match(secrets)]).toEqual([path, null]);
      }
    });

    it('was asked on every route that reads', async () => {
      const { body: document } = await get('/openapi.json');
      const asked = [...lists(), ...others()].map(path => path.split('?')[0]);
      const missed = Object.entries<any>(document.paths)
        .filter(([, item]) => item.get)
        .map(([path]) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`))
        .filter(route => !asked.some(path => route.test(path)));
      expect(missed).toEqual([]);
    });

    it('counts what the reader may see, and only that', async () => {
      expect((await get('/subjects')).body.totalItems).toBe(1);
      const { body: risks } = await get('/risks?current=high');
      expect([risks.totalItems, risks.items[0].title]).toEqual([1, 'Leak']);
      const { body: organization } = await get('/scorecards/organization');
      expect(organization.subjects).toBe(1);
      expect(organization.withoutTeam.unowned.subjects).toBe(0);
      const { body: teams } = await get('/scorecards/teams');
      expect(
        teams.items.map((t: any) => [t.ref, t.subjects, t.own]).sort(),
      ).toEqual([['group:default/lending', 1, 1]]);
      expect((await get('/scorecards/teams/default/bank')).status).toBe(404);
      const below = async (team: string) =>
        (await get(`/subjects?team=${team}`)).body.totalItems;
      expect(await below('group:default/lending')).toBe(1);
      // it is below the bank too, but that there is such a group is not for this reader
      expect(await below('group:default/bank')).toBe(0);
      expect(await below('group:default/none')).toBe(0);
      const ofTeam = async (path: string, team: string) =>
        (await get(`${path}?team=${team}`)).text;
      for (const path of [
        '/frameworks',
        '/frameworks/iso-42001/coverage',
        '/scorecards/named',
        '/scorecards/named/iso-42001-baseline',
        '/scorecards/families/INV',
      ]) {
        const ofBank = await ofTeam(path, 'group:default/bank');
        expect(ofBank).toBe(await ofTeam(path, 'group:default/none'));
        expect(ofBank).not.toBe(await ofTeam(path, 'group:default/lending'));
      }
      const { body: facets } = await get('/subjects/facets');
      for (const values of Object.values<any>(facets)) {
        for (const { count } of values) expect(count).toBe(1);
      }
      expect((await get('/inventory')).body).toMatchObject({
        seen: 1,
        waiting: 0,
      });
      const { body: coverage } = await get('/frameworks/iso-42001/coverage');
      const [owned] = coverage.items
        .flatMap((r: any) => r.controls)
        .filter((c: any) => c.id === 'INV-01');
      expect(Object.values<number>(owned.counts).reduce((a, b) => a + b)).toBe(
        1,
      );
      const all = await governance.get('/subjects', owner);
      expect(all.body.totalItems).toBe(4);
    });

    it('does not name whom somebody stands in for, if the catalog hides them', async () => {
      const today = new Date().toISOString().slice(0, 10);
      const named = await governance.post(
        '/people/default/omar/records',
        {
          type: 'delegation',
          data: {
            to: reader.user,
            decisions: ['approval'],
            from: today,
            until: today,
          },
        },
        { user: 'user:default/omar' },
      );
      assert.equal(named.status, 201);
      const { body, text } = await get(
        '/subjects/aisystem/default/income/deciders?kind=approval',
      );
      expect(body.you).toEqual({ may: true, rule: 'stand-in' });
      expect(text).not.toMatch(secrets);
    });

    it('answers for a hidden one exactly as for one that does not exist', async () => {
      const pairs = (hidden: string, absent: string) =>
        [
          `/subjects/aisystem/default/NAME`,
          `/subjects/aisystem/default/NAME/records`,
          `/subjects/aisystem/default/NAME/records?type=change`,
          `/subjects/aisystem/default/NAME/decisions`,
          `/subjects/aisystem/default/NAME/deciders?kind=approval`,
          `/subjects/aisystem/default/NAME/risk-suggestions`,
        ].map(path => [
          path.replace('NAME', hidden),
          path.replace('NAME', absent),
        ]);
      const cases = [
        ...pairs('card-limits', 'nothing-one'),
        ...pairs('orphan', 'absent'),
        [
          `/records/${recordIds['card-limits']}/revisions`,
          `/records/${'0'.repeat(recordIds['card-limits'].length)}/revisions`,
        ],
        [
          `/records/${recordIds['approval of card-limits']}/changed-since`,
          `/records/${'0'.repeat(36)}/changed-since`,
        ],
        ['/people/default/omar/records', '/people/default/absent/records'],
        [
          '/scorecards/teams/default/service',
          '/scorecards/teams/default/absents',
        ],
      ];
      const blank = (text: string, path: string) =>
        path
          .split(/[/?]/)
          .filter(part =>
            /card|nothing|orphan|absent|service|omar|-|0000/.test(part),
          )
          .reduce((t, part) => t.replaceAll(part, '…'), text);
      for (const [hidden, absent] of cases) {
        const [one, other] = [await get(hidden), await get(absent)];
        expect([hidden, one.status]).toEqual([hidden, 404]);
        expect(blank(one.text, hidden)).toBe(blank(other.text, absent));
      }
    });

    it('lets nobody write, erase or refresh what they may not read, nor learn of it', async () => {
      const body = { type: 'intended-use', data: completeIntendedUse };
      const before = await knex('revisions').count({ n: '*' });
      const hidden = '/subjects/aisystem/default/card-limits';
      const statuses = [
        await governance.post(`${hidden}/records`, body, reader),
        await governance.post(`${hidden}/refresh`, undefined, reader),
        await governance.post(
          `/records/${recordIds['card-limits']}/revisions/1/redact`,
          { reason: 'x' },
          reader,
        ),
      ].map(answer => [answer.status, answer.body.error.name]);
      expect(statuses).toEqual(Array(3).fill([404, 'NotFoundError']));
      expect(await knex('revisions').count({ n: '*' })).toEqual(before);
    });

    it('lets a reader who is not the owner read but not write', async () => {
      const income = '/subjects/aisystem/default/income';
      const posture = await get(income);
      expect(posture.body.may).toEqual({
        append: false,
        redact: false,
        request: false,
        decide: true,
        assure: true,
      });
      const append = await governance.post(
        `${income}/records`,
        { type: 'change', data: { kind: 'model', title: 'x', why: 'y' } },
        reader,
      );
      expect(append.status).toBe(403);
      expect(append.body.error.message).toMatch(
        /ai-governance\.record\.append/,
      );
      const redact = await governance.post(
        `/records/${recordIds.income}/revisions/1/redact`,
        { reason: 'x' },
        reader,
      );
      expect(redact.status).toBe(403);
      expect((await get('/ledger/verify')).status).toBe(403);
      const sweep = await governance.post('/inventory/sweep', {}, reader);
      expect(sweep.status).toBe(403);
      const own = await governance.get(income, owner);
      expect(own.body.may).toEqual({
        append: true,
        redact: true,
        request: true,
        decide: true,
        assure: true,
      });
      const swept = await governance.post('/inventory/sweep', {}, owner);
      expect(swept.body).toMatchObject({ added: 0, gone: 0, warning: null });
    });

    it('shows nothing to who is denied', async () => {
      const list = await governance.get('/subjects', stranger);
      expect(list.body).toEqual({ items: [], totalItems: 0 });
      const teams = await governance.get('/scorecards/teams', stranger);
      expect(teams.body).toEqual({ items: [] });
      const organization = await governance.get(
        '/scorecards/organization',
        stranger,
      );
      expect(organization.body.subjects).toBe(0);
      const one = await governance.get(
        '/subjects/aisystem/default/income',
        stranger,
      );
      expect(one.status).toBe(404);
    });

    it('lets nobody in who is not signed in', async () => {
      const { status } = await governance.get('/subjects', {
        headers: { authorization: 'Bearer mock-none-token' },
      });
      expect(status).toBe(401);
    });
  },
);
