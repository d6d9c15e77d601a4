import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  instant,
  recordAppendPermission,
  registerQuerySchema,
  subjectReadPermission,
  subjectsQuerySchema,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { migrate } from '../database/migrate';
import { Registers } from '../registers/Registers';
import { company, noon } from '../scorecards/__testUtils__/company';
import { Scorecards } from '../scorecards/Scorecards';
import { Access } from './Access';
import {
  createSubjectConditionalDecision,
  subjectConditions,
} from './subjectRules';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const credentials = mockCredentials.user('user:default/reader');

const lending = 'group:default/lending';
const fraud = 'group:default/fraud';
const scoring = 'aisystem:default/scoring';
const alerts = 'aisystem:default/alerts';
const limits = 'aisystem:default/limits';
const gone = 'aisystem:default/gone';

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };
/** Stands for any conditions of the catalog: only the catalog reads them. */
const inCatalogIf = (claims: string[]): PolicyDecision => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: {
    rule: 'IS_ENTITY_OWNER',
    resourceType: 'catalog-entity',
    params: { claims },
  },
});
const ownedBy = (...claims: string[]) =>
  createSubjectConditionalDecision(
    subjectReadPermission,
    subjectConditions.isOwner({ claims }),
  );

const entity = (ref: string): Entity => {
  const { kind, namespace, name } = parseEntityRef(ref);
  return {
    apiVersion: 'ai-governance/v1alpha1',
    kind: kind === 'aisystem' ? 'AISystem' : kind,
    metadata: { namespace, name },
  };
};

/** A catalog that shows these to the reader; what it was asked is counted. */
function catalogOf(refs: string[]) {
  const catalog = catalogServiceMock({ entities: refs.map(entity) });
  const stream = jest.spyOn(catalog, 'streamEntities');
  return { catalog, stream };
}

/** Decisions by the name of the permission. */
const permissionsOf = (decisions: Record<string, PolicyDecision>) =>
  mockServices.permissions.mock({
    authorizeConditional: async requests =>
      requests.map(({ permission }) => decisions[permission.name] ?? deny),
  });

