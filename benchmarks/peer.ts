// Another plugin that is measured beside ours: installed by itself, and run in a process of its own.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a peer is, with the script `run.cjs` and what it needs, and what it is called. */
export interface Peer {
  folder: string;
  name: string;
  /** What to expect of its installation, in words. */
  takes: string;
}

/** Installs a peer if need be; false, with a word why, when that fails. */
export function isInstalled(
  { folder, name, takes }: Peer,
  say: (text: string) => void,
): boolean {
  if (existsSync(join(folder, 'node_modules/knex'))) return true;
  say(`Installing ${name} for the comparison (${takes}) …`);
  const { status } = spawnSync('npm', ['install', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    env: Object.fromEntries(
      Object.entries(process.env).filter(([key]) => !/^npm_/i.test(key)),
    ),
  });
  if (status !== 0) say(`${name} could not be installed: it is left out.`);
  return status === 0;
}

/** Runs a peer over what it is given. @returns what it writes */
export function runPeerScript({ folder, name }: Peer, input: object): any {
  const dir = mkdtempSync(join(tmpdir(), 'peer-'));
  try {
    const [from, to] = ['input', 'output'].map(n => join(dir, `${n}.json`));
    writeFileSync(from, JSON.stringify(input));
    const { status } = spawnSync(
      process.execPath,
      [join(folder, 'run.cjs'), from, to],
      { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } },
    );
    if (status !== 0) throw new Error(`${name} ended with ${status}`);
    return JSON.parse(readFileSync(to, 'utf8'));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
