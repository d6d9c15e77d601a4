import { readdirSync } from 'node:fs';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrate, migrationsDir } from './migrate';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const at = '2026-11-24T09:00:00.000Z';
const id = '5f0c7f1e-8a0f-4c1c-9f5e-0d6a5e0b7a11';
const hash = 'a'.repeat(64);
const ref = 'aisystem:default/card-limits';

/** What each migration is filled with: a row in every table that it makes, in the order of their references. */
const rowsOf: Record<string, [table: string, row: object][]> = {
  '20261124000000_ledger.js': [
    ['streams', { id, kind: 'subject', ref, created_at: at }],
    [
      'revisions',
      {
        stream_id: id,
        seq: 1,
        record_id: id,
        type: 'change',
        revision: 1,
        schema_version: 1,
        data: '{}',
        data_hash: hash,
        author: 'user:default/dana.k',
        materiality: 'material',
        effective_at: at,
        recorded_at: at,
        previous_hash: hash,
        hash,
      },
    ],
    ['heads', { stream_id: id, seq: 1, hash }],
    ['records', { id, stream_id: id, type: 'change', seq: 1, revision: 1 }],
  ],
  '20261124000100_inventory.js': [
    [
      'subjects',
      {
        id,
        ref,
        kind: 'aisystem',
        namespace: 'default',
        name: 'card-limits',
        title: 'Card limits',
        profile: '{}',
        profile_errors: '[]',
        digest: hash,
        observed_at: at,
      },
    ],
    ['entity_facts', { ref, present: true, observed_at: at }],
    ['group_edges', { parent: 'group:a/b', child: 'group:a/c', from_at: at }],
    ['group_closure', { ancestor: 'group:a/b', descendant: 'group:a/c' }],
    ['owner_intervals', { subject_id: id, owner: 'group:a/b', from_at: at }],
    ['sweeps', { started_at: at }],
  ],
  '20261124000200_posture.js': [
    [
      'results',
      {
        subject_id: id,
        control_id: 'INV-01',
        control_version: 1,
        state: 'pass',
        reason: 'It is there',
        since: at,
        policy_hash: hash,
        from_at: at,
      },
    ],
    ['result_inputs', { key: 'entity:group:a/b', subject_id: id }],
    ['work', { subject_id: id, dirty_seq: 1, due_at: at }],
    [
      'subject_summary',
      { subject_id: id, from_at: at, tier: 'high', evaluated_at: at },
    ],
    [
      'subject_families',
      { subject_id: id, from_at: at, family: 'INV', pass: 2, not_reported: 1 },
    ],
    ['readable_sets', { hash, made_at: at, expires_at: at }],
    ['readable_subjects', { hash, subject_id: id }],
  ],
  '20261125000000_decisions.js': [
    [
      'open_requests',
      {
        record_id: id,
        subject_id: id,
        type: 'approval',
        requested_by: 'user:default/dana.k',
        requested_at: at,
      },
    ],
    [
      'notices',
      { recipient: 'user:default/dana.k', key: 'due', day: at.slice(0, 10) },
    ],
  ],
  // more columns and an index only
  '20261125000100_work.js': [],
  '20261127000200_training.js': [
    [
      'training_completions',
      {
        record_id: id,
        stream_id: id,
        person: 'user:default/dana.k',
        course: 'AI basics',
        course_key: 'ai basics',
        completed: at.slice(0, 10),
        withdrawn: false,
        author: 'user:default/lea',
        recorded_at: at,
      },
    ],
    [
      'training_needs',
      {
        subject_id: id,
        person: 'user:default/dana.k',
        course_key: 'ai basics',
        course: 'AI basics',
        roles: 'owner',
      },
    ],
  ],
  '20261127000400_model_feed.js': [
    ['model_feed', { key: 'model:openai', hash }],
  ],
  '20261127000401_discovered.js': [
    [
      'discovered',
      {
        ref: 'api:a/b',
        title: 'B',
        reason: 'kind is API',
        found_at: at,
        observed_at: at,
      },
    ],
  ],
  '20261127000600_record_sources.js': [
    [
      'source_readings',
      { stream_id: id, location: './governance/', begun_at: at, ignored: '[]' },
    ],
    [
      'record_sources',
      {
        stream_id: id,
        type: 'intended-use',
        entry_id: '',
        path: 'intended-use.md',
        read_at: at,
        problems: '[]',
      },
    ],
    [
      'revision_sources',
      { record_id: id, revision: 1, location: 'a/', path: 'intended-use.md' },
    ],
  ],
  '20261127000800_remedies.js': [],
  '20261127000900_history.js': [
    [
      'past_summaries',
      {
        subject_id: id,
        from_at: at,
        until_at: at,
        tier: 'high',
        evaluated_at: at,
      },
    ],
    [
      'past_families',
      { subject_id: id, from_at: at, family: 'DOC', pass: 1, fail: 10 },
    ],
    ['entity_presence', { ref: 'group:a/b', from_at: at }],
  ],
  '20261127001000_risk_levels.js': [
    [
      'risk_levels',
      {
        subject_id: id,
        position: 0,
        from_at: '',
        record_id: id,
        revision: 1,
        category: 'privacy',
        inherent_level: 4,
        current_level: 2,
      },
    ],
  ],
  '20261128000100_found_intervals.js': [
    ['discovery_intervals', { looked: true, from_at: at, read_at: at }],
    ['found_intervals', { ref: 'api:a/b', from_at: at }],
  ],
  // more columns and indexes only
  '20261128000101_names.js': [],
  '20261128000400_task_runs.js': [
    ['task_runs', { task: 'notices', started_at: at }],
  ],
  '20261128000500_family_counts.js': [],
  '20261128000600_checkpoints.js': [
    ['checkpoints', { number: 1, at, statement: '{}' }],
    ['checkpoint_heads', { checkpoint: 1, stream_id: id, seq: 1, hash }],
    ['checkpoint_keys', { id: 'signing', private_key: 'x', made_at: at }],
    [
      'verification_progress',
      {
        id: 'whole',
        begun_at: at,
        after_id: id,
        streams: 1,
        revisions: 1,
        problems: 0,
      },
    ],
  ],
  '20261128000700_results_without_reference.js': [],
  '20261128000800_erased_revisions.js': [],
  '20261128000900_closed_results.js': [],
  // references and indexes only
  '20261129000000_claims_in_order.js': [],
};

