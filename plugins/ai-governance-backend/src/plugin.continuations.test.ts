import assert from 'node:assert';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { Instant, plus } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import {
  aiSystem,
  completeIntendedUse,
  exampleEntities,
} from './__testUtils__/exampleEntities';
import { examplePolicy } from './__testUtils__/examplePolicy';
import {
  eventually,
  Governance,
  startGovernance,
  TestCatalog,
} from './__testUtils__/startGovernance';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const deciders = ['user:default/lea'];
const policy = {
  ...examplePolicy,
  authorities: {
    ...examplePolicy.authorities,
    approval: { high: deciders, limited: deciders, minimal: deciders },
  },
};

const lea = { user: deciders[0] };
const dana = { user: 'user:default/dana' };
/** May decide on what Lending owns, and on nothing else. */
const head = { user: 'user:default/head' };
/** Reads systems of Lending only, and none of these from the catalog but `credit-limits`. */
const guest = { user: 'user:default/guest' };
const old = 'aisystem:default/card-limits';
const limits = '/subjects/aisystem/default/card-limits';
const renamed = '/subjects/aisystem/default/credit-limits';

const after = (name: string, from?: string, spec: object = {}): Entity => {
  const entity = aiSystem(name, 'Credit limits', 'group:default/lending', {
    purpose: 'Card limits for existing customers.',
    ...spec,
  });
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      ...(from && { annotations: { 'ai-governance/continues': from } }),
    },
  };
};
const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const ofLending: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'ai-governance',
  resourceType: 'ai-governance-subject',
  conditions: {
    rule: 'IS_OWNER',
    resourceType: 'ai-governance-subject',
    params: { claims: ['group:default/lending'] },
  },
} as any;

