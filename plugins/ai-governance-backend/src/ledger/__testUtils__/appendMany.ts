import knexFactory, { Knex } from 'knex';
import { acknowledge, untilKilled } from '../../__testUtils__/untilKilled';
import { DatabaseLedger } from '../DatabaseLedger';
import { StaleRevisionError } from '../StaleRevisionError';

// One of several processes on one database. It appends as often as it is told to the streams that all of them write to, entries and
// revisions of the one document of each by turns, several at once, and prints what the ledger has acknowledged.

interface Settings {
  config: Knex.Config;
  writer: number;
  appends: number;
  refs: string[];
}

untilKilled(async ({ config, writer, appends, refs }: Settings) => {
  const knex = knexFactory({ ...config, pool: { min: 0, max: 6 } });
  const ledger = DatabaseLedger.create({ knex });
  const streams = await ledger.ensureStreams('subject', refs);
  const author = `user:default/writer-${writer}`;
  let next = 0;
  let stale = 0;

  async function revise(streamId: string, purpose: string) {
    for (;;) {
      const [document] = await ledger.records(streamId, {
        type: 'intended-use',
      });
      try {
        return await ledger.append(streamId, {
          type: 'intended-use',
          data: { purpose },
          author,
          baseRevision: document?.revision,
        });
      } catch (error) {
        if (!(error instanceof StaleRevisionError)) throw error;
        stale++;
      }
    }
  }

  async function work() {
    for (let i = next++; i < appends; i = next++) {
      const { id } = streams[i % streams.length];
      const text = `${writer}.${i}`;
      const { hash, streamId, seq, type } =
        i % 4 === 0
          ? await revise(id, text)
          : await ledger.append(id, {
              type: 'change',
              data: { kind: 'model', title: text, why: 'All at once' },
              author,
            });
      acknowledge({ hash, streamId, seq, type, text });
    }
  }
  await Promise.all(Array.from({ length: 6 }, work));
  acknowledge({ stale });
  await knex.destroy();
});
