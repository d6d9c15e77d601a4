import { Ours } from './ours';
import { PeerOutput } from './peer';

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
