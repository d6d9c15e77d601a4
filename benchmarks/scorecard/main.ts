// The Scorecard of Red Hat Developer Hub over the same results on the same PostgreSQL. `npm run benchmark:scorecard -- --help` says what it takes.
import { parseArgs } from 'node:util';
import { percentile } from '../measure';
import { rows } from '../table';
import { startDatabases } from '../database';
import { isInstalled } from '../peer';
import { compareWith } from './compare';
import { measureOurs } from './ours';
import { runPeer, scorecard, Subject } from './peer';

const help = `Rolls up the same results with this plugin and with the Scorecard plugin of Red Hat Developer Hub, on one PostgreSQL.

  --subjects 1050,5250   how many AI systems; those that belong to no team are left out of the comparison
  --beyond 70000         of how many the Scorecard plugin alone is asked at last; 0: not
`;

const say = (text: string) => console.error(text);
const median = (costs: readonly { ms: number }[]) =>
  percentile(
    costs.map(({ ms }) => ms),
    0.5,
  ).toFixed(0);

async function main() {
  const { values } = parseArgs({
    options: {
      subjects: { type: 'string', default: '1050,5250' },
      beyond: { type: 'string', default: '70000' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  if (!isInstalled(scorecard, say)) return;
  const databases = await startDatabases();
  const lines: string[][] = [];
  try {
    for (const systems of values.subjects.split(',').map(Number)) {
      const ours = await measureOurs(databases, systems, say);
      const n = ours.subjects.length;
      const peer = await runPeer(databases, `scorecard_${n}`, {
        states: ours.states,
        controls: ours.controls,
        subjects: ours.subjects,
        times: 5,
        again: 1,
      });
      say(compareWith(ours, peer));
      const { controls } = ours;
      const read = peer.reads[0];
      const per = `${controls.length} controls`;
      lines.push(
        [
          `judge ${per} and store the results`,
          ...[n, median([ours.evaluated]), ours.evaluated.queries].map(String),
        ],
        [
          `roll up one family of them, each team`,
          ...[n, median(ours.family), ours.family[0].queries].map(String),
        ],
        [
          'roll up all of them by family, one team',
          ...[n, median(ours.team), ours.team[0].queries].map(String),
        ],
        [
          `Scorecard: store ${per}, judged before`,
          ...[n, median(peer.pulls), peer.pulls[0].queries].map(String),
        ],
        [
          `Scorecard: roll up one, ${read.permissionsAsked} decisions`,
          ...[n, median(peer.reads), read.queries].map(String),
        ],
      );
      say(rows(['what', 'subjects', 'median ms', 'queries'], lines));
    }
    const beyond = Number(values.beyond);
    if (beyond > 0) {
      const { answer, ms } = await rollUpOf(databases, beyond);
      say(`${beyond}: ${answer.status} ${JSON.stringify(answer.body)}`);
      lines.push([
        `Scorecard: roll up one: answers ${answer.status}`,
        ...[beyond, ms.toFixed(0), ''].map(String),
      ]);
    }
  } finally {
    await databases.stop();
  }
  console.log(rows(['what', 'subjects', 'median ms', 'queries'], lines));
}

/** More references than one statement of PostgreSQL takes values. */
async function rollUpOf(
  databases: Awaited<ReturnType<typeof startDatabases>>,
  n: number,
) {
  const subjects: Subject[] = Array.from({ length: n }, (_, i) => ({
    name: `system-${i}`,
    states: [i % 2],
  }));
  const { found } = await runPeer(databases, 'scorecard_beyond', {
    states: ['pass', 'fail'],
    controls: ['INV-01'],
    subjects,
    times: 0,
    again: 0,
  });
  return found['INV-01'];
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
