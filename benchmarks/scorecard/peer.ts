import { join } from 'node:path';
import { Databases } from '../database';
import { freePort } from '../freePort';
import { Peer, runPeerScript } from '../peer';

export const scorecard: Peer = {
  folder: join(__dirname, '../peers/scorecard'),
  name: 'The Scorecard plugin',
  takes: 'two minutes',
};

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

/** The Scorecard plugin in a process of its own, on a database of its own in the same PostgreSQL. */
export async function runPeer(
  databases: Databases,
  name: string,
  input: PeerInput,
): Promise<PeerOutput> {
  const { connection } = await databases.fresh('postgres', name);
  const port = await freePort();
  return runPeerScript(scorecard, { ...input, connection, port });
}
