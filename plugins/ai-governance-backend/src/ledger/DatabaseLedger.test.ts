import { TestDatabases } from '@backstage/backend-test-utils';
import {
  InputError,
  NotFoundError,
  ConflictError,
  stringifyError,
} from '@backstage/errors';
import {
  change,
  Instant,
  recordType,
  recordTypes,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Clock } from '../database/clock';
import { migrate } from '../database/migrate';
import { LockedHead, lockHead } from './chain';
import { DatabaseLedger } from './DatabaseLedger';
import { Append, Stream } from './Ledger';
import { revisionView } from './revisionView';
import { StaleRevisionError } from './StaleRevisionError';
import { writtenByPeople } from './writtenByPeople';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const author = 'user:default/dana.k';
const ref = 'aisystem:default/card-limits';

const intendedUse = (purpose: string, baseRevision?: number): Append => ({
  type: 'intended-use',
  data: { purpose },
  author,
  baseRevision,
});
const aChange = (title: string): Append => ({
  type: 'change',
  data: { kind: 'model', title, why: 'The old one ends' },
  author,
});

describe.each(databases.eachSupportedId())('DatabaseLedger on %s', id => {
  let knex: Knex;
  let now: Instant;
  let ledger: DatabaseLedger;
  let stream: Stream;
  const clock: Clock = async () => now;

  const problem = async (input: Partial<Append>) => {
    const error = await ledger
      .append(stream.id, { ...intendedUse('Limits'), ...input })
      .catch(e => e);
    expect(stringifyError(error)).toMatch(/^InputError/);
    expect(await knex('revisions')).toEqual([]);
    return error.message as string;
  };

  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });

  beforeEach(async () => {
    for (const table of ['records', 'heads', 'revisions', 'streams'])
      await knex(table).delete();
    now = '2026-11-24T09:00:00.000Z';
    ledger = DatabaseLedger.create({ knex, clock });
    stream = await ledger.ensureStream('subject', ref);
  });

  it('makes the stream of a ref once, and finds it', async () => {
    expect(stream).toEqual({ id: stream.id, kind: 'subject', ref });
    expect(await ledger.ensureStream('subject', ref)).toEqual(stream);
    expect(await ledger.findStream(ref)).toEqual(stream);
    expect(await ledger.findStream('aisystem:default/other')).toBeUndefined();
    expect(await ledger.findStream('a\0')).toBeUndefined();
    expect(await knex('heads')).toEqual([
      { stream_id: stream.id, seq: 0, hash: expect.stringMatching(/^\w{64}$/) },
    ]);
  });

  it('refuses a ref that is not in full lower-case form, or of another kind', async () => {
    for (const wrong of ['AISystem:default/x', 'x', 'a:b/c\0', 'a:b/\ud800'])
      await expect(ledger.ensureStream('subject', wrong)).rejects.toThrow(
        InputError,
      );
    await expect(
      ledger.ensureStream('organization', 'group:default/x'),
    ).rejects.toThrow('must be organization');
    await expect(ledger.ensureStream('team', ref)).rejects.toThrow(
      ConflictError,
    );
  });

  it('appends a document and an entry, each row chained to the one before', async () => {
    const document = await ledger.append(stream.id, intendedUse('Limits'));
    const entry = await ledger.append(stream.id, {
      ...aChange('Model of November'),
      materiality: 'routine',
      materialityReason: 'Same weights',
      effectiveAt: '2026-11-20T10:00:00+01:00',
    });
    expect(document).toEqual({
      streamId: stream.id,
      seq: 1,
      recordId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      type: 'intended-use',
      revision: 1,
      schemaVersion: 1,
      data: '{"purpose":"Limits"}',
      dataHash:
        '74e2902d685f8c7422629ab5c9e4809a8dbe1303b69aa5104ae44caa3826b688',
      author,
      materiality: 'material',
      materialityReason: null,
      effectiveAt: '2026-11-24T09:00:00.001Z',
      recordedAt: '2026-11-24T09:00:00.001Z',
      previousHash: (await knex('revisions').where('seq', 1).first())
        .previous_hash,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(entry).toMatchObject({
      seq: 2,
      revision: 1,
      data: '{"kind":"model","origin":"person","title":"Model of November","why":"The old one ends"}',
      materiality: 'routine',
      materialityReason: 'Same weights',
      effectiveAt: '2026-11-20T09:00:00.000Z',
      // the clock stood still
      recordedAt: '2026-11-24T09:00:00.002Z',
      previousHash: document.hash,
    });
    expect(await ledger.records(stream.id)).toEqual([document, entry]);
    expect(await ledger.records(stream.id, { type: 'change' })).toEqual([
      entry,
    ]);
    expect(await ledger.revisions(entry.recordId)).toEqual([
      { ...entry, streamRef: ref },
    ]);
    expect(await ledger.verify()).toEqual({
      ok: true,
      streams: 1,
      revisions: 2,
      problems: [],
    });
    expect(revisionView(document)).not.toHaveProperty('materialityReason');
    expect(revisionView(entry)).toMatchObject({
      data: { title: 'Model of November' },
      materialityReason: 'Same weights',
    });
  });

  it('revises a document from its latest revision only', async () => {
    const first = await ledger.append(stream.id, intendedUse('One'));
    now = '2026-11-24T09:05:00.000Z';
    const second = await ledger.append(stream.id, intendedUse('Two', 1));
    expect(second).toMatchObject({
      recordId: first.recordId,
      revision: 2,
      recordedAt: '2026-11-24T09:05:00.001Z',
    });
    for (const base of [undefined, 1, 3]) {
      const stale = await ledger
        .append(stream.id, intendedUse('Lost?', base))
        .catch(e => e);
      expect(stale).toBeInstanceOf(StaleRevisionError);
      expect(stale).toBeInstanceOf(ConflictError);
      expect(stale.name).toBe('ConflictError');
      expect(stale.head).toEqual(second);
    }
    expect(await ledger.revisions(first.recordId)).toEqual([
      { ...second, streamRef: ref },
      { ...first, streamRef: ref },
    ]);
    expect(await ledger.records(stream.id)).toEqual([second]);
  });

  it('keeps the order in which records began, also when they are revised', async () => {
    const a = await ledger.append(stream.id, aChange('A'));
    const b = await ledger.append(stream.id, aChange('B'));
    await ledger.append(stream.id, {
      ...aChange('A, corrected'),
      recordId: a.recordId,
      baseRevision: 1,
    });
    const titles = (await ledger.records(stream.id)).map(
      r => JSON.parse(r.data!).title,
    );
    expect(titles).toEqual(['A, corrected', 'B']);
    await expect(
      ledger.append(stream.id, { ...aChange('B'), recordId: b.recordId }),
    ).rejects.toThrow(StaleRevisionError);
  });

  it('finds no record in another stream, of another type, or of no name', async () => {
    const other = await ledger.ensureStream('subject', 'api:default/other');
    const { recordId } = await ledger.append(stream.id, aChange('A'));
    const revise = (streamId: string, input: Partial<Append>) =>
      ledger.append(streamId, {
        ...aChange('B'),
        recordId,
        baseRevision: 1,
        ...input,
      });
    for (const wrong of [
      revise(other.id, {}),
      revise(stream.id, { type: 'intended-use', data: { purpose: 'x' } }),
      revise(stream.id, { recordId: 'none' }),
      revise('none', {}),
    ])
      await expect(wrong).rejects.toThrow(NotFoundError);
    expect(await ledger.records(other.id)).toEqual([]);
    expect(await ledger.revisions('none')).toEqual([]);
    expect(await ledger.revisions('no\0ne')).toEqual([]);
  });

  it('names every path that is wrong', async () => {
    expect(
      await problem({
        type: 'risk-assessment',
        data: { scenarios: [{}], colour: 1 },
      }),
    ).toMatch(
      /data\.scenarios\[0\]\.id: .*data\.scenarios\[0\]\.title: .*data\.colour: /,
    );
    expect(await problem({ data: null })).toMatch(/^data: /);
    expect(await problem({ type: 'no\0such' })).toMatch(/^type: /);
    expect(await problem({ type: 'redaction' })).toMatch(/^type: /);
    expect(
      await problem({ materiality: 'routine', materialityReason: ' ' }),
    ).toMatch(/^materialityReason: /);
    expect(await problem({ materiality: 'huge' as any })).toMatch(
      /^materiality: /,
    );
    expect(await problem({ effectiveAt: 'yesterday' })).toMatch(
      /^effectiveAt: .*"yesterday"/,
    );
    expect(await problem({ effectiveAt: '2026-11-24T09:00:00.001Z' })).toMatch(
      /^effectiveAt: must not be in the future/,
    );
    expect(await problem({ effectiveAt: '9999-12-31T23:59:59-10:00' })).toMatch(
      /^effectiveAt: /,
    );
    expect(await problem({ author: 'x'.repeat(513) })).toMatch(/^author: /);
    expect(await problem({ baseRevision: 1 })).toMatch(/^baseRevision: /);
    expect(await problem({ baseRevision: 0.5 })).toMatch(/^baseRevision: /);
    expect(await problem({ ...aChange('A'), baseRevision: 1 })).toMatch(
      /^baseRevision: /,
    );
  });

  it('takes a type only into the streams it belongs to', async () => {
    const person = await ledger.ensureStream('person', 'user:default/dana.k');
    await expect(ledger.append(person.id, intendedUse('x'))).rejects.toThrow(
      'type: intended-use belongs to the stream of a subject, and user:default/dana.k is a person',
    );
  });

  it('refuses NUL and half characters wherever they stand, and keeps every other text', async () => {
    const anything = recordType({
      ...change,
      type: 'anything',
      schema: z.record(z.string(), z.unknown()),
      summary: () => '',
    });
    ledger = DatabaseLedger.create({
      knex,
      clock,
      recordTypes: [...recordTypes, anything],
    });
    const of = (data: unknown) => problem({ type: 'anything', data });
    expect(await of({ a: [{ b: 'x\0' }] })).toMatch(/^data\.a\[0\]\.b: /);
    expect(await of({ a: { 'b\0': 1 } })).toMatch(
      /^data\.a\["b\\u0000"\]: the key/,
    );
    expect(await of({ a: '\ud83d', b: '\ude00' })).toMatch(
      /^data\.a: .*; data\.b: /,
    );
    expect(await of({ '\udc00': {} })).toMatch(/^data\["\\udc00"\]: /);
    expect(await problem({ author: 'user:default/\0' })).toMatch(/^author: /);
    expect(await problem({ materialityReason: '\ud800' })).toMatch(
      /^materialityReason: /,
    );
    expect(await problem({ recordId: '\0' })).toMatch(/^recordId: /);
    expect(await of({ a: () => 1 })).toMatch(/^data: cannot be written/);
    let deep: unknown = 'x';
    for (let i = 0; i < 50_000; i++) deep = [deep];
    expect(await of({ deep })).toMatch(/^data: cannot be written/);

    const data = { '😀': '\u0001\u2028\ufffd\ufeff 😀', b: [1e21, -0, null] };
    const { recordId } = await ledger.append(stream.id, {
      type: 'anything',
      data,
      author,
    });
    const [read] = await ledger.revisions(recordId);
    expect(JSON.parse(read.data!)).toEqual({ ...data, b: [1e21, 0, null] });
    expect((await ledger.verify()).ok).toBe(true);
  });

  it('appends to many streams at once, all or none, each after its own head', async () => {
    const refs = ['api:default/b', ref, 'api:default/a'];
    const streams = await ledger.ensureStreams('subject', refs);
    expect(streams.map(s => s.ref)).toEqual(refs);
    expect(streams[1]).toEqual(stream);
    await ledger.append(stream.id, aChange('Earlier'));
    const queries: string[] = [];
    const listen = ({ sql }: { sql: string }) => queries.push(sql);
    knex.on('query', listen);
    const written = await ledger.appendAll(
      streams.map(({ id: streamId }, i) => ({ streamId, ...aChange(`${i}`) })),
    );
    knex.off('query', listen);
    expect(written.map(r => [r.streamId, r.seq])).toEqual(
      streams.map(({ id: streamId }, i) => [streamId, i === 1 ? 2 : 1]),
    );
    expect(queries.length).toBeLessThan(12);

    const stale = { ...aChange('No'), recordId: written[2].recordId };
    await expect(
      ledger.appendAll([
        { streamId: streams[0].id, ...aChange('Neither') },
        { streamId: streams[2].id, ...stale, baseRevision: 7 },
      ]),
    ).rejects.toThrow(StaleRevisionError);
    expect(await ledger.verify()).toMatchObject({ ok: true, revisions: 4 });
  });

  it('appends after a head that is locked already, once', async () => {
    const queries: string[] = [];
    const listen = ({ sql }: { sql: string }) => queries.push(sql);
    await knex.transaction(async tx => {
      const head = await lockHead(tx, clock, stream.id);
      knex.on('query', listen);
      const written = await ledger.appendAfter(head, aChange('One'), tx);
      knex.off('query', listen);
      expect(written).toMatchObject({
        seq: 1,
        previousHash: head.hash,
        recordedAt: head.recordedAt,
      });
    });
    expect(queries.join()).not.toMatch(/savepoint|for update/i);
    expect(queries.length).toBeLessThanOrEqual(id === 'SQLITE_3' ? 3 : 1);

    const twice = knex.transaction(async tx => {
      const head = await lockHead(tx, clock, stream.id);
      await ledger.appendAfter(head, aChange('Two'), tx);
      await ledger.appendAfter(head, aChange('Two again'), tx);
    });
    await expect(twice).rejects.toThrow();
    expect(await ledger.verify()).toMatchObject({ ok: true, revisions: 1 });
  });

  it('takes no head that has moved, and leaves nothing of what was tried', async () => {
    const stale = await knex.transaction(tx => lockHead(tx, clock, stream.id));
    await ledger.append(stream.id, aChange('One'));
    const after = (head: LockedHead) =>
      knex.transaction(tx => ledger.appendAfter(head, aChange('Two'), tx));
    // its row is taken; a row further on, or after another hash, goes with no head
    await expect(after(stale)).rejects.toThrow();
    for (const wrong of [{ seq: 2 }, { seq: 1 }])
      await expect(after({ ...stale, ...wrong })).rejects.toThrow(
        'moved while it was written',
      );
    expect(await ledger.verify()).toMatchObject({ ok: true, revisions: 1 });
  });

  it('asks for the stream, the last row and the time together once the head is locked, and writes the row', async () => {
    const own = DatabaseLedger.create({ knex });
    const queries: string[] = [];
    const listen = ({ sql }: { sql: string }) => queries.push(sql);
    knex.on('query', listen);
    await own.append(stream.id, aChange('One'));
    knex.off('query', listen);
    // begin, lock, read, write (three on SQLite, where that costs nothing), commit
    expect(queries).toHaveLength(id === 'SQLITE_3' ? 7 : 5);
    expect(await own.verify()).toMatchObject({ ok: true, revisions: 1 });
  });

  it('writes nothing when the callback fails, also if the caller goes on with its transaction', async () => {
    ledger = DatabaseLedger.create({
      knex,
      clock,
      onAppended: async (tx, [{ revision }]) => {
        const { streamId, seq } = revision;
        expect(await tx('heads').where({ stream_id: streamId })).toMatchObject([
          { seq },
        ]);
        throw new Error('No');
      },
    });
    await expect(ledger.append(stream.id, aChange('A'))).rejects.toThrow('No');
    await knex.transaction(async tx => {
      await expect(ledger.append(stream.id, aChange('A'), tx)).rejects.toThrow(
        'No',
      );
    });
    expect(await knex('revisions')).toEqual([]);
    expect(await knex('records')).toEqual([]);
    expect((await ledger.verify()).ok).toBe(true);
  });

  it('does everything in the transaction that is given', async () => {
    const appended: string[] = [];
    ledger = DatabaseLedger.create({
      knex,
      clock,
      onAppended: async (_tx, written) => {
        for (const { stream: s, revision } of written)
          appended.push(`${s.ref} ${revision.type}`);
      },
    });
    const failure = knex.transaction(async tx => {
      const { id: streamId } = await ledger.ensureStream(
        'subject',
        'api:default/new',
        tx,
      );
      const first = await ledger.append(streamId, aChange('A'), tx);
      await ledger.redact(first.recordId, 1, { author, reason: 'Names' }, tx);
      expect(await ledger.findStream('api:default/new', tx)).toBeDefined();
      expect(await ledger.records(streamId, {}, tx)).toHaveLength(2);
      expect(await ledger.records(streamId, { asOf: now }, tx)).toEqual([]);
      expect(await ledger.revisions(first.recordId, tx)).toHaveLength(1);
      expect(
        (await ledger.latest([streamId], {}, tx)).get(streamId),
      ).toHaveLength(2);
      throw new Error('Back');
    });
    await expect(failure).rejects.toThrow('Back');
    expect(appended).toEqual([
      'api:default/new change',
      'api:default/new redaction',
    ]);
    expect(await ledger.findStream('api:default/new')).toBeUndefined();
    expect(await knex('revisions')).toEqual([]);
  });

  it('redacts: the data are gone, the redaction says why, the chain verifies', async () => {
    const first = await ledger.append(stream.id, intendedUse('For Jo Doe'));
    const second = await ledger.append(stream.id, intendedUse('For all', 1));
    const by = { author: 'user:default/auditor', reason: 'Names a person' };
    const redaction = await ledger.redact(first.recordId, 1, by);
    expect(redaction).toMatchObject({
      seq: 3,
      type: 'redaction',
      author: by.author,
      previousHash: second.hash,
    });
    expect(JSON.parse(redaction.data!)).toEqual({
      recordId: first.recordId,
      revision: 1,
      reason: by.reason,
    });
    expect(await ledger.revisions(first.recordId)).toEqual([
      { ...second, streamRef: ref },
      { ...first, data: null, streamRef: ref },
    ]);
    expect(await ledger.records(stream.id)).toEqual([second, redaction]);
    expect((await ledger.verify()).problems).toEqual([]);

    const refused = async (recordId: string, revision: number, more = {}) =>
      (await ledger
        .redact(recordId, revision, { ...by, ...more })
        .catch(e => e)) as Error;
    expect(await refused(first.recordId, 1)).toBeInstanceOf(ConflictError);
    expect(await refused(first.recordId, 3)).toBeInstanceOf(NotFoundError);
    expect(await refused(first.recordId, 1e12)).toBeInstanceOf(NotFoundError);
    expect(await refused('\0', 1)).toBeInstanceOf(NotFoundError);
    expect(await refused(redaction.recordId, 1)).toBeInstanceOf(InputError);
    for (const reason of ['', '\0', 'x'.repeat(2001)])
      expect((await refused(first.recordId, 2, { reason })).message).toMatch(
        /^reason: /,
      );
    const profile = await ledger.append(stream.id, {
      type: 'profile',
      data: { lifecycle: 'production' },
      author: 'plugin:ai-governance',
    });
    expect(await refused(profile.recordId, 1)).toBeInstanceOf(InputError);
    expect((await ledger.verify()).problems).toEqual([]);
  });

  it('shows the head to the next author also when its data was erased', async () => {
    const { recordId } = await ledger.append(stream.id, intendedUse('One'));
    await ledger.redact(recordId, 1, { author, reason: 'Names' });
    const stale = await ledger
      .append(stream.id, intendedUse('x'))
      .catch(e => e);
    expect(revisionView(stale.head)).toMatchObject({ revision: 1, data: null });
    expect(await ledger.append(stream.id, intendedUse('Two', 1))).toMatchObject(
      { recordId, revision: 2 },
    );
  });

  it('reads as of an instant, and none later than now', async () => {
    const one = await ledger.append(stream.id, intendedUse('One'));
    now = '2026-11-24T10:00:00.000Z';
    const two = await ledger.append(stream.id, intendedUse('Two', 1));
    const asOf = (instant: string, type?: string) =>
      ledger.records(stream.id, { asOf: instant, type });
    expect(await asOf('2026-11-24T09:00:00.000Z')).toEqual([]);
    expect(await asOf('2026-11-24T09:00:00.001Z')).toEqual([one]);
    expect(await asOf('2026-11-24T11:00:00+01:00')).toEqual([one]);
    await expect(asOf(two.recordedAt)).rejects.toThrow(
      'asOf: must not be in the future',
    );
    now = two.recordedAt;
    expect(await asOf(now)).toEqual([two]);
    expect(await asOf(now, 'change')).toEqual([]);
    await expect(asOf('today')).rejects.toThrow(InputError);
    await expect(
      ledger.records('none', { asOf: '2026-11-24T09:00:00.000Z' }),
    ).resolves.toEqual([]);
  });

  it('reads the latest revisions of many streams in one go', async () => {
    const other = await ledger.ensureStream('subject', 'api:default/other');
    await ledger.append(stream.id, intendedUse('One'));
    const two = await ledger.append(stream.id, intendedUse('Two', 1));
    const three = await ledger.append(other.id, aChange('Three'));
    expect([...(await ledger.latest([stream.id, other.id, 'none']))]).toEqual([
      [stream.id, [two]],
      [other.id, [three]],
      ['none', []],
    ]);
    expect(await ledger.latest([])).toEqual(new Map());
  });

  it('tells time by the database when no other clock is given', async () => {
    const { recordedAt } = await DatabaseLedger.create({ knex }).append(
      stream.id,
      aChange('A'),
    );
    expect(Math.abs(Date.parse(recordedAt) - Date.now())).toBeLessThan(5_000);
    expect(recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });
});

describe('writtenByPeople', () => {
  it('gives the type, and refuses what the system writes or nobody knows', () => {
    expect(writtenByPeople(recordTypes, 'change')).toBe(change);
    expect(() => writtenByPeople(recordTypes, 'profile')).toThrow(
      /^type: profile is written by the system/,
    );
    expect(() => writtenByPeople(recordTypes, 'x')).toThrow(/"x".*change/);
  });
});
