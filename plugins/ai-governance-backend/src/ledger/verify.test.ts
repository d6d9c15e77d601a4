import { TestDatabases } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { sha256 } from 'backstage-plugin-ai-governance-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { migrate } from '../database/migrate';
import {
  emptyLedger,
  histories,
  History,
  refs,
  Step,
} from './__testUtils__/history';
import { tamper, tamperings } from './__testUtils__/tampering';
import { DatabaseLedger } from './DatabaseLedger';
import { LedgerProblem } from './Ledger';
import { rowHash } from './rowHash';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('verification on %s', id => {
  let knex: Knex;
  let ledger: DatabaseLedger;
  const runs = id === 'SQLITE_3' ? 100 : 40;

  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    ledger = DatabaseLedger.create({ knex });
  });

  /** Does the steps on an empty ledger; gives what was written, by hash. */
  async function play(steps: readonly Step[]) {
    await emptyLedger(knex);
    const history = await History.begin(ledger);
    const written = new Map<string, string>();
    for (const step of steps) {
      const revision = await history.take(step);
      if (revision) written.set(revision.hash, revision.data!);
    }
    return { history, written };
  }

  it('passes any sequence of appends, revisions and redactions', async () => {
    await fc.assert(
      fc.asyncProperty(histories({ maxLength: 20 }), async steps => {
        const { written } = await play(steps);
        expect(await ledger.verify()).toEqual({
          ok: true,
          streams: 2,
          revisions: written.size,
          problems: [],
        });
      }),
      { numRuns: runs / 2 },
    );
  });

  // Changes that the database itself refuses do not count: each kind is made as often as said.
  it.each(Object.entries(tamperings))(
    'finds any single change: %s',
    async (kind, tampering) => {
      await fc.assert(
        fc.asyncProperty(
          histories({ minLength: 1, maxLength: 8 }),
          fc.nat(1000),
          tampering,
          async (steps, which, change) => {
            const { written } = await play([...steps, { do: 'redact', which }]);
            fc.pre(await tamper(knex, change, written));
            const { ok, problems } = await ledger.verify();
            expect(problems).not.toEqual([]);
            expect(ok).toBe(false);
          },
        ),
        { numRuns: kind === 'edit' ? 2 * runs : runs / 4 },
      );
    },
  );

  describe('says what was changed', () => {
    let streamId: string;
    let other: string;

    beforeEach(async () => {
      const { history } = await play([
        { do: 'write', stream: 0, purpose: 'One' },
        { do: 'enter', stream: 0, title: 'Two' },
        { do: 'enter', stream: 0, title: 'Three' },
        { do: 'redact', which: 1 },
        { do: 'enter', stream: 1, title: 'Elsewhere' },
      ]);
      [streamId, other] = history.streams.map(s => s.id);
    });

    const row = (seq: number, table = 'revisions') =>
      knex(table).where({ stream_id: streamId, seq });
    const found = async (): Promise<Partial<LedgerProblem>[]> => {
      const { problems } = await ledger.verify();
      for (const problem of problems) {
        expect(problem).toMatchObject({
          streamId,
          streamRef: refs[0],
          message: expect.stringMatching(/\w/),
        });
      }
      // one stream alone gives the same
      expect(await ledger.verify({ streamRef: refs[0] })).toMatchObject({
        streams: 1,
        problems,
      });
      expect((await ledger.verify({ streamRef: refs[1] })).ok).toBe(true);
      return problems.map(({ kind, seq }) => ({ kind, seq }));
    };

    it.each(['author', 'recorded_at', 'materiality', 'hash'])(
      'an edited %s',
      async column => {
        await row(2).update({ [column]: 'x' });
        expect(await found()).toEqual([{ kind: 'row-changed', seq: 2 }]);
      },
    );

    it('edited data', async () => {
      await row(3).update({ data: '{}' });
      expect(await found()).toEqual([{ kind: 'data-changed', seq: 3 }]);
    });

    it('a row written anew with hashes that fit', async () => {
      const rewritten = (await ledger.records(streamId))[2];
      const forged = { ...rewritten, author: 'user:default/eve' };
      await row(3).update({ author: forged.author, hash: rowHash(forged) });
      expect(await found()).toEqual([{ kind: 'chain-broken', seq: 4 }]);
    });

    it('what is no JSON, and no number, at all', async () => {
      await row(4).update({ data: '{', data_hash: sha256('{') });
      await row(3).update({ revision: id === 'SQLITE_3' ? Infinity : 7 });
      expect(await found()).toEqual([
        { kind: 'row-changed', seq: 3 },
        { kind: 'row-changed', seq: 4 },
        { kind: 'data-changed', seq: 4 },
        { kind: 'data-missing', seq: 2 },
        { kind: 'records-differ', seq: 3 },
      ]);
    });

    it('data erased without a redaction', async () => {
      await row(3).update({ data: null });
      expect(await found()).toEqual([{ kind: 'data-missing', seq: 3 }]);
    });

    it('an erased redaction, and what then nobody answers for', async () => {
      await row(4).update({ data: null });
      expect(await found()).toEqual([
        { kind: 'data-missing', seq: 2 },
        { kind: 'data-missing', seq: 4 },
      ]);
    });

    it('redacted data put back', async () => {
      await row(2).update({
        data: '{"kind":"model","origin":"person","title":"Two","why":"The old one ends"}',
      });
      expect(await found()).toEqual([{ kind: 'data-changed', seq: 4 }]);
    });

    it('a removed row', async () => {
      await row(3).delete();
      expect(await found()).toEqual([
        { kind: 'sequence-gap', seq: 4 },
        { kind: 'records-differ', seq: null },
      ]);
    });

    it('a removed row whose gap was closed', async () => {
      await row(3, 'records').delete();
      await row(3).delete();
      await row(4).update({ seq: 3 });
      expect((await found())[0]).toEqual({ kind: 'chain-broken', seq: 3 });
    });

    it('a cut tail', async () => {
      await row(4).delete();
      await row(4, 'records').delete();
      expect(await found()).toEqual([
        { kind: 'data-missing', seq: 2 },
        { kind: 'tail-cut', seq: 4 },
      ]);
    });

    it('a changed and a removed head', async () => {
      const head = knex('heads').where({ stream_id: streamId });
      await head.clone().update({ hash: 'x' });
      expect(await found()).toEqual([{ kind: 'head-changed', seq: 4 }]);
      await head.clone().update({ seq: 3 });
      expect(await found()).toEqual([{ kind: 'head-changed', seq: 3 }]);
      await head.clone().delete();
      expect(await found()).toEqual([{ kind: 'head-changed', seq: null }]);
    });

    it('a changed, a removed and an added record', async () => {
      await row(3, 'records').update({ revision: 2 });
      expect(await found()).toEqual([{ kind: 'records-differ', seq: 3 }]);
      await row(3, 'records').update({ id: 'x' });
      expect(await found()).toEqual([
        { kind: 'records-differ', seq: null },
        { kind: 'records-differ', seq: 3 },
      ]);
      await knex('records').where({ id: 'x' }).delete();
      expect(await found()).toEqual([{ kind: 'records-differ', seq: 3 }]);
    });

    it('two streams that changed their names', async () => {
      const rename = (streamOf: string, ref: string) =>
        knex('streams').where({ id: streamOf }).update({ ref });
      await rename(streamId, 'x');
      await rename(other, refs[0]);
      await rename(streamId, refs[1]);
      const { problems } = await ledger.verify();
      expect(problems.map(p => [p.kind, p.seq, p.streamId]).sort()).toEqual(
        [
          ['chain-broken', 1, other],
          ['chain-broken', 1, streamId],
        ].sort(),
      );
    });

    it('nothing more can be written where the end was lost', async () => {
      await row(4).delete();
      const append = (to: string) =>
        ledger.append(to, {
          type: 'change',
          data: { kind: 'model', title: 'x', why: 'y' },
          author: 'user:default/dana.k',
        });
      await expect(append(streamId)).rejects.toThrow('lost its last row');
      await knex('heads').where({ stream_id: other }).delete();
      await expect(append(other)).rejects.toThrow('lost its head');
    });
  });

  it('walks more rows than a page, and more streams', async () => {
    await emptyLedger(knex);
    await knex.transaction(async tx => {
      for (let i = 0; i < 205; i++)
        await ledger.ensureStream('subject', `component:default/c${i}`, tx);
      const { id: long } = (await ledger.findStream(
        'component:default/c99',
        tx,
      ))!;
      for (let i = 0; i < 1001; i++)
        await ledger.append(
          long,
          {
            type: 'change',
            data: { kind: 'model', title: `${i}`, why: 'x' },
            author: 'user:default/dana.k',
          },
          tx,
        );
    });
    expect(await ledger.verify()).toEqual({
      ok: true,
      streams: 205,
      revisions: 1001,
      problems: [],
    });
    await knex('revisions').where('seq', 1000).update({ author: 'x' });
    expect((await ledger.verify()).problems).toMatchObject([
      { kind: 'row-changed', seq: 1000, streamRef: 'component:default/c99' },
    ]);
  });

  it('knows no stream of another ref', async () => {
    await expect(ledger.verify({ streamRef: 'a:b/c' })).rejects.toThrow(
      NotFoundError,
    );
  });
});
