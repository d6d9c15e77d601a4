import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  discoveredPageSchema,
  Instant,
  plus,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from './database/clock';
import { aiSystem, exampleEntities } from './__testUtils__/exampleEntities';
import { examplePolicy } from './__testUtils__/examplePolicy';
import {
  Governance,
  startGovernance,
  TestCatalog,
} from './__testUtils__/startGovernance';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const server = (name: string, owner = 'lending'): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: { name, namespace: 'default', title: `Server ${name}` },
  spec: { type: 'mcp-server' },
  relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
});
const naming: Entity = {
  ...aiSystem('agent', 'Agent', 'group:default/lending'),
  relations: [{ type: 'consumesApi', targetRef: 'api:default/named' }],
};
const outsider = 'user:default/outsider';
/** Reads the records of the organization, and of the catalog what an outsider reads. */
const partner = 'user:default/partner';
const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const inCatalog: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: { rule: 'IS', resourceType: 'catalog-entity', params: {} },
};

describe.each(databases.eachSupportedId())('found AI on %s', id => {
  let knex: Knex;
  let catalog: TestCatalog;
  let governance: Governance;

  const start = async (
    discovery: object | undefined,
    clock?: Clock,
    beforeSweep: () => void = () => {},
  ) => {
    governance = await startGovernance({
      knex,
      clock,
      catalog,
      decide: (user, { name }) => {
        if (user !== outsider && user !== partner) return allow;
        if (
          user === outsider &&
          name.startsWith('ai-governance.organization')
        ) {
          return { result: AuthorizeResult.DENY };
        }
        return name === 'catalog.entity.read' ? inCatalog : allow;
      },
      config: {
        aiGovernance: {
          policy: examplePolicy as any,
          ...(discovery && { discovery: discovery as any }),
        },
      },
    });
    beforeSweep();
    await governance.sweep();
  };
  beforeEach(async () => {
    knex = await databases.init(id);
    catalog = new TestCatalog(
      [
        ...exampleEntities(),
        naming,
        server('named'),
        server('one'),
        server('two', 'service'),
        server('three', 'service'),
      ],
      (user, { metadata }) =>
        (user !== outsider && user !== partner) || metadata.name === 'two',
    );
  });
  afterEach(async () => {
    await governance.stop();
    await knex.destroy();
  });

  const found = async (query = '', user?: string) => {
    const { status, body } = await governance.get(`/discovered${query}`, {
      user,
    });
    expect(status).toBe(200);
    return discoveredPageSchema.parse(body);
  };
  const control = async (user?: string, asOf?: string) =>
    (
      await governance.get(`/organization${asOf ? `?asOf=${asOf}` : ''}`, {
        user,
      })
    ).body.results.find((r: any) => r.controlId === 'ORG-05');
  const mcp = { kind: 'API', 'spec.type': 'mcp-server' };

  it('is what no system names, in pages and by owner, until it is there no more', async () => {
    await start(mcp);
    const first = await found('?limit=2');
    expect(first).toMatchObject({
      configured: true,
      totalItems: 3,
      items: [
        {
          ref: 'api:default/one',
          title: 'Server one',
          owner: 'group:default/lending',
          reason: 'kind is API and spec.type is mcp-server',
        },
        { ref: 'api:default/three' },
      ],
      owners: [
        { owner: 'group:default/service', count: 2 },
        { owner: 'group:default/lending', count: 1 },
      ],
    });
    const rest = await found(`?limit=2&cursor=${first.nextCursor}`);
    expect(rest.items.map(i => i.ref)).toEqual(['api:default/two']);
    expect(rest.nextCursor).toBeUndefined();
    expect((await found('?owner=group:default/lending')).totalItems).toBe(1);
    expect((await governance.get('/discovered?cursor=x')).status).toBe(400);

    catalog.entities = catalog.entities.filter(
      e => e.metadata.name !== 'three',
    );
    await governance.sweep();
    const later = await found();
    expect(later.items.map(i => i.ref)).toEqual([
      'api:default/one',
      'api:default/two',
    ]);
    expect(later.items[0].foundAt).toBe(first.items[0].foundAt);
  });

  it('comes with what nobody decided on first, and asked for by what was decided', async () => {
    let now = '2026-11-24T10:00:00.000Z';
    await start(mcp, async () => now);
    const decide = (entity: string, data: object = {}) =>
      governance.post('/organization/records', {
        type: 'discovery-decision',
        data: { entity, decision: 'not-ai', reason: 'Looked at.', ...data },
      });
    await decide('api:default/one');
    await decide('api:default/three', { expires: '2026-11-24' });
    const refs = async (query = '', user?: string) => {
      const { items, totalItems } = await found(query, user);
      expect(totalItems).toBe(items.length);
      return items.map(i => i.ref);
    };
    const [one, two, three] = ['one', 'two', 'three'].map(
      name => `api:default/${name}`,
    );
    expect(await refs()).toEqual([two, one, three]);
    expect(await refs('?status=open')).toEqual([two]);
    expect(await refs('?status=decided')).toEqual([one, three]);
    expect(await refs('?ref=API:default/Three')).toEqual([three]);

    const pages = [await found('?limit=1')];
    while (pages.at(-1)!.nextCursor) {
      const cursor = pages.at(-1)!.nextCursor;
      pages.push(await found(`?limit=1&cursor=${cursor}`));
    }
    expect(pages.flatMap(p => p.items).map(i => i.ref)).toEqual([
      two,
      one,
      three,
    ]);
    const wrong = await governance.get('/discovered?status=perhaps');
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.message).toMatch(/status/);

    // what is decided is no more theirs to know than what there is
    expect(await refs('?status=decided', outsider)).toEqual([]);
    expect(await refs('?status=open', outsider)).toEqual([two]);
    expect(await refs('?ref=api:default/one', outsider)).toEqual([]);
    expect(await refs('?status=decided', partner)).toEqual([]);
    const csv = await governance.get('/discovered?status=decided', {
      headers: { accept: 'text/csv' },
    });
    expect(csv.text.trim().split('\r\n')).toHaveLength(3);

    // what was decided until yesterday is open again, after what nobody looked at
    now = '2026-11-25T00:00:00.000Z';
    expect(await refs('?status=open')).toEqual([two, three]);
    expect(await refs()).toEqual([two, three, one]);
  });

  it('is found no longer once a system that was registered names it', async () => {
    await start(mcp);
    const names = (type: string, name: string): Entity => ({
      ...aiSystem(`of-${name}`, `Of ${name}`, 'group:default/lending'),
      relations: [{ type, targetRef: `api:default/${name}` }],
    });
    catalog.entities.push(
      names('hasPart', 'one'),
      names('dependsOn', 'two'),
      names('consumesApi', 'three'),
    );
    await governance.sweep();
    expect((await found()).totalItems).toBe(0);
    expect(await control()).toMatchObject({ state: 'pass' });
  });

  it('shows a reader what the catalog shows them, and nothing of what was decided', async () => {
    await start(mcp);
    await governance.post('/organization/records', {
      type: 'discovery-decision',
      data: { entity: 'api:default/two', decision: 'not-ai', reason: 'Fake.' },
    });
    expect((await found()).items[2].decision).toMatchObject({
      decision: 'not-ai',
      holds: true,
    });
    const shown = await found('', outsider);
    expect(shown.items.map(i => i.ref)).toEqual(['api:default/two']);
    expect(shown.items[0].decision).toBeUndefined();
    expect(shown.totalItems).toBe(1);
    expect(shown.owners).toEqual([
      { owner: 'group:default/service', count: 1 },
    ]);
    const results = (
      await governance.get('/organization', { user: outsider })
    ).body.results.map((r: any) => r.controlId);
    expect(results).not.toContain('ORG-05');
  });

  it('tells who reads the records of the organization only of entities that they read', async () => {
    await start(mcp);
    const decide = (entity: string, more: object = {}, user?: string) =>
      governance.post(
        '/organization/records',
        {
          type: 'discovery-decision',
          data: { entity, decision: 'not-ai', reason: 'Looked at.' },
          ...more,
        },
        { user },
      );
    const one = (await decide('api:default/one')).body;
    const two = (await decide('api:default/two')).body;
    const list = '/organization/records?type=discovery-decision';
    expect((await governance.get(list)).body.totalItems).toBe(2);

    const shown = (await governance.get(list, { user: partner })).body;
    expect(shown.items.map((i: any) => i.recordId)).toEqual([two.recordId]);
    expect(shown.totalItems).toBe(1);
    const csv = await governance.get(list, {
      user: partner,
      headers: { accept: 'text/csv' },
    });
    expect(csv.text).toContain('api:default/two');
    expect(csv.text).not.toContain('api:default/one');
    expect(
      (await governance.get(`${list}&q=one`, { user: partner })).body
        .totalItems,
    ).toBe(0);
    // its count is of what is readable: api:default/three is open, and not theirs to know of
    expect(await control()).toMatchObject({ state: 'fail' });
    expect(await control(partner)).toMatchObject({
      state: 'pass',
      reason: 'All that was found is decided on: 1 entity of the catalog.',
    });

    const history = (recordId: string) =>
      governance.get(`/records/${recordId}/revisions`, { user: partner });
    expect((await history(two.recordId)).status).toBe(200);
    const hidden = await history(one.recordId);
    const none = await history('none');
    expect([hidden.status, none.status]).toEqual([404, 404]);
    expect(hidden.body.error.message.replace(one.recordId, 'none')).toBe(
      none.body.error.message,
    );

    // writing tells no more than reading
    const onHidden = await decide('api:default/three', {}, partner);
    const onNothing = await decide('api:default/nothing', {}, partner);
    expect([onHidden.status, onNothing.status]).toEqual([400, 400]);
    expect(onHidden.body.error.message.replace('three', 'nothing')).toBe(
      onNothing.body.error.message,
    );
    const revises = (recordId: string) =>
      decide('api:default/one', { recordId, baseRevision: 1 }, partner);
    const ofHidden = await revises(one.recordId);
    const ofNothing = await revises('none');
    expect([ofHidden.status, ofNothing.status]).toEqual([404, 404]);
    expect(ofHidden.body.error.message.replace(one.recordId, 'none')).toBe(
      ofNothing.body.error.message,
    );
  });

  it('is decided on one by one, and only where it was found', async () => {
    await start(mcp);
    const decide = (entity: string, more: object = {}) =>
      governance.post('/organization/records', {
        type: 'discovery-decision',
        data: { entity, decision: 'not-ai', reason: 'Looked at.' },
        ...more,
      });
    const wrong = await decide('api:default/named');
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.message).toMatch(
      /data\.entity: api:default\/named is not among what was found/,
    );
    const { recordId } = (await decide('api:default/one')).body;
    const other = await decide('api:default/two', {
      recordId,
      baseRevision: 1,
    });
    expect(other.status).toBe(400);
    expect(other.body.error.message).toMatch(
      /data\.entity: this decision is on api:default\/one/,
    );
    const csv = await governance.get('/discovered', {
      headers: { accept: 'text/csv' },
    });
    expect(csv.text.split('\r\n')[1]).toMatch(
      /^api:default\/one,Server one,group:default\/lending,.*,not-ai,$/,
    );
  });

  it('is dealt with by decisions, which say who registers it and until when', async () => {
    await start(mcp);
    expect(await control()).toMatchObject({
      state: 'fail',
      reason: expect.stringContaining('3 entities'),
    });
    const decide = (data: object) =>
      governance.post('/organization/records', {
        type: 'discovery-decision',
        data: { reason: 'Looked at.', ...data },
      });
    const bare = { entity: 'api:default/one', decision: 'to-be-registered' };
    const refused = await decide(bare);
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toMatch(/data\.owner: say who/);
    for (const data of [
      { ...bare, owner: 'group:default/lending', due: '2999-01-01' },
      { entity: 'api:default/two', decision: 'not-ai' },
      { entity: 'API:default/Three', decision: 'out-of-scope' },
    ]) {
      expect((await decide(data)).status).toBe(201);
    }
    expect((await control()).state).toBe('pass');
  });

  it('is not looked for unless it is said what it looks like', async () => {
    await start(undefined);
    expect(await found()).toEqual({
      configured: false,
      items: [],
      totalItems: 0,
      owners: [],
    });
    expect((await control()).state).toBe('not-applicable');
  });

  it('is told of a past day as it was found then, of what the reader may read now', async () => {
    let now: Instant = '2026-03-01T09:00:00.000Z';
    const clock = async () => now;
    const later = (days: number) => {
      now = plus(now, { days });
    };
    const loaded = now;
    await start(mcp, clock, () => later(1));
    const decide = (entity: string, data: object = {}) =>
      governance.post('/organization/records', {
        type: 'discovery-decision',
        data: { entity, decision: 'not-ai', reason: 'Looked at.', ...data },
      });
    const said = async (user?: string, asOf?: string) => {
      const { state, reason } = await control(user, asOf);
      return { state, reason };
    };
    // day by day: what was said of each is asked for again when all are past
    const days: { at: Instant; all: object; theirs: object }[] = [];
    const noteDay = async () => {
      later(0.5);
      days.push({ at: now, all: await said(), theirs: await said(partner) });
      later(0.5);
    };
    await noteDay();
    await decide('api:default/one');
    await noteDay();
    await decide('api:default/two', { expires: '2026-06-30' });
    await decide('api:default/three');
    await noteDay();
    later(130);
    await noteDay();
    catalog.entities.push(server('four'), {
      ...aiSystem('of-two', 'Of two', 'group:default/lending'),
      relations: [{ type: 'hasPart', targetRef: 'api:default/two' }],
    });
    await governance.sweep();
    await noteDay();
    catalog.entities = catalog.entities.filter(e => e.metadata.name !== 'four');
    await governance.sweep();
    await noteDay();
    // nothing is looked for any more, and then again
    await governance.stop();
    await start(undefined, clock);
    await noteDay();
    await governance.stop();
    await start(mcp, clock);
    catalog.entities = catalog.entities.filter(
      e => e.metadata.name !== 'of-two',
    );
    await governance.sweep();
    await noteDay();
    later(400);

    expect(new Set(days.map(d => JSON.stringify(d.all))).size).toBe(7);
    for (const { at, all, theirs } of days) {
      expect({ at, said: await said(undefined, at) }).toEqual({
        at,
        said: all,
      });
      expect({ at, said: await said(partner, at) }).toEqual({
        at,
        said: theirs,
      });
      expect(await control(outsider, at)).toBeUndefined();
    }
    // before anything was kept of it nothing is known
    expect(await said(undefined, plus(loaded, { hours: 1 }))).toEqual({
      state: 'not-applicable',
      reason: expect.stringMatching(/was not kept yet on this day/),
    });
  });
});
