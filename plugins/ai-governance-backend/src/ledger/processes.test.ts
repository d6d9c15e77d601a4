import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { KilledProcess } from '../__testUtils__/KilledProcess';
import { places } from '../__testUtils__/places';
import { migrate } from '../database/migrate';
import { DatabaseLedger } from './DatabaseLedger';

jest.setTimeout(1_200_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const processes = 3;
/** Of all processes together. */
const appends = Number(process.env.APPENDS ?? 300);
const refs = ['aisystem:default/one', 'aisystem:default/two'];

interface Acknowledged {
  hash: string;
  streamId: string;
  seq: number;
  type: string;
  text: string;
}

describe(`${processes} processes that append ${appends} times to ${refs.length} streams of one PostgreSQL`, () => {
  it('make no fork and no gap, and lose nothing', async () => {
    const { config, look } = await places(databases, '')['on PostgreSQL']();
    await look(migrate);
    const writers = Array.from(
      { length: processes },
      () => new KilledProcess(join(__dirname, '__testUtils__/appendMany.ts')),
    );
    let lines: any[];
    const begun = Date.now();
    try {
      lines = (
        await Promise.all(
          writers.map((one, writer) =>
            one.ended({ config, writer, appends: appends / processes, refs }),
          ),
        )
      )
        .flat()
        .map(line => JSON.parse(line));
    } finally {
      writers.forEach(one => one.end());
    }
    const seconds = (Date.now() - begun) / 1000;
    const acknowledged: Acknowledged[] = lines.filter(line => line.hash);
    const stale = lines.reduce((sum, line) => sum + (line.stale ?? 0), 0);
    expect(acknowledged).toHaveLength(appends);

    await look(async knex => {
      const { problems, revisions } = await DatabaseLedger.create({
        knex,
      }).verify();
      expect(problems).toEqual([]);
      expect(revisions).toBe(appends);
      const rows = await knex('revisions')
        .orderBy(['stream_id', 'seq'])
        .select('stream_id', 'seq', 'hash', 'type', 'revision', 'data');
      const kept = new Map(rows.map(row => [row.hash, row]));
      for (const { hash, streamId, seq } of acknowledged)
        expect(kept.get(hash)).toMatchObject({ stream_id: streamId, seq });
      // every edit of a document is there, each on top of the one before
      for (const id of new Set(rows.map(row => row.stream_id))) {
        const edits = rows.filter(
          row => row.stream_id === id && row.type === 'intended-use',
        );
        expect(edits.map(({ revision }) => revision)).toEqual(
          edits.map((_, i) => i + 1),
        );
        expect(
          edits.map(({ data }) => JSON.parse(data).purpose).sort(),
        ).toEqual(
          acknowledged
            .filter(a => a.streamId === id && a.type === 'intended-use')
            .map(({ text }) => text)
            .sort(),
        );
      }
    });
    if (process.env.APPENDS)
      process.stdout.write(
        `${appends} appends by ${processes} processes in ${seconds.toFixed(
          1,
        )} s, ${stale} edits told that another came first\n`,
      );
  });
});
