import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import knexFactory from 'knex';
import { DatabaseLedger } from '../DatabaseLedger';
import { Revision } from '../Ledger';

// A process to be killed. It takes the settings of a database as one line of JSON, then appends, revises and redacts in two streams
// until it dies, and prints every revision, as one line of JSON, once the ledger has acknowledged it.

const author = 'user:default/dana.k';
const write = (line: unknown) => {
  writeSync(1, `${JSON.stringify(line)}\n`);
};

async function main(config: object) {
  const knex = knexFactory(config);
  const ledger = DatabaseLedger.create({ knex });
  const streams = [];
  for (const ref of ['aisystem:default/one', 'aisystem:default/two'])
    streams.push(await ledger.ensureStream('subject', ref));
  const acknowledge = (revision: Revision) => {
    write(revision);
    return revision;
  };

  const appendTo = async (streamId: string) => {
    for (let i = 0; ; i++) {
      const [document] = await ledger.records(streamId, {
        type: 'intended-use',
      });
      acknowledge(
        await ledger.append(streamId, {
          type: 'intended-use',
          data: { purpose: `Purpose ${i} `.repeat(50) },
          author,
          baseRevision: document?.revision,
        }),
      );
      const entry = acknowledge(
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
}

createInterface({ input: process.stdin }).once('line', line =>
  main(JSON.parse(line)).catch(error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  }),
);
write('ready');