describe.each(databases.eachSupportedId())('another name on %s', id => {
  let now: Instant;
  let knex: Knex;
  let catalog: TestCatalog;
  let governance: Governance;
  let get: Governance['get'];
  let post: Governance['post'];

  const later = (days: number) => {
    now = plus(now, { days });
  };
  const settledDown = () =>
    eventually(
      async () => (await get('/inventory')).body,
      body => assert.equal(body.waiting, 0),
      10_000,
    );
  const sweep = async () => {
    await governance.sweep();
    await settledDown();
  };
  const without = (name: string) => {
    catalog.entities = catalog.entities.filter(e => e.metadata.name !== name);
  };
  /** The entity is deleted under its name, and there under another. */
  const rename = async (to: Entity) => {
    without('card-limits');
    catalog.entities.push(to);
    await sweep();
    later(1);
    await sweep();
    later(1);
  };
  const confirm = (body: object = {}, as: object = lea, path = renamed) =>
    post(
      `${path}/continuation`,
      { from: old, reason: 'It has another name only.', ...body },
      as,
    );

  beforeEach(async () => {
    now = '2026-03-01T09:00:00.000Z';
    knex = await databases.init(id);
    catalog = new TestCatalog(
      exampleEntities(),
      (user, { kind, metadata }) =>
        user !== guest.user ||
        kind !== 'AISystem' ||
        metadata.name === 'credit-limits',
    );
    governance = await startGovernance({
      knex,
      catalog,
      clock: async () => now,
      config: { aiGovernance: { policy: policy as any } },
      decide: (user, { name }) => {
        if (user === head.user && name === 'ai-governance.decision.make') {
          return ofLending;
        }
        if (user === guest.user && name === 'catalog.entity.read') {
          return {
            result: AuthorizeResult.CONDITIONAL,
            pluginId: 'catalog',
            resourceType: 'catalog-entity',
            conditions: {
              rule: 'IS',
              resourceType: 'catalog-entity',
              params: {},
            },
          };
        }
        return allow;
      },
    });
    ({ get, post } = governance);
    await sweep();
  });
  afterEach(async () => {
    await governance.stop();
    await knex.destroy();
  });

  it('carries on records, approval and days; each day answers by the name that it had', async () => {
    const said = async (path: string, asOf?: string) => {
      const { status, body } = await get(asOf ? `${path}?asOf=${asOf}` : path);
      const {
        evaluatedAt: _,
        observedAt: __,
        nowRef: ___,
        results = [],
        may: ____,
        source: _____,
        ...rest
      } = body;
      return status === 200
        ? {
            ...rest,
            // what is foretold of a result may be found again by a later evaluation
            results: results.map(({ controlId, state, reason }: any) => ({
              controlId,
              state,
              reason,
            })),
          }
        : status;
    };
    const listed = async (asOf?: string) =>
      (
        await get(`/subjects?orderBy=title${asOf ? `&asOf=${asOf}` : ''}`)
      ).body.items.map(({ ref, title, counts }: any) => ({
        ref,
        title,
        counts,
      }));
    const organization = async (asOf?: string) =>
      (await get(`/scorecards/organization${asOf ? `?asOf=${asOf}` : ''}`))
        .body;
    // day by day: what was said of each is asked for again when all are past
    const days: any[] = [];
    const noteDay = async () => {
      await settledDown();
      later(0.5);
      days.push({
        at: now,
        old: await said(limits),
        renamed: await said(renamed),
        list: await listed(),
        organization: await organization(),
      });
      later(0.5);
    };

    await noteDay();
    await post(`${limits}/records`, {
      type: 'intended-use',
      data: completeIntendedUse,
    });
    const { body: asked } = await post(
      `${limits}/records`,
      { type: 'approval', data: { gate: 'deploy', decision: 'requested' } },
      dana,
    );
    const { body: posture } = await get(limits);
    later(1);
    const approved = await post(
      `${limits}/records`,
      {
        type: 'approval',
        recordId: asked.recordId,
        baseRevision: 1,
        stateHash: posture.stateHash,
        data: { gate: 'deploy', decision: 'approved', expires: '2027-02-01' },
      },
      lea,
    );
    expect([approved.status, approved.body.error?.message]).toEqual([
      201,
      undefined,
    ]);
    await noteDay();
    const before = (await get(`${limits}/records`)).body.items;
    expect((await get(limits)).body.approval.state).toBe('valid');

    await rename(after('credit-limits', old));
    await noteDay();
    expect((await get(renamed)).body.approval).toBeUndefined();
    const untouched = await knex('revisions').orderBy(['stream_id', 'seq']);

    const confirmed = await confirm();
    expect([confirmed.status, confirmed.body]).toEqual([
      201,
      expect.objectContaining({
        type: 'continuation',
        author: lea.user,
        data: {
          from: old,
          to: 'aisystem:default/credit-limits',
          reason: 'It has another name only.',
        },
      }),
    ]);
    await noteDay();
    // the records are its own, and the approval of what is the same holds
    const records = (await get(`${renamed}/records`)).body.items;
    expect(records).toEqual([
      ...before,
      expect.objectContaining({ type: 'continuation' }),
    ]);
    expect((await get(renamed)).body.approval.state).toBe('valid');
    // another purpose is another thing, and the approval lapses as ever
    catalog.entities = catalog.entities.map(e =>
      e.metadata.name === 'credit-limits'
        ? after('credit-limits', old, { purpose: 'Overdrafts.' })
        : e,
    );
    await sweep();
    await noteDay();
    expect((await get(renamed)).body.approval.state).not.toBe('valid');

    // what gets the old name now is another system
    catalog.entities.push(after('card-limits', undefined, { type: 'agent' }));
    await sweep();
    await noteDay();
    expect((await get(`${limits}/records`)).body.items).toHaveLength(1);
    expect((await listed()).map((s: any) => s.ref)).toEqual(
      expect.arrayContaining([old, 'aisystem:default/credit-limits']),
    );
    later(400);

    for (const day of days) {
      const { at } = day;
      expect({ at, list: await listed(at) }).toEqual({ at, list: day.list });
      expect({ at, is: await organization(at) }).toEqual({
        at,
        is: day.organization,
      });
      const pages = [
        [limits, day.old],
        [renamed, day.renamed],
      ].filter(([, was]) => was !== 404);
      for (const [path, was] of pages) {
        expect({ at, path, is: await said(path, at) }).toEqual({
          at,
          path,
          is: { ...was, profileErrors: [] },
        });
      }
    }
    // by today's name a past day is found as well, and says what it was called
    expect((await get(`${renamed}?asOf=${days[0].at}`)).body).toMatchObject({
      ref: old,
      name: 'card-limits',
      title: 'Card limits',
      nowRef: 'aisystem:default/credit-limits',
    });
    const then = await get(`/subjects?asOf=${days[0].at}`);
    expect(then.body.items.find((s: any) => s.ref === old).nowRef).toBe(
      'aisystem:default/credit-limits',
    );
    const { body: trend } = await get(
      `/scorecards/organization/trend?from=${days[0].at}&to=${days[1].at}&points=2`,
    );
    expect(trend.items.map((i: any) => i.counts)).toEqual(
      days.slice(0, 2).map(d => d.organization.counts),
    );

    // nothing was written anew, and every chain verifies
    const rows = await knex('revisions').orderBy(['stream_id', 'seq']);
    expect(rows).toEqual(expect.arrayContaining(untouched));
    const verified = await get('/ledger/verify');
    expect(verified.body.problems).toEqual([]);

    // who may read it now may read what it was; by the old name as well, and nothing of what else has had it since
    const first = `${days[0].at}`;
    expect((await get(`${renamed}?asOf=${first}`, guest)).status).toBe(200);
    expect((await get(`${limits}?asOf=${first}`, guest)).status).toBe(200);
    expect((await get(limits, guest)).status).toBe(404);
  });

  it('is confirmed by somebody who may decide on both, of an entity that says so, once, and of what is gone', async () => {
    const refused = async (
      asked: ReturnType<typeof confirm>,
      status: number,
      message: RegExp,
    ) => {
      const { status: is, body } = await asked;
      expect({ is, said: body.error?.message }).toEqual({
        is: status,
        said: expect.stringMatching(message),
      });
      return body.error.message;
    };
    const replies = 'aisystem:default/reply-drafts';
    catalog.entities.push(
      after('credit-limits', old),
      after('thief', replies),
      after('silent'),
    );
    await sweep();
    const [thief, silent] = ['thief', 'silent'].map(
      name => `/subjects/aisystem/default/${name}`,
    );
    // what is there is not to be had, nor what never was, in the same words
    const there = await refused(confirm(), 400, /from: there is no history/);
    await refused(confirm({}, lea, silent), 409, /does not say that it was/);
    await refused(confirm({ from: replies }), 409, /does not say that it was/);

    without('card-limits');
    without('reply-drafts');
    await sweep();
    // one sweep without it may be a failure of the catalog
    expect(await refused(confirm(), 400, /two complete sweeps/)).toBe(there);
    later(1);
    await sweep();
    await refused(confirm({}, dana), 403, /You are of group:default\/lending/);
    expect((await confirm({}, guest, silent)).status).toBe(404);
    expect((await confirm({ reason: '' })).body.error.message).toMatch(
      /reason/,
    );
    // the head of Lending may decide on the thief, and not on what it says that it was
    const annexed = await refused(
      confirm({ from: replies }, head, thief),
      400,
      /from: there is no history/,
    );
    expect(annexed.replaceAll(replies, old)).toBe(there);

    expect((await confirm({}, head)).status).toBe(201);
    // it has one successor
    catalog.entities.push(after('second', old));
    await sweep();
    const second = '/subjects/aisystem/default/second';
    expect(await refused(confirm({}, lea, second), 400, /already/)).toBe(there);

    // what was written under the new name would be lost from sight
    await post(`${thief}/records`, {
      type: 'intended-use',
      data: completeIntendedUse,
    });
    await refused(
      confirm({ from: replies }, lea, thief),
      409,
      /records were written already \(intended-use\)/,
    );
    expect(governance.audit.map(a => a.event)).toContain(
      'history-continue succeeded',
    );
  });

  it('may come again, and go back; a name that was changed by hand is found', async () => {
    await post(`${limits}/records`, {
      type: 'intended-use',
      data: completeIntendedUse,
    });
    await rename(after('credit-limits', old));
    expect((await confirm()).status).toBe(201);
    without('credit-limits');
    // deleted, and back under the second name: it resumes
    await sweep();
    await sweep();
    expect((await get(renamed)).status).toBe(404);
    catalog.entities.push(after('credit-limits', old));
    await sweep();
    expect((await get(`${renamed}/records`)).body.items).toHaveLength(3);

    without('credit-limits');
    catalog.entities.push(
      after('card-limits', 'aisystem:default/credit-limits'),
    );
    await sweep();
    later(1);
    await sweep();
    const back = await confirm(
      { from: 'aisystem:default/credit-limits' },
      lea,
      limits,
    );
    expect([back.status, back.body.error?.message]).toEqual([201, undefined]);
    await settledDown();
    const { items } = (await get(`${limits}/records`)).body;
    expect(items.map((r: any) => r.type)).toEqual([
      'profile',
      'intended-use',
      'continuation',
      'continuation',
    ]);
    const revised = await post(`${limits}/records`, {
      type: 'intended-use',
      data: { ...completeIntendedUse, purpose: 'Propose.' },
      baseRevision: 1,
    });
    expect(revised.status).toBe(201);
    expect((await get('/ledger/verify')).body.problems).toEqual([]);

    await knex('streams')
      .where({ name: old })
      .update({ name: 'aisystem:default/other' });
    expect((await get('/ledger/verify')).body.problems).toEqual([
      expect.objectContaining({ kind: 'name-changed' }),
    ]);
  });
});
