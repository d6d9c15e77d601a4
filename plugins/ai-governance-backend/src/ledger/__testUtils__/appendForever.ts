import knexFactory, { Knex } from 'knex';
import { acknowledge, untilKilled } from '../../__testUtils__/untilKilled';
import { DatabaseLedger } from '../DatabaseLedger';
import { Revision } from '../Ledger';

// A process to be killed. It takes the settings of a database as one line of JSON, then appends, revises and redacts in two streams
// until it dies, and prints every revision, as one line of JSON, once the ledger has acknowledged it.

const author = 'user:default/dana.k';

untilKilled(async (config: Knex.Config) => {
  const knex = knexFactory(config);
  const ledger = DatabaseLedger.create({ knex });
  const streams = [];
  for (const ref of ['aisystem:default/one', 'aisystem:default/two'])
    streams.push(await ledger.ensureStream('subject', ref));
  const acknowledged = (revision: Revision) => {
    acknowledge(revision);
    return revision;
  };

  const appendTo = async (streamId: string) => {
    for (let i = 0; ; i++) {
      const [document] = await ledger.records(streamId, {
        type: 'intended-use',
      });
      acknowledged(
        await ledger.append(streamId, {
          type: 'intended-use',
          data: { purpose: `Purpose ${i} `.repeat(50) },
          author,
          baseRevision: document?.revision,
        }),
      );
      const entry = acknowledged(
        await ledger.append(streamId, {
          type: 'change',
          data: {
            kind: 'model',
            title: `Change ${i}`,
            why: 'The old one ends',
          },
          author,
        }),
      );
      if (i % 3 === 0)
        acknowledge(
          await ledger.redact(entry.recordId, 1, { author, reason: 'Names' }),
        );
    }
  };
  await Promise.all(streams.map(stream => appendTo(stream.id)));
});
