import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { ANNOTATION_REGISTRATION } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { aiSystem, exampleEntities } from './__testUtils__/exampleEntities';
import {
  Governance,
  startGovernance,
  TestCatalog,
} from './__testUtils__/startGovernance';
import { subjectConditions } from './permissions/subjectRules';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const ines = { user: 'user:default/ines' };
const omar = { user: 'user:default/omar' };
const outside = { user: 'user:default/outside' };

const notes = {
  name: 'meeting-notes',
  title: 'Meeting notes',
  type: 'embedded-feature',
  lifecycle: 'production',
  owner: 'group:default/service',
};
const ref = 'aisystem:default/meeting-notes';
const path = '/registrations/default/meeting-notes';

/** The entity as the catalog has it once the provider has emitted it. */
const emitted = () => {
  const entity = aiSystem('meeting-notes', 'Meeting notes', notes.owner);
  entity.metadata.annotations = { [ANNOTATION_REGISTRATION]: 'some-id' };
  return entity;
};

/** Who may read no subject. */
const unread = new Set<string>();

function decide(user: string, permission: Permission): PolicyDecision {
  const allow = (yes: boolean): PolicyDecision => ({
    result: yes ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
  });
  switch (permission.name) {
    case 'ai-governance.system.register':
      return allow(user !== outside.user);
    case 'catalog.entity.read':
      return user === outside.user
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
        : allow(true);
    case 'ai-governance.subject.read':
      return allow(!unread.has(user));
    case 'ai-governance.record.append':
      return {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'ai-governance',
        resourceType: 'ai-governance-subject',
        conditions: subjectConditions.isOwner({
          claims: user === omar.user ? ['group:default/service'] : [user],
        }),
      };
    default:
      return allow(true);
  }
}

