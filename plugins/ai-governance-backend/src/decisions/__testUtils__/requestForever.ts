import knexFactory, { Knex } from 'knex';
import { acknowledge, untilKilled } from '../../__testUtils__/untilKilled';
import { DatabaseLedger } from '../../ledger/DatabaseLedger';
import { keepOpenRequests } from '../openRequests';

// A process to be killed. It takes the settings of a database as one line of JSON, then asks for approvals, decides on every other one and
// erases every third, until it dies, and prints a line once each is acknowledged.

const author = 'user:default/dana';

untilKilled(async (config: Knex.Config) => {
  const knex = knexFactory(config);
  const ledger = DatabaseLedger.create({ knex, onAppended: keepOpenRequests });
  const stream = await ledger.ensureStream('subject', 'aisystem:default/one');
  const state = (decision: string, to?: { recordId: string }) =>
    ledger.append(stream.id, {
      type: 'approval',
      data: { gate: 'deploy', decision },
      author,
      ...(to && { recordId: to.recordId, baseRevision: 1 }),
    });
  for (let i = 0; ; i++) {
    const asked = await state('requested');
    acknowledge(asked.recordId);
    if (i % 2 === 0) {
      await state('approved', asked);
    } else if (i % 3 === 0) {
      await ledger.redact(asked.recordId, 1, { author, reason: 'Names' });
    }
    acknowledge(asked.recordId);
  }
});
