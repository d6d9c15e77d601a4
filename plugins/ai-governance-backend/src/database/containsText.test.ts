import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { asciiLower, byteOrder } from './containsText';
import { isPostgres } from './isPostgres';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())(
  'the order of texts on %s',
  databaseId => {
    let knex: Knex;
    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await knex.schema.createTable('texts', table => void table.text('text'));
      await knex('texts').insert(
        ['b', 'a_b', 'a-c', 'B', 'é', 'aa'].map(text => ({ text })),
      );
    });
    afterAll(() => knex.destroy());

    const ordered = (sql: string) =>
      knex('texts').orderByRaw(sql).pluck('text');

    it('is that of bytes', async () => {
      expect(await ordered(byteOrder(knex, 'text'))).toEqual([
        'B',
        'a-c',
        'a_b',
        'aa',
        'b',
        'é',
      ]);
    });

    it('is that of bytes, whatever the case', async () => {
      expect(
        await ordered(
          `${asciiLower(knex, 'text')}, ${byteOrder(knex, 'text')}`,
        ),
      ).toEqual(['a-c', 'a_b', 'aa', 'B', 'b', 'é']);
    });

    // as of most that companies have: else no test would show what relies on bytes
    it('is that of a language where none is asked for, on PostgreSQL', async () => {
      expect(await ordered('text')).toEqual(
        isPostgres(knex)
          ? ['a_b', 'a-c', 'aa', 'b', 'B', 'é']
          : ['B', 'a-c', 'a_b', 'aa', 'b', 'é'],
      );
    });
  },
);
