import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Databases } from '../database';

export const folder = join(__dirname, '../peers/scorecard');

export interface Subject {
  name: string;
  /** Of each control, as a place in the list of states. */
  states: number[];
}

export interface PeerInput {
  states: readonly string[];
  controls: readonly string[];
  subjects: readonly Subject[];
  /** How often one of them is rolled up, to be timed; each is, once, for what it finds. */
  times: number;
  /** How often everything is stored once more. */
  again: number;
}

interface PeerCost<T> {
  ms: number;
  queries: number;
  permissionsAsked: number;
  peakMb: number;
  answer: T;
}

interface Aggregation {
  status: number;
  body: { result?: { values: { name: string; count: number }[] } };
}

export interface PeerOutput {
  pulls: PeerCost<void>[];
  reads: PeerCost<Aggregation>[];
  /** Once all was stored again. */
  later: PeerCost<Aggregation>[];
  found: Record<string, PeerCost<Aggregation>>;
  /** In its table at the end. */
  rows: number;
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** The Scorecard plugin in a process of its own, on a database of its own in the same PostgreSQL. */
export async function runPeer(
  databases: Databases,
  name: string,
  input: PeerInput,
): Promise<PeerOutput> {
  const { connection } = await databases.fresh('postgres', name);
  const port = await freePort();
  const dir = mkdtempSync(join(tmpdir(), 'scorecard-'));
  try {
    const [from, to] = ['input', 'output'].map(n => join(dir, `${n}.json`));
    writeFileSync(from, JSON.stringify({ ...input, connection, port }));
    const { status } = spawnSync(
      process.execPath,
      [join(folder, 'run.cjs'), from, to],
      { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } },
    );
    if (status !== 0) throw new Error(`Scorecard ended with ${status}`);
    return JSON.parse(readFileSync(to, 'utf8'));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