describe.each(databases.eachSupportedId())('registrations on %s', id => {
  let knex: Knex;
  let governance: Governance;
  let catalog: TestCatalog;

  beforeEach(async () => {
    unread.clear();
    knex = await databases.init(id);
    catalog = new TestCatalog(exampleEntities(), user => user !== outside.user);
    governance = await startGovernance({ knex, catalog, decide });
    await governance.sweep();
  });
  afterEach(() => governance.stop());

  const register = (data: object = {}, as = ines, more: object = {}) =>
    governance.post(
      '/registrations',
      { data: { ...notes, ...data }, ...more },
      as,
    );
  const revise = (data: object, baseRevision: number, as = ines) =>
    governance.post(path, { data: { ...notes, ...data }, baseRevision }, as);
  const listed = async (as = ines, query = '') =>
    (await governance.get(`/registrations${query}`, as)).body;
  const refs = async (as = ines) =>
    (await listed(as)).items.map((item: any) => item.ref);

  it('begins the stream of a system that the catalog gets from it, and goes on in it', async () => {
    const { status, body } = await register();
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        ref,
        type: 'registration',
        revision: 1,
        author: ines.user,
        data: { ...notes, status: 'registered' },
      },
    });
    expect(governance.audit).toContainEqual({
      event: 'system-register succeeded',
      meta: { ref },
    });

    catalog.entities.push(emitted());
    const refreshed = await governance.post(
      '/subjects/aisystem/default/meeting-notes/refresh',
      undefined,
      ines,
    );
    expect(refreshed.status).toBe(200);
    const records = await governance.get(
      '/subjects/aisystem/default/meeting-notes/records',
      ines,
    );
    expect(
      records.body.items.map((r: any) => [
        r.type,
        r.recordId === body.recordId,
      ]),
    ).toEqual([
      ['registration', true],
      ['profile', false],
    ]);
    const verified = await governance.get('/ledger/verify');
    expect(verified.body).toMatchObject({ ok: true, problems: [] });
  });

  it('refuses what is not valid, with its path, and writes nothing', async () => {
    const { status, body } = await register({ owner: 'component:a', tier: 1 });
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/data\.owner: must be a reference/);
    expect(body.error.message).toMatch(/data\.tier: is not a field/);
    expect((await register({}, ines, { namespace: 'Not one' })).status).toBe(
      400,
    );
    expect((await register({ status: 'withdrawn', reason: 'x' })).status).toBe(
      400,
    );
    expect(await knex('streams').where({ ref })).toEqual([]);
  });

  it('says of a name no more than that it is taken', async () => {
    const hidden = await register({ name: 'card-limits' });
    catalog.entities.push(
      aiSystem('unswept', 'Unswept', 'group:default/lending'),
    );
    const unswept = await register({ name: 'unswept' });
    await register();
    const again = await register({ title: 'Others' }, omar);
    for (const [{ status, body }, name] of [
      [hidden, 'card-limits'],
      [unswept, 'unswept'],
      [again, 'meeting-notes'],
    ] as const) {
      expect({ status, message: body.error?.message }).toEqual({
        status: 409,
        message: `data.name: ${name} is taken already; choose another`,
      });
      expect(body).not.toHaveProperty('head');
    }
  });

  it('lets one of two win that register a name at once', async () => {
    const answers = await Promise.all([register(), register({}, omar)]);
    expect(answers.map(a => a.status).sort()).toEqual([201, 409]);
    expect(await knex('records').where({ type: 'registration' })).toHaveLength(
      1,
    );
  });

  it('takes the permission', async () => {
    const { status, body } = await register({}, outside);
    expect(status).toBe(403);
    expect(body.error.message).toMatch(/ai-governance\.system\.register/);
  });

  it('is listed to who wrote it, and to who may read the subject', async () => {
    await register();
    expect(await refs(ines)).toEqual([ref]);
    // the catalog does not have it yet, so nobody else may be told
    expect(await refs(omar)).toEqual([]);
    catalog.entities.push(emitted());
    await governance.sweep();
    expect(await refs(omar)).toEqual([ref]);
    expect(await listed(outside)).toEqual({ items: [], totalItems: 0 });
    expect(
      await listed(omar, `?ref=${encodeURIComponent('aisystem:x/y')}`),
    ).toEqual({ items: [], totalItems: 0 });
  });

  it('is listed to whoever asks for their own, and no other', async () => {
    await register();
    const own = await register({ name: 'own-notes' }, omar);
    catalog.entities.push(emitted());
    await governance.sweep();
    expect(await refs(omar)).toEqual([ref, own.body.ref]);
    const { items, totalItems } = await listed(omar, '?mine=true&limit=1');
    expect(items.map((i: any) => i.ref)).toEqual([own.body.ref]);
    expect(totalItems).toBe(1);
    // whoever wrote it last
    await revise({ title: 'Ours' }, 1, omar);
    expect((await listed(ines, '?mine=true')).items).toEqual([]);
  });

  it('is listed in pages, in the byte order of the references', async () => {
    for (const name of ['aa', 'a_b', 'a-c']) await register({ name });
    const first = await listed(ines, '?limit=2');
    expect(first.items.map((i: any) => i.data.name)).toEqual(['a-c', 'a_b']);
    expect(first.totalItems).toBe(3);
    const second = await listed(
      ines,
      `?limit=2&cursor=${encodeURIComponent(first.nextCursor)}`,
    );
    expect(second.items.map((i: any) => i.data.name)).toEqual(['aa']);
    expect(second.nextCursor).toBeUndefined();
  });

  it('is revised by its author until the catalog has it, then by who may write of it', async () => {
    await register();
    expect((await revise({ title: 'Notes' }, 1, omar)).status).toBe(404);
    expect((await revise({ title: 'Notes' }, 1)).body).toMatchObject({
      revision: 2,
      data: { title: 'Notes' },
    });
    const stale = await revise({ title: 'Other' }, 1);
    expect(stale.status).toBe(409);
    expect(stale.body.head).toMatchObject({ revision: 2 });

    catalog.entities.push(emitted());
    await governance.sweep();
    expect((await revise({ title: 'Mine' }, 2)).status).toBe(403);
    expect((await revise({ title: 'Ours' }, 2, omar)).status).toBe(201);
    // the ordinary way to write of a subject does the same
    const appended = await governance.post(
      '/subjects/aisystem/default/meeting-notes/records',
      { type: 'registration', data: notes, baseRevision: 3 },
      omar,
    );
    expect(appended.body).toMatchObject({ revision: 4, author: omar.user });
    expect(
      (await revise({ name: 'other' }, 4, omar)).body.error.message,
    ).toMatch(/data\.name: must be meeting-notes/);
  });

  it('is no longer its author’s who may not read the subject, while the catalog has it', async () => {
    const hidden = async (base: number) =>
      revise({ title: 'Mine' }, base).then(({ status, body }) => [
        status,
        body.error?.message,
      ]);
    await register();
    unread.add(ines.user);
    // emitted, and not swept yet
    catalog.entities.push(emitted());
    expect((await revise({ title: 'Notes' }, 1)).status).toBe(201);
    await governance.sweep();
    expect(await hidden(2)).toEqual([
      404,
      `There is no registration of ${ref} that you may read`,
    ]);
    expect(
      await knex('revisions').where({ type: 'registration' }),
    ).toHaveLength(2);
    // withdrawn, and not swept yet
    catalog.entities.pop();
    expect((await revise({ title: 'Mine' }, 2)).status).toBe(201);
    // of a repository now, and not swept yet: told to its author only
    await governance.sweep();
    await governance.sweep();
    catalog.entities.push(
      aiSystem('meeting-notes', 'Meeting notes', notes.owner),
    );
    expect((await revise({ title: 'Ours' }, 3)).status).toBe(409);
    unread.add(omar.user);
    expect((await revise({ title: 'Ours' }, 3, omar)).status).toBe(404);
  });

  it('is of no system that is declared elsewhere', async () => {
    const limits = '/subjects/aisystem/default/reply-drafts/records';
    const begun = await governance.post(
      limits,
      { type: 'registration', data: { ...notes, name: 'reply-drafts' } },
      omar,
    );
    expect(begun.status).toBe(409);

    await register();
    await revise(
      { status: 'moved', repository: 'https://example.com/notes' },
      1,
    );
    // the repository's, without our annotation
    catalog.entities.push(
      aiSystem('meeting-notes', 'Meeting notes', notes.owner),
    );
    await governance.sweep();
    const back = await revise({}, 2, omar);
    expect(back.status).toBe(409);
    expect(back.body.error.message).toMatch(/from a repository now/);
  });

  it('says who registered among those who may not approve', async () => {
    await register({}, omar);
    catalog.entities.push(emitted());
    await governance.sweep();
    const deciders = await governance.get(
      '/subjects/aisystem/default/meeting-notes/deciders?kind=approval',
      omar,
    );
    expect(deciders.body.you).toMatchObject({
      may: false,
      reason: expect.stringMatching(/revision 1 of the registration/),
    });
  });

  it('is withdrawn with a reason and may be brought back by whoever did it', async () => {
    await register();
    expect((await revise({ status: 'withdrawn' }, 1)).status).toBe(400);
    const gone = await revise(
      { status: 'withdrawn', reason: 'Not bought.' },
      1,
    );
    expect(gone.status).toBe(201);
    expect((await revise({}, 2)).body).toMatchObject({
      revision: 3,
      data: { status: 'registered' },
    });
  });
});
