import { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const TICK_MS = 10;

/** What a process has used of the processors so far, which other work on the machine hardly changes; 0 where it is not told. */
export function cpuMsOf({ pid }: ChildProcess): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  // of the fields behind the name in brackets, the 12th and 13th: in the process itself, and in the kernel for it
  const fields = readFileSync(file, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
