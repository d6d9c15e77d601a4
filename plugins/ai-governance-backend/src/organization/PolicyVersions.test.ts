import { TestDatabases } from '@backstage/backend-test-utils';
import {
  GovernancePolicy,
  policyHash,
} from 'backstage-plugin-ai-governance-common';
import createKnex, { Knex } from 'knex';
import { examplePolicy } from '../__testUtils__/examplePolicy';
import { databaseClock } from '../database/clock';
import { migrate } from '../database/migrate';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import { markAppended } from '../posture/markChanged';
import { PolicyVersions } from './PolicyVersions';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const next = { ...examplePolicy, version: '2026.2' };

describe.each(databases.eachSupportedId())('policy versions on %s', id => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });
  afterEach(() => knex.destroy());

  const ledgerOn = (pool: Knex) =>
    DatabaseLedger.create({ knex: pool, onAppended: markAppended });
  const under = (policy: GovernancePolicy, pool = knex) =>
    PolicyVersions.create({
      knex: pool,
      ledger: ledgerOn(pool),
      policy,
      clock: databaseClock,
    });

  it('are recorded when they are loaded, and only when they say something new', async () => {
    const versions = under(examplePolicy);
    await expect(versions.versions()).resolves.toEqual([]);
    await expect(versions.current()).resolves.toEqual({ recordedAt: null });

    await versions.record();
    await under(structuredClone(examplePolicy)).record();
    const [first, ...none] = await versions.versions();
    expect(none).toEqual([]);
    expect(first).toMatchObject({
      type: 'policy',
      revision: 1,
      author: 'configuration',
      streamRef: 'organization',
      dataHash: policyHash(examplePolicy),
    });
    expect(JSON.parse(first.data!)).toEqual(examplePolicy);
    await expect(versions.current()).resolves.toEqual({
      recordedAt: first.recordedAt,
    });
  });

  it('are kept, newest first, also when an earlier one comes back', async () => {
    await under(examplePolicy).record();
    await under(next).record();
    // a backend with the policy of before does not show when another's was loaded
    await expect(under(examplePolicy).current()).resolves.toEqual({
      recordedAt: null,
    });
    await under(examplePolicy).record();
    const found = await under(examplePolicy).versions();
    expect(
      found.map(({ revision, data }) => [revision, JSON.parse(data!).version]),
    ).toEqual([
      [3, '2026.1'],
      [2, '2026.2'],
      [1, '2026.1'],
    ]);
    await expect(ledgerOn(knex).verify()).resolves.toMatchObject({
      ok: true,
      streams: 1,
      revisions: 3,
    });
    await knex('revisions')
      .where({ revision: 2 })
      .update({ data: JSON.stringify({ ...next, title: 'Anything goes' }) });
    await expect(
      ledgerOn(knex).verify({ streamRef: 'organization' }),
    ).resolves.toMatchObject({
      ok: false,
      problems: [{ streamRef: 'organization', kind: 'data-changed', seq: 2 }],
    });
  });

  it('are recorded once by backends that start at once', async () => {
    const { client, connection } = knex.client.config;
    const pools =
      id === 'POSTGRES_18'
        ? Array.from({ length: 4 }, () => createKnex({ client, connection }))
        : [knex, knex];
    for (const policy of [examplePolicy, next]) {
      await Promise.all(pools.map(pool => under(policy, pool).record()));
    }
    const found = await under(next).versions();
    expect(found.map(({ revision }) => revision)).toEqual([2, 1]);
    for (const pool of pools) if (pool !== knex) await pool.destroy();
  });
});
