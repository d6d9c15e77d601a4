import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { canonicalJson } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { migrate } from '../database/migrate';
import { Stream } from '../ledger/Ledger';
import { cut, removeStream, rewrite } from './__testUtils__/forgery';
import {
  aKey,
  append,
  author,
  begin,
  services,
} from './__testUtils__/signedLedger';
import {
  checkpointHash,
  isSigned,
  publicKeyOf,
  signCheckpoint,
} from './statement';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('checkpoints on %s', id => {
  const folder = mkdtempSync(join(tmpdir(), 'checkpoints-'));
  const key = aKey();
  let knex: Knex;
  let streams: Stream[];
  let own: ReturnType<typeof services>;
  let file: string;
  let round = 0;

  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeEach(async () => {
    streams = await begin(knex);
    round++;
    file = join(folder, `below/${round}.jsonl`);
    own = services(knex, { key, file });
    await own.checkpoints.take();
    await append(knex, streams[0].id, 'later');
    await own.checkpoints.take();
  });

  const found = async (by = own) => {
    const { ok, problems } = await by.verification.whole();
    expect(ok).toBe(problems.length === 0);
    return problems.map(({ kind, streamRef, seq }) => [kind, streamRef, seq]);
  };
  const changed = ['checkpoint-changed', null, null];

  it('hold for whatever is done by the ledger: appends, streams that are new, redactions', async () => {
    expect(await found()).toEqual([]);
    const { recordId } = await append(knex, streams[1].id, 'Jo Doe');
    await own.checkpoints.take();
    await own.ledger.redact(recordId, 1, { author, reason: 'A name' });
    await own.ledger.ensureStream('subject', 'aisystem:default/d');
    expect(await found()).toEqual([]);
    const fourth = await own.checkpoints.take();
    expect(fourth).toMatchObject({
      number: 4,
      streams: 4,
      revisions: 18,
      moved: { streams: 2 },
      publicKey: publicKeyOf(key),
    });
    expect(isSigned(fourth)).toBe(true);
    expect(isSigned({ ...fourth, revisions: 17 })).toBe(false);
    const [newest, before] = await own.checkpoints.page({ limit: 2 });
    expect(newest).toEqual(fourth);
    expect(newest.previous).toBe(checkpointHash(before));
    expect(await own.checkpoints.page({ limit: 9, before: 2 })).toMatchObject([
      { number: 1 },
    ]);
    expect(await found()).toEqual([]);
  });

  it('are written to a file and the log, each as a line', async () => {
    const page = await own.checkpoints.page({ limit: 9 });
    expect(readFileSync(file, 'utf8')).toBe(
      page
        .reverse()
        .map(one => `${canonicalJson(one)}\n`)
        .join(''),
    );
    expect(own.logger.info).toHaveBeenLastCalledWith(
      expect.stringContaining(canonicalJson(page[1])),
    );
    // a folder is no file: the database has it, and it is said
    const none = services(knex, { key, file: folder });
    await expect(none.checkpoints.take()).rejects.toThrow(
      'Checkpoint 3 could not be written',
    );
    expect(await own.checkpoints.page({ limit: 1 })).toMatchObject([
      { number: 3 },
    ]);
  });

  it('find rows that were written anew with hashes that fit, and from where on', async () => {
    await rewrite(knex, streams[0].id, 3, 'user:default/eve');
    expect((await own.ledger.verify()).problems).toEqual([]);
    expect(await found()).toEqual([['rewritten', 'aisystem:default/a', 1]]);
    const one = await own.verification.stream('aisystem:default/a');
    expect(one.problems).toMatchObject([{ kind: 'rewritten', seq: 1 }]);
    expect(one.problems[0].message).toContain('up to row 5');
  });

  it('narrow down what was written anew between two of them', async () => {
    await rewrite(knex, streams[0].id, 6, 'user:default/eve');
    expect(await found()).toEqual([['rewritten', 'aisystem:default/a', 6]]);
  });

  it('find an end that was cut off, a stream that was removed, and both at once', async () => {
    await cut(knex, streams[0].id, 5);
    await removeStream(knex, streams[2].id);
    expect((await own.ledger.verify()).problems).toEqual([]);
    expect((await found()).sort()).toEqual([
      ['rows-missing', 'aisystem:default/a', 6],
      ['stream-removed', null, null],
    ]);
    // and nothing more is signed as if it were all
    await expect(own.checkpoints.take()).rejects.toThrow('lost streams');
  });

  it('find that heads were changed to fit', async () => {
    await rewrite(knex, streams[0].id, 3, 'user:default/eve');
    const hashes = await knex('revisions')
      .where({ stream_id: streams[0].id })
      .select('seq', 'hash');
    for (const { seq, hash } of hashes)
      await knex('checkpoint_heads')
        .where({ stream_id: streams[0].id, seq })
        .update({ hash });
    expect(await found()).toEqual([changed, changed, changed]);
  });

  it('find those that somebody else signed in their place', async () => {
    await rewrite(knex, streams[0].id, 3, 'user:default/eve');
    const signed = await own.checkpoints.page({ limit: 9 });
    for (const table of ['checkpoints', 'checkpoint_heads'])
      await knex(table).delete();
    const forger = services(knex, { key: aKey() });
    await forger.checkpoints.take();
    // by itself all fits
    expect(await found(forger)).toEqual([]);
    expect(await found(services(knex, { key }))).toEqual([changed]);
    // and by those that were kept elsewhere: another key, another one, one that is gone
    expect(await found()).toEqual([changed, changed, changed]);
    expect(signed).toHaveLength(2);
  });

  it('find that later ones were removed, and one in between', async () => {
    await own.checkpoints.take();
    await knex('checkpoints').where({ number: 2 }).delete();
    expect(await found()).toEqual([changed]);
    await knex('checkpoints').where({ number: 3 }).delete();
    expect(await found()).toEqual([changed]);
  });

  it('find one that was edited, and one that is none', async () => {
    const [last] = await own.checkpoints.page({ limit: 1 });
    const put = (statement: string) =>
      knex('checkpoints').where({ number: 2 }).update({ statement });
    await put(canonicalJson({ ...last, revisions: 7 }));
    expect(await found()).toContainEqual(changed);
    await put('{');
    expect(await found()).toContainEqual(changed);
    await expect(own.checkpoints.take()).rejects.toThrow('none any more');
    const { publicKey, signature, ...unsigned } = last;
    await put(canonicalJson(signCheckpoint(unsigned, aKey())));
    expect(await found(services(knex, { key }))).toEqual([changed]);
    expect(publicKey && signature).toBeTruthy();
  });

  it('take a former key where it is named, and one from the database where there is none', async () => {
    const next = aKey();
    await services(knex, { key: next }).checkpoints.take();
    const retired = [publicKeyOf(key)];
    expect(await found(services(knex, { key: next }))).toEqual([
      changed,
      changed,
    ]);
    expect(await found(services(knex, { key: next, retired }))).toEqual([]);
    const keyless = [services(knex), services(knex)];
    const [first, second] = await Promise.all(
      keyless.map(one => one.signer.key()),
    );
    expect(publicKeyOf(first)).toBe(publicKeyOf(second));
    expect(keyless[0].signer.keptInDatabase).toBe(true);
    await keyless[0].checkpoints.take();
    expect(await found(keyless[1])).toEqual([]);
  });

  it('are verified page by page: a run that is stopped is gone on with, and counts once', async () => {
    await own.ledger.ensureStreams(
      'subject',
      Array.from({ length: 205 }, (_, i) => `component:default/c${i}`),
    );
    await rewrite(knex, streams[0].id, 6, 'user:default/eve');
    const stop = AbortSignal.abort();
    const runs = [];
    do runs.push(await own.verification.resume(stop));
    while (!runs.at(-1) && runs.length < 9);
    expect(runs.slice(0, -1)).toEqual([undefined, undefined]);
    expect(runs.at(-1)).toMatchObject({
      streams: 208,
      revisions: 16,
      problems: 1,
      firstProblem: expect.stringContaining('row 6 was written anew'),
    });
    expect(await own.taskRuns.find('ledger-verification')).toMatchObject({
      problem: '1 problem was found',
    });
  });
});
