/**
 * The command `ai-governance-ledger`: verifies a ledger without a backend.
 *
 * @packageDocumentation
 */
import createKnex, { Knex } from 'knex';
import { checkpointLines } from '../checkpoints/checkpointFile';
import { connectionOf, parseOptions, usage } from './options';
import { Terminal, verifyCommand } from './verifyCommand';

async function writeCheckpoint(
  knex: Knex,
  number: number | undefined,
  terminal: Terminal,
): Promise<number> {
  const query = knex('checkpoints').orderBy('number', 'desc');
  if (number !== undefined) query.where({ number });
  const row = await query.first();
  if (!row) throw new Error('There is no such checkpoint in the database');
  for await (const line of checkpointLines(knex, row)) terminal.out(line);
  return 0;
}

/**
 * Runs the command.
 *
 * @param args - without the name of the program
 * @param terminal - where it writes, and whether it is to stop
 * @returns the code to end with
 * @public
 */
export async function runLedgerCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  try {
    const options = parseOptions(args);
    if (options === 'help') {
      terminal.out(usage);
      return 0;
    }
    const knex = createKnex(connectionOf(options));
    try {
      if (!(await knex.schema.hasTable('checkpoints')))
        throw new Error(
          'There are no checkpoints in this database: it is that of another plugin, of an earlier version, or --schema is to be given',
        );
      return options.command === 'verify'
        ? await verifyCommand(knex, options, terminal)
        : await writeCheckpoint(knex, options.number, terminal);
    } finally {
      await knex.destroy();
    }
  } catch (error) {
    terminal.note(`It could not be told: ${(error as Error).message}`);
    return 2;
  }
}

export type { Terminal };