async function tablesOf(knex: Knex): Promise<string[]> {
  const postgres = knex.client.config.client === 'pg';
  const rows: { name: string }[] = postgres
    ? await knex('pg_tables')
        .where('schemaname', 'public')
        .select({ name: 'tablename' })
    : await knex('sqlite_master').where('type', 'table').select('name');
  return rows
    .map(row => row.name)
    .filter(name => !/^(knex|sqlite)_/.test(name))
    .sort();
}

// what a migration takes over into other tables
const takenOver: Record<string, string[]> = {
  '20261128000500_family_counts.js': ['subject_families', 'past_families'],
};

/** The rows that are there after some migrations. */
function rowsAfter(names: readonly string[]) {
  const gone = names.flatMap(name => takenOver[name] ?? []);
  return names
    .flatMap(name => rowsOf[name])
    .filter(([table]) => !gone.includes(table));
}

describe.each(databases.eachSupportedId())('migrations on %s', database => {
  const directory = { directory: migrationsDir };
  const names = readdirSync(migrationsDir)
    .filter(name => name.endsWith('.js'))
    .sort();

  it('go up and down one by one, and up again, with rows in every table', async () => {
    const knex = await databases.init(database);
    expect(Object.keys(rowsOf)).toEqual(names);

    const fillUp = async () => {
      for (const [i, name] of names.entries()) {
        await knex.migrate.up(directory);
        for (const [table, row] of rowsOf[name]) await knex(table).insert(row);
        const filled = rowsAfter(names.slice(0, i + 1));
        expect(await tablesOf(knex)).toEqual(filled.map(([t]) => t).sort());
        // a later migration loses nothing of an earlier one
        for (const [table] of filled) expect(await knex(table)).toHaveLength(1);
      }
    };

    await fillUp();
    for (let left = names.length - 1; left >= 0; left--) {
      await knex.migrate.down(directory);
      const kept = rowsAfter(names.slice(0, left));
      expect(await tablesOf(knex)).toEqual(kept.map(([t]) => t).sort());
      for (const [table] of kept) expect(await knex(table)).toHaveLength(1);
    }
    await fillUp();
  });

  it('take counts by family over into the summaries, and give them back', async () => {
    const knex = await databases.init(database);
    const before = names.indexOf('20261128000500_family_counts.js');
    for (const _ of names.slice(0, before)) await knex.migrate.up(directory);
    for (const [table, row] of rowsAfter(names.slice(0, before)))
      await knex(table).insert(row);
    await knex('subject_families').insert({
      subject_id: id,
      from_at: at,
      family: 'DOC',
      not_applicable: 3,
    });
    const counts = () => knex('subject_families').orderBy('family').select('*');
    const given = await counts();
    await knex.migrate.up(directory);
    expect(await knex('subject_summary').pluck('families')).toEqual([
      'DOCa3 INVn1 INVp2',
    ]);
    expect(await knex('past_summaries').pluck('families')).toEqual([
      'DOCf10 DOCp1',
    ]);
    await knex.migrate.down(directory);
    expect(await counts()).toEqual(given);
  });

  it('begin the history of who is there and what is shown with what is known', async () => {
    const knex = await databases.init(database);
    const before = names.indexOf('20261127000900_history.js');
    for (const _ of names.slice(0, before)) await knex.migrate.up(directory);
    for (const [table, row] of names.slice(0, before).flatMap(n => rowsOf[n]))
      await knex(table).insert(row);
    const facts = { observed_at: at, title: 'Lending' };
    await knex('entity_facts').insert([
      { ref: 'group:a/b', present: true, ...facts },
      { ref: 'user:a/left', present: false, ...facts },
    ]);
    await knex.migrate.up(directory);
    expect(await knex('entity_presence')).toEqual([
      expect.objectContaining({ ref: 'group:a/b', from_at: at, to_at: null }),
    ]);
    expect(await knex('owner_intervals')).toEqual([
      expect.objectContaining({ owner: 'group:a/b', title: 'Card limits' }),
    ]);
  });

  it('are done wholly by migrate(), once, and rolled back at one go', async () => {
    const knex = await databases.init(database);
    await migrate(knex);
    const all = rowsAfter(names);
    for (const [table, row] of all) await knex(table).insert(row);
    await migrate(knex);
    expect(await tablesOf(knex)).toEqual(all.map(([t]) => t).sort());
    for (const [table] of all) expect(await knex(table)).toHaveLength(1);

    await knex.migrate.rollback(directory, true);
    expect(await tablesOf(knex)).toEqual([]);
    await migrate(knex);
    expect(await tablesOf(knex)).toHaveLength(all.length);
  });
});

describe.each(TestDatabases.create({ ids: ['POSTGRES_18'] }).eachSupportedId())(
  'several backends that start at once on an empty %s',
  database => {
    it('all find it up to date', async () => {
      const knex = await databases.init(database);
      await Promise.all(Array.from({ length: 8 }, () => migrate(knex)));
      expect(await knex('knex_migrations').orderBy('id').pluck('name')).toEqual(
        Object.keys(rowsOf),
      );
      expect(await knex('knex_migrations_lock').pluck('is_locked')).toEqual([
        0,
      ]);
    });
  },
);
