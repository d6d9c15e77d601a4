import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { PolicyDecision } from '@backstage/plugin-permission-common';
import {
  recordAppendPermission,
  registerQuerySchema,
  subjectsQuerySchema,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { migrate } from '../database/migrate';
import { Registers } from '../registers/Registers';
import { noon } from '../scorecards/__testUtils__/company';
import { Scorecards } from '../scorecards/Scorecards';
import {
  accessOf,
  alerts,
  allow,
  credentials,
  deny,
  fourSubjects,
  fraud,
  gone,
  inCatalogIf,
  lending,
  limits,
  ownedBy,
  scoring,
} from './__testUtils__/readers';
import { Access } from './Access';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('access on %s', databaseId => {
  let knex: Knex;
  let ids: Record<string, string>;
  let db: { knex: Knex; clock: Clock };
  const clock = async () => noon;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
    ids = await fourSubjects(knex);
    db = { knex, clock };
  });
  beforeEach(() => knex('readable_sets').delete());
  afterAll(() => knex.destroy());

  /** Everything that a reader gets from lists and roll-ups. */
  async function readAll(access: Access) {
    const scope = await access.scope(credentials);
    const scorecards = Scorecards.create({ knex, clock });
    const registers = Registers.create({ knex, clock });
    const exported = [];
    for await (const s of scorecards.eachSubject(scope, {})) exported.push(s);
    return {
      list: await scorecards.subjects(scope, subjectsQuerySchema.parse({})),
      firstPage: await scorecards.subjects(
        scope,
        subjectsQuerySchema.parse({ limit: 1, orderBy: 'title' }),
      ),
      byRef: await scorecards.subjects(
        scope,
        subjectsQuerySchema.parse({ ref: [scoring, alerts, limits] }),
      ),
      searched: await scorecards.subjects(
        scope,
        subjectsQuerySchema.parse({ q: 'fraud' }),
      ),
      exported,
      facets: await scorecards.facets(scope),
      organization: await scorecards.organization(scope),
      teams: await scorecards.teams(scope),
      team: await scorecards.team(scope, fraud),
      register: await registers.page(
        scope,
        registerQuerySchema.parse({ type: 'change' }),
      ),
    };
  }

  const all = [alerts, limits, scoring];
  const inCatalog: [string, PolicyDecision, string[]][] = [
    ['allows', allow, all],
    ['denies', deny, []],
    ['allows some', inCatalogIf([lending]), [limits, scoring]],
  ];
  const here: [string, PolicyDecision, string[]][] = [
    ['allow', allow, all],
    ['deny', deny, []],
    ['allow some', ownedBy(lending), [limits, scoring]],
    ['allow others', ownedBy('group:default/FRAUD'), [alerts]],
  ];
  const matrix = inCatalog.flatMap(([catalogDoes, first, shown]) =>
    here.map(([weDo, second, ours]) => ({
      catalogDoes,
      weDo,
      first,
      second,
      shown,
      readable: shown.filter(ref => ours.includes(ref)),
    })),
  );

  it.each(matrix)(
    'when the catalog $catalogDoes and we $weDo, shows these and no trace of others',
    async ({ first, second, shown, readable }) => {
      const { access } = accessOf(
        db,
        { 'catalog.entity.read': first, 'ai-governance.subject.read': second },
        shown,
      );
      const read = await readAll(access);

      expect(read.list.items.map(s => s.ref)).toEqual(readable);
      expect(read.list.totalItems).toBe(readable.length);
      expect(read.exported.map(s => s.ref)).toEqual(readable);
      expect(read.byRef.totalItems).toBe(readable.length);
      expect(read.firstPage.totalItems).toBe(readable.length);
      expect(read.organization.subjects).toBe(readable.length);
      expect(read.organization.counts.fail).toBe(readable.length);
      expect(read.searched.totalItems).toBe(
        readable.filter(ref => ref === alerts).length,
      );
      expect(read.register.items.map(r => r.subject.ref).sort()).toEqual(
        readable.filter(ref => ref !== limits),
      );
      expect(read.teams.map(t => [t.ref, t.subjects])).toEqual(
        [
          [fraud, readable.filter(r => r === alerts).length],
          [lending, readable.filter(r => r !== alerts).length],
        ].filter(([, n]) => n !== 0),
      );

      const { team, ...rest } = read;
      const text = JSON.stringify(rest);
      const cursor = read.firstPage.nextCursor ?? '';
      const everything = text + Buffer.from(cursor, 'base64url');
      const traces = (words: RegExp) => words.test(everything);
      const seesAlerts = readable.includes(alerts);
      expect(traces(/alerts|fraud|secret-type/)).toBe(seesAlerts);
      expect(team).toMatchObject({ subjects: seesAlerts ? 1 : 0 });
      expect(traces(/scoring|limits|lending/)).toBe(readable.includes(scoring));
      expect(traces(/gone/)).toBe(false);
    },
  );

  describe('one subject', () => {
    const allowed = {
      'catalog.entity.read': inCatalogIf([lending]),
      'ai-governance.subject.read': ownedBy(lending),
    };

    it('is read as the catalog shows it now, whatever set is stored', async () => {
      const before = accessOf(db, allowed, []);
      await before.access.scope(credentials);
      const { access } = accessOf(db, allowed, [scoring]);
      await expect(
        access.subject(credentials, 'AISystem:default/scoring'),
      ).resolves.toEqual({
        id: ids[scoring],
        ref: scoring,
        kind: 'AISystem',
        namespace: 'default',
        name: 'scoring',
        title: 'scoring',
        owner: lending,
        accountable: null,
        tier: 'minimal',
        teams: [lending],
        goneAt: null,
      });
    });

    it('is looked up as ourselves for a service, whose token may be for this plugin only', async () => {
      const { access, catalog } = accessOf(db, allowed, [scoring]);
      const lookUp = jest.spyOn(catalog, 'getEntityByRef');
      const service = mockCredentials.service('external:monitoring', {
        permissionNames: ['ai-governance.subject.read'],
      });
      await expect(access.subject(service, scoring)).resolves.toMatchObject({
        ref: scoring,
      });
      const asked = () =>
        lookUp.mock.calls.map(([, options]: any[]) => options.credentials);
      expect(asked()).not.toContain(service);
      await access.subject(credentials, scoring);
      expect(asked().at(-1)).toBe(credentials);
    });

    it('is found among many in the same way, and asked of once however many there are', async () => {
      const { access, catalog, permissions } = accessOf(db, allowed, [
        scoring,
        alerts,
      ]);
      const lookUp = jest.spyOn(catalog, 'getEntitiesByRefs');
      const service = mockCredentials.service('external:importer', {
        permissionNames: ['ai-governance.subject.read'],
      });
      const many = Array.from({ length: 1200 }, (_, i) => `component:a/b${i}`);
      const refs = [...many, scoring, alerts, gone];
      const found = await access.subjects(service, refs);
      expect([...found.keys()]).toEqual([scoring]);
      expect(lookUp.mock.calls.length).toBeGreaterThan(1);
      const asked = () =>
        lookUp.mock.calls.map(([, options]: any[]) => options.credentials);
      expect(asked()).not.toContain(service);
      expect(permissions.authorizeConditional).toHaveBeenCalledTimes(1);
      await access.subjects(credentials, refs);
      expect(asked().at(-1)).toBe(credentials);
      expect([...(await access.subjects(service, ['nonsense']))]).toEqual([]);
    });

    it('is not found in the same words when missing, gone, not governed, hidden by the catalog or by us', async () => {
      const service = 'component:default/service';
      const { access } = accessOf(db, allowed, [gone, service, alerts]);
      const words = async (ref: string) => {
        const error = await access.subject(credentials, ref).catch(e => e);
        expect(error.name).toBe('NotFoundError');
        return error.message.replaceAll(ref, '<ref>');
      };
      const missing = await words('aisystem:default/never-was');
      await expect(words(gone)).resolves.toBe(missing);
      await expect(words(service)).resolves.toBe(missing);
      await expect(words(scoring)).resolves.toBe(missing); // hidden by the catalog
      await expect(words(alerts)).resolves.toBe(missing); // hidden by us
      await expect(words('nonsense')).resolves.toBe(missing);
      await expect(words('aisystem:default/a\0b')).resolves.toBe(missing);
    });

    it('is found by a record of it, and a hidden record is not found in the words of a missing one', async () => {
      const { access } = accessOf(db, allowed, [scoring, alerts, gone]);
      const recordOf = async (ref: string) =>
        (await knex('records').where('stream_id', ids[ref]).first()).id;
      await expect(
        access.subjectOfRecord(credentials, await recordOf(scoring)),
      ).resolves.toMatchObject({ ref: scoring });

      const words = async (id: string) => {
        const error = await access
          .subjectOfRecord(credentials, id)
          .catch(e => e);
        expect(error.name).toBe('NotFoundError');
        return error.message.replace(id, '<id>');
      };
      const missing = await words('11111111-1111-1111-1111-111111111111');
      await expect(words(await recordOf(alerts))).resolves.toBe(missing);
      await expect(words(await recordOf(gone))).resolves.toBe(missing);
      await expect(words('a\0b')).resolves.toBe(missing);
    });

    it('may be written by whom the policy lets', async () => {
      const { access } = accessOf(
        db,
        {
          ...allowed,
          'ai-governance.subject.read': allow,
          'ai-governance.record.append': ownedBy(lending),
          'ai-governance.decision.request': ownedBy(lending),
          'ai-governance.decision.make': allow,
        },
        [scoring, alerts],
      );
      const own = await access.subject(credentials, scoring);
      const other = await access.subject(credentials, alerts);
      await expect(access.may(credentials, own)).resolves.toEqual({
        append: true,
        redact: false,
        request: true,
        decide: true,
        assure: false,
      });
      await expect(access.may(credentials, other)).resolves.toEqual({
        append: false,
        redact: false,
        request: false,
        decide: true,
        assure: false,
      });
      await expect(
        access.authorize(credentials, recordAppendPermission, own),
      ).resolves.toBeUndefined();
      await expect(
        access.authorize(credentials, recordAppendPermission, other),
      ).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringContaining('ai-governance.record.append'),
      });
    });
  });
});
