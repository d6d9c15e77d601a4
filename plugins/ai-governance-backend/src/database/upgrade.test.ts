import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { TestDatabases } from '@backstage/backend-test-utils';
import { sha256 } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { aKey } from '../checkpoints/__testUtils__/signedLedger';
import { takeCheckpoint } from '../checkpoints/takeCheckpoint';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import { toRow } from '../ledger/revisionRow';
import { genesisHash, rowHash } from '../ledger/rowHash';
import { databaseClock } from './clock';
import { migrate, migrationsDir } from './migrate';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const names = readdirSync(migrationsDir)
  .filter(name => name.endsWith('.js'))
  .sort();
const at = '2026-11-24T09:00:00.000Z';
const ref = 'aisystem:default/card-limits';

/** A stream with three rows, as the first version wrote it. */
async function write(knex: Knex) {
  const origin = { id: randomUUID(), kind: 'subject', ref, createdAt: at };
  const { id, kind } = origin;
  await knex('streams').insert({ id, kind, ref, created_at: at });
  let hash = genesisHash(origin);
  for (const seq of [1, 2, 3]) {
    const data = `{"kind":"model","title":"${seq}","why":"x"}`;
    const row = {
      streamId: id,
      seq,
      recordId: randomUUID(),
      type: 'change',
      revision: 1,
      schemaVersion: 1,
      dataHash: sha256(data),
      author: 'user:default/dana.k',
      materiality: 'material' as const,
      materialityReason: null,
      effectiveAt: at,
      recordedAt: `2026-11-24T09:00:00.00${seq}Z`,
      previousHash: hash,
    };
    hash = rowHash(row);
    await knex('revisions').insert(toRow({ ...row, data, hash }));
    await knex('records').insert({
      ...{ id: row.recordId, stream_id: id, type: row.type },
      ...{ seq, revision: 1 },
    });
  }
  await knex('heads').insert({ stream_id: id, seq: 3, hash });
}

describe.each(databases.eachSupportedId())('an upgrade on %s', database => {
  it('from every earlier version keeps the ledger, which verifies, goes on and is signed', async () => {
    const knex = await databases.init(database);
    for (let version = 1; version < names.length; version++) {
      for (let n = 0; n < version; n++)
        await knex.migrate.up({ directory: migrationsDir });
      await write(knex);
      await migrate(knex);

      const ledger = DatabaseLedger.create({ knex });
      const stream = await ledger.findStream(ref);
      await ledger.append(stream!.id, {
        type: 'change',
        data: { kind: 'model', title: '4', why: 'x' },
        author: 'user:default/dana.k',
      });
      expect([version, await ledger.verify()]).toEqual([
        version,
        { ok: true, streams: 1, revisions: 4, problems: [] },
      ]);
      expect(await takeCheckpoint(knex, databaseClock, aKey())).toMatchObject({
        number: 1,
        streams: 1,
        revisions: 4,
      });
      await knex.migrate.rollback({ directory: migrationsDir }, true);
    }
  });
});
