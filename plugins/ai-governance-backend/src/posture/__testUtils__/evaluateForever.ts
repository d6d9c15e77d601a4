import { LoggerService } from '@backstage/backend-plugin-api';
import knexFactory, { Knex } from 'knex';
import { completeIntendedUse } from '../../__testUtils__/exampleEntities';
import { examplePolicy } from '../../__testUtils__/examplePolicy';
import { acknowledge, untilKilled } from '../../__testUtils__/untilKilled';
import { databaseClock } from '../../database/clock';
import { DatabaseLedger } from '../../ledger/DatabaseLedger';
import { Evaluator } from '../Evaluator';
import { markAppended } from '../markChanged';
import { Worker } from '../Worker';

// A process to be killed. It writes the intended use of one subject after another, each time a little more or a little less of it,
// while its worker evaluates what it wrote.

const logger: LoggerService = {
  error: (message, meta) => console.error(message, meta),
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => logger,
};

untilKilled(async (config: Knex.Config) => {
  const knex = knexFactory(config);
  const ledger = DatabaseLedger.create({
    knex,
    onAppended: markAppended,
  });
  const evaluator = Evaluator.create({
    knex,
    ledger,
    policy: examplePolicy,
    clock: databaseClock,
    logger,
    leaseSeconds: 1,
  });
  const worker = Worker.create({ evaluator, logger, pollMs: 20 });
  worker.start();
  const subjects = await knex('subjects').orderBy('ref').select('id', 'ref');
  for (let i = 0; ; i++) {
    const { id, ref } = subjects[i % subjects.length];
    const [document] = await ledger.records(id, { type: 'intended-use' });
    const { users, ...rest } = completeIntendedUse;
    const complete = (document?.revision ?? 0) % 2 === 0;
    const { revision } = await ledger.append(id, {
      type: 'intended-use',
      data: complete ? { users, ...rest } : rest,
      author: 'user:default/dana',
      baseRevision: document?.revision,
    });
    worker.poke();
    acknowledge({ ref, revision });
  }
});
