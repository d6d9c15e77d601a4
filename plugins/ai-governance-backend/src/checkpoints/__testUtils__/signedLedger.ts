import { generateKeyPairSync, KeyObject } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { databaseClock } from '../../database/clock';
import { TaskRuns } from '../../health/TaskRuns';
import { emptyLedger } from '../../ledger/__testUtils__/history';
import { DatabaseLedger } from '../../ledger/DatabaseLedger';
import { Stream } from '../../ledger/Ledger';
import { Checkpoints } from '../Checkpoints';
import { Signer } from '../Signer';
import { Verification } from '../Verification';

export const author = 'user:default/dana.k';
export const aKey = () => generateKeyPairSync('ed25519').privateKey;

/** What a backend has for its checkpoints, on a database. */
export function services(
  knex: Knex,
  options: { key?: KeyObject; retired?: string[]; file?: string } = {},
) {
  const clock = databaseClock;
  const ledger = DatabaseLedger.create({ knex });
  const taskRuns = TaskRuns.create({ knex, clock });
  const signer = Signer.create({
    knex,
    clock,
    key: options.key,
    retired: options.retired ?? [],
  });
  const logger = mockServices.logger.mock();
  const checkpoints = Checkpoints.create({
    knex,
    clock,
    logger,
    signer,
    file: options.file,
    log: true,
  });
  return {
    ledger,
    signer,
    checkpoints,
    taskRuns,
    logger,
    verification: Verification.create({
      knex,
      clock,
      ledger,
      checkpoints,
      taskRuns,
    }),
  };
}

/** An empty ledger with three streams of five rows, the second of which was redacted. */
export async function begin(knex: Knex): Promise<Stream[]> {
  await emptyLedger(knex);
  for (const table of [
    'checkpoints',
    'checkpoint_heads',
    'checkpoint_keys',
    'verification_progress',
  ])
    await knex(table).delete();
  const { ledger } = services(knex);
  const streams = await ledger.ensureStreams(
    'subject',
    ['a', 'b', 'c'].map(name => `aisystem:default/${name}`),
  );
  for (const { id } of streams) {
    const rows = [];
    for (let i = 0; i < 3; i++) rows.push(await append(knex, id, `${i}`));
    await ledger.redact(rows[1].recordId, 1, { author, reason: 'A name' });
    await append(knex, id, '3');
  }
  return streams;
}

export function append(knex: Knex, streamId: string, title: string) {
  return DatabaseLedger.create({ knex }).append(streamId, {
    type: 'change',
    data: { kind: 'model', title, why: 'The old one ends' },
    author,
  });
}