describe.each(databases.eachSupportedId())('access on %s', databaseId => {
  let knex: Knex;
  let now: string;
  let ids: Record<string, string>;
  const clock = async () => now;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
    now = noon;
    const of = company(knex);
    await of.people([lending, fraud]);
    const summaries = [
      { families: { INV: { pass: 1, fail: 1 } }, first: 'INV-01' },
    ];
    ids = {
      [scoring]: await of.subject({ ref: scoring, owner: lending, summaries }),
      [limits]: await of.subject({ ref: limits, owner: lending, summaries }),
      [alerts]: await of.subject({
        ref: alerts,
        owner: fraud,
        type: 'secret-type',
        summaries,
      }),
      [gone]: await of.subject({ ref: gone, owner: lending, goneAt: noon }),
    };
    for (const ref of [scoring, alerts, gone]) {
      await of.record(ids[ref], 'change', [{ title: `Change of ${ref}` }]);
    }
  });
  afterEach(() => knex.destroy());

  const accessOf = (
    decisions: Record<string, PolicyDecision>,
    shown: string[] = [],
  ) => {
    const { catalog, stream } = catalogOf(shown);
    const access = Access.create({
      knex,
      permissions: permissionsOf(decisions),
      catalog,
      clock,
    });
    return { access, catalog, stream };
  };

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

  describe('a conditional decision of the catalog', () => {
    const conditional = {
      'catalog.entity.read': inCatalogIf([lending]),
      'ai-governance.subject.read': allow,
    };
    const listed = async (access: Access) => {
      const page = await Scorecards.create({ knex, clock }).subjects(
        await access.scope(credentials),
        subjectsQuerySchema.parse({}),
      );
      return page.items.map(s => s.ref);
    };

    it('is fetched once in 60 seconds, with the credentials of the reader', async () => {
      const { access, stream } = accessOf(conditional, [scoring]);
      await expect(listed(access)).resolves.toEqual([scoring]);
      now = instant(Date.parse(noon) + 59_999);
      await expect(listed(access)).resolves.toEqual([scoring]);
      expect(stream).toHaveBeenCalledTimes(1);
      expect(stream).toHaveBeenCalledWith(
        expect.objectContaining({ filter: { kind: ['AISystem'] } }),
        { credentials },
      );

      const changed = accessOf(conditional, [limits]);
      await expect(listed(changed.access)).resolves.toEqual([scoring]);
      expect(changed.stream).not.toHaveBeenCalled();
      now = instant(Date.parse(noon) + 60_000);
      await expect(listed(changed.access)).resolves.toEqual([limits]);
    });

    it('is fetched again for other conditions', async () => {
      await listed(accessOf(conditional, [scoring]).access);
      const other = accessOf(
        { ...conditional, 'catalog.entity.read': inCatalogIf([fraud]) },
        [alerts],
      );
      await expect(listed(other.access)).resolves.toEqual([alerts]);
    });

    it('shows the old set until the new one is whole, and keeps the old one when the catalog fails', async () => {
      await listed(accessOf(conditional, [scoring]).access);
      const old = await accessOf(conditional).access.scope(credentials);
      now = instant(Date.parse(noon) + 120_000);

      const { access, stream } = accessOf(conditional, []);
      stream.mockImplementation(async function* half() {
        yield [entity(limits)];
        const seen = await Scorecards.create({ knex, clock }).subjects(
          old,
          subjectsQuerySchema.parse({}),
        );
        expect(seen.items.map(s => s.ref)).toEqual([scoring]);
        throw new Error('the catalog is away');
      });
      await expect(access.scope(credentials)).rejects.toThrow(
        'the catalog is away',
      );
      await expect(
        knex('readable_subjects').pluck('subject_id'),
      ).resolves.toEqual([ids[scoring]]);
    });

    it('survives several backends that fetch at once', async () => {
      const backends = Array.from({ length: 4 }, () =>
        accessOf(conditional, [scoring, limits]),
      );
      for (let round = 0; round < 3; round += 1) {
        const lists = await Promise.all(
          backends.flatMap(({ access }) => [listed(access), listed(access)]),
        );
        for (const list of lists) expect(list).toEqual([limits, scoring]);
        now = instant(Date.parse(now) + 60_000);
      }
      for (const { stream } of backends) {
        expect(stream.mock.calls.length).toBeLessThanOrEqual(3);
      }
      await expect(knex('readable_sets')).resolves.toHaveLength(1);
    });

    it('is removed when nobody can be reading it any more', async () => {
      await listed(accessOf(conditional, [scoring]).access);
      now = instant(Date.parse(noon) + 2 * 3600_000);
      await listed(
        accessOf(
          { ...conditional, 'catalog.entity.read': inCatalogIf([fraud]) },
          [alerts],
        ).access,
      );
      await expect(
        knex('readable_subjects').pluck('subject_id'),
      ).resolves.toEqual([ids[alerts]]);
    });
  });

  describe('one subject', () => {
    const allowed = {
      'catalog.entity.read': inCatalogIf([lending]),
      'ai-governance.subject.read': ownedBy(lending),
    };

    it('is read as the catalog shows it now, whatever set is stored', async () => {
      const before = accessOf(allowed, []);
      await before.access.scope(credentials);
      const { access } = accessOf(allowed, [scoring]);
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
        goneAt: null,
      });
    });

    it('is not found in the same words when missing, gone, not governed, hidden by the catalog or by us', async () => {
      const service = 'component:default/service';
      const { access } = accessOf(allowed, [gone, service, alerts]);
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
      const { access } = accessOf(allowed, [scoring, alerts, gone]);
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
        {
          ...allowed,
          'ai-governance.subject.read': allow,
          'ai-governance.record.append': ownedBy(lending),
        },
        [scoring, alerts],
      );
      const own = await access.subject(credentials, scoring);
      const other = await access.subject(credentials, alerts);
      await expect(access.may(credentials, own)).resolves.toEqual({
        append: true,
        redact: false,
      });
      await expect(access.may(credentials, other)).resolves.toEqual({
        append: false,
        redact: false,
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
