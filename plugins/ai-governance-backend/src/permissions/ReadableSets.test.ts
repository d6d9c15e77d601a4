import { TestDatabases } from '@backstage/backend-test-utils';
import {
  instant,
  subjectsQuerySchema,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { migrate } from '../database/migrate';
import { noon } from '../scorecards/__testUtils__/company';
import { Scorecards } from '../scorecards/Scorecards';
import {
  accessOf,
  alerts,
  allow,
  credentials,
  entity,
  fourSubjects,
  fraud,
  inCatalogIf,
  lending,
  limits,
  scoring,
} from './__testUtils__/readers';
import { Access } from './Access';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())(
  'a readable set on %s',
  databaseId => {
    let knex: Knex;
    let ids: Record<string, string>;
    let db: { knex: Knex; clock: Clock };
    let now: string;
    const clock = async () => now;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await migrate(knex);
      ids = await fourSubjects(knex);
      db = { knex, clock };
    });
    beforeEach(async () => {
      now = noon;
      await knex('readable_sets').delete();
    });
    afterAll(() => knex.destroy());

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
      const { access, stream } = accessOf(db, conditional, [scoring]);
      await expect(listed(access)).resolves.toEqual([scoring]);
      now = instant(Date.parse(noon) + 59_999);
      await expect(listed(access)).resolves.toEqual([scoring]);
      expect(stream).toHaveBeenCalledTimes(1);
      expect(stream).toHaveBeenCalledWith(
        expect.objectContaining({ filter: { kind: ['AISystem'] } }),
        { credentials },
      );

      const changed = accessOf(db, conditional, [limits]);
      await expect(listed(changed.access)).resolves.toEqual([scoring]);
      expect(changed.stream).not.toHaveBeenCalled();
      now = instant(Date.parse(noon) + 60_000);
      await expect(listed(changed.access)).resolves.toEqual([limits]);
    });

    it('is fetched again for other conditions', async () => {
      await listed(accessOf(db, conditional, [scoring]).access);
      const other = accessOf(
        db,
        { ...conditional, 'catalog.entity.read': inCatalogIf([fraud]) },
        [alerts],
      );
      await expect(listed(other.access)).resolves.toEqual([alerts]);
    });

    it('shows the old set until the new one is whole, and keeps the old one when the catalog fails', async () => {
      await listed(accessOf(db, conditional, [scoring]).access);
      const old = await accessOf(db, conditional).access.scope(credentials);
      now = instant(Date.parse(noon) + 120_000);

      const { access, stream } = accessOf(db, conditional, []);
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
        accessOf(db, conditional, [scoring, limits]),
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
      await listed(accessOf(db, conditional, [scoring]).access);
      now = instant(Date.parse(noon) + 2 * 3600_000);
      await listed(
        accessOf(
          db,
          { ...conditional, 'catalog.entity.read': inCatalogIf([fraud]) },
          [alerts],
        ).access,
      );
      await expect(
        knex('readable_subjects').pluck('subject_id'),
      ).resolves.toEqual([ids[alerts]]);
    });
  },
);
