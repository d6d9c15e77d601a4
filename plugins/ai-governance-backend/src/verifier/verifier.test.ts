import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { Place, places } from '../__testUtils__/places';
import {
  cut,
  removeStream,
  rewrite,
} from '../checkpoints/__testUtils__/forgery';
import {
  aKey,
  append,
  author,
  begin,
  services,
} from '../checkpoints/__testUtils__/signedLedger';
import { publicKeyOf } from '../checkpoints/statement';
import { migrate } from '../database/migrate';
import { Stream } from '../ledger/Ledger';
import { runLedgerCommand } from './index';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const folder = mkdtempSync(join(tmpdir(), 'verifier-'));
const key = aKey();

function urlOf({ config }: Place): string {
  const { filename, host, port, user, password, database } =
    config.connection as any;
  return (
    filename ?? `postgresql://${user}:${password}@${host}:${port}/${database}`
  );
}

async function run(args: string[], stopped = () => false) {
  const out: string[] = [];
  const notes: string[] = [];
  const code = await runLedgerCommand(args, {
    out: line => out.push(line),
    note: line => notes.push(line),
    stopped,
  });
  return { code, out, faults: out.filter(line => /^FAULT/.test(line)), notes };
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(Object.entries(places(databases, folder)))(
  'ai-governance-ledger %s',
  (_, open) => {
    const download = join(folder, 'download.jsonl');
    const file = join(folder, 'all.jsonl');
    const state = join(folder, 'state.json');
    let place: Place;
    let database: string;
    let streams: Stream[];

    const change = (what: (knex: Knex) => Promise<unknown>) => place.look(what);
    const verify = (...more: string[]) =>
      run(['verify', '--database', database, ...more]);

    beforeAll(async () => {
      place = await open();
      database = urlOf(place);
      await change(migrate);
    });

    beforeEach(async () => {
      rmSync(file, { force: true });
      await change(async knex => {
        streams = await begin(knex);
        const { checkpoints } = services(knex, { key, file });
        await checkpoints.take();
        await append(knex, streams[0].id, 'later');
        await checkpoints.take();
        writeFileSync(download, await checkpoints.lines(2));
        await append(knex, streams[1].id, 'after the checkpoint');
      });
    });

    it.each([
      ['a download', download],
      ['a file of checkpoints', file],
    ])('finds by %s whatever was done past the ledger', async (__, known) => {
      const good = await verify(
        ...['--checkpoint', known, '--public-key', publicKeyOf(key)],
      );
      expect(good.out.at(-1)).toContain('All is as it was written');
      expect(good.code).toBe(0);

      // a redaction is none
      await change(async knex => {
        const { ledger } = services(knex);
        const { recordId } = (await ledger.records(streams[0].id))[0];
        await ledger.redact(recordId, 1, { author, reason: 'A name' });
      });
      expect((await verify('--checkpoint', known)).code).toBe(0);

      await change(knex => rewrite(knex, streams[0].id, 2, 'user:default/eve'));
      const rewritten = await verify('--checkpoint', known);
      expect(rewritten.code).toBe(1);
      expect(rewritten.faults).toHaveLength(1);
      expect(rewritten.out.at(-1)).toMatch(
        /1 fault; the first: rewritten aisystem:default\/a/,
      );

      await change(knex => cut(knex, streams[1].id, 4));
      await change(knex => removeStream(knex, streams[2].id));
      const { code, faults } = await verify('--checkpoint', known);
      expect(code).toBe(1);
      expect(faults.map(line => line.split(' ')[1]).sort()).toEqual([
        'rewritten',
        'rows-missing',
        'stream-removed',
      ]);
    });

    it('says where, with a download, though the checkpoints in the database were replaced; with a file that they were', async () => {
      await change(async knex => {
        await rewrite(knex, streams[0].id, 2, 'user:default/eve');
        for (const table of ['checkpoints', 'checkpoint_heads'])
          await knex(table).delete();
        const forger = services(knex, { key: aKey() });
        await forger.checkpoints.take();
        await forger.checkpoints.take();
      });
      expect((await verify()).code).toBe(0);
      const [byDownload, byFile] = [
        await verify('--checkpoint', download),
        await verify('--checkpoint', file),
      ];
      expect([byDownload.code, byFile.code]).toEqual([1, 1]);
      expect(byDownload.faults[0]).toMatch(
        /^FAULT rewritten aisystem:default\/a .* row 1: /,
      );
      expect(byDownload.faults.slice(1)).toHaveLength(1);
      expect(byFile.faults[0]).toContain('it was exchanged');
    });

    it('writes a checkpoint with its heads, the last or one of a number', async () => {
      const last = await run(['checkpoint', '--database', database]);
      expect(`${last.out.join('\n')}\n`).toBe(readFileSync(download, 'utf8'));
      const first = await run([
        'checkpoint',
        '--database',
        database,
        '--number',
        '1',
      ]);
      expect(JSON.parse(first.out[0])).toMatchObject({ number: 1 });
      const none = await run([
        'checkpoint',
        '--database',
        database,
        '--number',
        '9',
      ]);
      expect(none.code).toBe(2);
    });

    it('goes on where it was stopped, and not with the state of another', async () => {
      await change(knex =>
        services(knex).ledger.ensureStreams(
          'subject',
          Array.from({ length: 105 }, (__, i) => `component:default/c${i}`),
        ),
      );
      await change(knex => cut(knex, streams[1].id, 4));
      const args = ['verify', '--database', database, '--state', state];
      const stopped = await run(
        [...args, '--checkpoint', download],
        () => true,
      );
      expect(stopped.code).toBe(3);
      expect(existsSync(state)).toBe(true);
      const other = await run([...args, '--checkpoint', file]);
      expect(other.code).toBe(2);
      expect(other.notes.at(-1)).toContain('--state');
      const rest = await run([...args, '--checkpoint', download]);
      expect(rest.code).toBe(1);
      expect(rest.out).toContain('108 streams with 15 rows were verified.');
      expect(stopped.faults.length + rest.faults.length).toBe(1);
      expect(existsSync(state)).toBe(false);
    });

    it('tells a file that was changed from a ledger that was', async () => {
      const [statement, ...heads] = readFileSync(download, 'utf8').split('\n');
      const altered = join(folder, 'altered.jsonl');
      const put = (lines: string[]) => writeFileSync(altered, lines.join('\n'));
      put([statement.replace('"number":2', '"number":3'), ...heads]);
      const signature = await verify('--checkpoint', altered);
      expect(signature.code).toBe(1);
      expect(signature.faults[0]).toContain('the file was changed');
      put([statement, ...heads.slice(1)]);
      expect((await verify('--checkpoint', altered)).faults[0]).toContain(
        'The heads in',
      );
      appendFileSync(altered, '\nnot JSON\n');
      expect((await verify('--checkpoint', altered)).notes[0]).toMatch(
        /altered\.jsonl, line \d: is not JSON/,
      );
    });

    it.each([
      [['verify'], '--database'],
      [[], 'verify or checkpoint'],
      [['verify', '--database', '/no/such/file'], 'there is no file'],
      [['verify', '--databse', 'x'], 'databse'],
    ])('says what is wrong with %j', async (args, said) => {
      const { code, notes } = await run(args);
      expect([code, notes[0]]).toEqual([2, expect.stringContaining(said)]);
    });

    it('does not take another key than it is told', async () => {
      const { code, notes } = await verify(
        ...['--checkpoint', download, '--public-key', publicKeyOf(aKey())],
      );
      expect([code, notes[0]]).toEqual([2, expect.stringContaining('key')]);
    });
  },
);

describe('the program', () => {
  it('runs, and ends with the code', () => {
    const bin = resolve(__dirname, '../../bin/ai-governance-ledger');
    const { status, stderr } = spawnSync(
      process.execPath,
      [bin, 'verify', '--database', '/no/such/file'],
      { encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining('there is no file /no/such/file'),
    ]);
  });
});
