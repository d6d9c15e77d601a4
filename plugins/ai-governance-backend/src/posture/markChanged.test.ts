import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { batches } from '../database/batches';
import { migrate } from '../database/migrate';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import { markAppended } from './markChanged';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const at = '2026-11-25T09:00:00.000Z';
const dependants = 5000;

describe.each(databases.eachSupportedId())('marking on %s', database => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(database);
    await migrate(knex);
  });
  afterAll(() => knex.destroy());

  it('of all who are judged by what a person stated is one statement, in the transaction of the append', async () => {
    const leader = 'user:default/leah';
    const ids = Array.from({ length: dependants }, (_, i) => `subject-${i}`);
    await knex.transaction(async tx => {
      for (const batch of batches(ids, 50)) {
        await tx('streams').insert(
          batch.map(id => ({
            id,
            kind: 'subject',
            ref: `aisystem:default/${id}`,
            created_at: at,
          })),
        );
        await tx('subjects').insert(
          batch.map(id => ({
            id,
            ref: `aisystem:default/${id}`,
            kind: 'AISystem',
            namespace: 'default',
            name: id,
            title: id,
            profile: '{}',
            profile_errors: '[]',
            digest: id,
            observed_at: at,
          })),
        );
        await tx('result_inputs').insert(
          batch.map(id => ({ key: `stream:${leader}`, subject_id: id })),
        );
      }
    });
    const ledger = DatabaseLedger.create({ knex, onAppended: markAppended });
    const stream = await ledger.ensureStream('person', leader);
    const marks: string[] = [];
    const note = ({ sql }: { sql: string }) => {
      if (/insert into work/i.test(sql)) marks.push(sql);
    };
    knex.on('query', note);
    const revision = await ledger.append(stream.id, {
      type: 'policy-acknowledgement',
      data: { version: '2026.1' },
      author: leader,
    });
    knex.removeListener('query', note);
    expect(marks).toHaveLength(1);
    const due = await knex('work').where('due_at', revision.recordedAt);
    expect(due).toHaveLength(dependants);

    await knex('work').delete();
    await expect(
      knex.transaction(async tx => {
        await ledger.redact(
          revision.recordId,
          1,
          { author: leader, reason: 'x' },
          tx,
        );
        expect(await tx('work')).toHaveLength(dependants);
        throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    expect(await knex('work')).toHaveLength(0);
  });
});
