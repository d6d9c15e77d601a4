import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** Says, at once and in order, that something is done: what the parent has read of it must be true whatever happens to this process. */
export const acknowledge = (what: unknown) => {
  writeSync(1, `${JSON.stringify(what)}\n`);
};

/** The child's side of `KilledProcess`: works on the settings it is told, until it dies. */
export function untilKilled<T>(work: (config: T) => Promise<unknown>) {
  createInterface({ input: process.stdin }).once('line', line =>
    work(JSON.parse(line)).catch(error => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    }),
  );
  acknowledge('loaded');
}
