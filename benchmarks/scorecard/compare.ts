import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Ours } from './ours';
import { folder, PeerOutput } from './peer';

/** Installs the peer if need be; false, with a word why, when that fails. */
export function installed(say: (text: string) => void): boolean {
  if (existsSync(join(folder, 'node_modules/knex'))) return true;
  say('Installing the Scorecard plugin for the comparison (two minutes) …');
  const { status } = spawnSync('npm', ['install', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    env: Object.fromEntries(
      Object.entries(process.env).filter(([key]) => !/^npm_/i.test(key)),
    ),
  });
  if (status !== 0) say('The Scorecard plugin could not be installed.');
  return status === 0;
}

/**
 * Of every control and state: the number that it counts, that which the results add up to, and, of one family, that which our scorecard says.
 *
 * @returns a sentence that says how many figures are equal
 * @throws when one is not
 */
export function compareWith(ours: Ours, peer: PeerOutput): string {
  let compared = 0;
  const same = (what: string, mine: number, theirs: number) => {
    compared += 1;
    if (mine !== theirs) {
      throw new Error(`${what}: ${mine} here, ${theirs} in Scorecard`);
    }
  };
  ours.controls.forEach((id, place) => {
    const { status, body } = peer.found[id].answer;
    if (status !== 200) throw new Error(`${id}: Scorecard answers ${status}`);
    for (const { name, count } of body.result!.values) {
      const state = ours.states.indexOf(name);
      const held = ours.subjects.filter(s => s.states[place] === state).length;
      same(`${id}, ${name}, as stored`, held, count);
      const shown = ours.found[id];
      if (shown) same(`${id}, ${name}, as shown`, shown[name] ?? 0, count);
    }
  });
  return `${compared} figures are the same in Scorecard`;
}
