import { random } from '../random';
import {
  askAs,
  Facts,
  lineOf,
  readFacts,
  systemsOf,
  SystemFacts,
  tally,
} from './count';

/** Half of them with teams below. */
const TEAMS = 20;
const CONTROLS = 10;
/** So that another run picks the same ones. */
const SEED = 42001;

function sample<T>(all: readonly T[], n: number, seed: number): T[] {
  const { below } = random(seed);
  const left = [...all];
  return Array.from(
    { length: Math.min(n, left.length) },
    () => left.splice(below(left.length), 1)[0],
  );
}

const stateOf = (control: string) => (system: SystemFacts) =>
  system.states.get(control);
const everyState = (systems: readonly SystemFacts[]) =>
  tally(systems.flatMap(({ states }) => [...states.values()]));

/** What the scorecard of a team must say, as lines that can be compared. */
function expectedCard(facts: Facts, team: string) {
  const { own, below } = systemsOf(facts, team);
  const states = below.flatMap(s => [...s.states.values()]);
  const held = states.filter(s => s === 'pass' || s === 'warning').length;
  const asked = states.filter(
    s => s !== 'not-applicable' && s !== 'exempt',
  ).length;
  const families = [...new Set(below.flatMap(s => [...s.families.values()]))];
  return {
    own: own.length,
    subjects: below.length,
    counts: lineOf(tally(states)),
    overdue: states.filter(s => s === 'expired').length,
    share: asked === 0 ? null : held / asked,
    tiers: lineOf(tally(below.map(s => s.tier))),
    levels: lineOf(tally(below.map(s => s.level))),
    families: families
      .sort()
      .map(
        family =>
          `${family}: ${lineOf(
            tally(
              below.flatMap(s =>
                [...s.states].flatMap(([id, state]) =>
                  s.families.get(id) === family ? [state] : [],
                ),
              ),
            ),
          )}`,
      ),
  };
}

/** What it says. */
const foundCard = (card: any) => ({
  own: card.own,
  subjects: card.subjects,
  counts: lineOf(card.counts),
  overdue: card.overdue,
  share: card.share,
  tiers: lineOf(card.tiers),
  levels: lineOf(card.levels),
  families: card.families
    .filter((f: any) => lineOf(f.counts) !== '')
    .map((f: any) => `${f.family}: ${lineOf(f.counts)}`)
    .sort(),
});

/**
 * Counts twenty teams and ten controls independently and holds the scorecards against that: of each team everything on its scorecard, and of each
 * control how many systems of the team itself, and with all teams below it, have which result.
 *
 * @returns how many figures differ; each is told
 */
export async function check(
  token: string,
  say: (text: string) => void,
): Promise<number> {
  say('Reading every system by its own page');
  const facts = await readFacts(token);
  const governance = (path: string) => askAs(token, `/ai-governance${path}`);
  const ids: string[] = [
    ...new Set(facts.systems.flatMap(s => [...s.states.keys()])),
  ].sort();
  const owners = [...facts.groups.keys()]
    .filter(group => systemsOf(facts, group).below.length > 0)
    .sort();
  const above = new Set(facts.groups.values());
  const teams = [true, false].flatMap((hasBelow, i) =>
    sample(
      owners.filter(group => above.has(group) === hasBelow),
      TEAMS / 2,
      SEED + i,
    ),
  );
  const controls = sample(ids, CONTROLS, SEED + 2).sort();
  say(
    `${facts.systems.length} systems, ${
      facts.groups.size
    } groups; controls ${controls.join(' ')}`,
  );

  let figures = 0;
  const differences: string[] = [];
  const compare = (what: string, found: unknown, expected: unknown) => {
    figures += 1;
    const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
    if (a !== b) differences.push(`${what}: the portal has ${a}, counted ${b}`);
  };
  const total = async (query: Record<string, string>) =>
    (
      await governance(
        `/subjects?${new URLSearchParams({ ...query, limit: '1' })}`,
      )
    ).totalItems;

  const whole = await governance('/scorecards/organization');
  compare('organization, systems', whole.subjects, facts.systems.length);
  compare(
    'organization, results',
    lineOf(whole.counts),
    lineOf(everyState(facts.systems)),
  );
  const listed = new Map<string, any>(
    (await governance('/scorecards/teams')).items.map((t: any) => [t.ref, t]),
  );

  say(
    '| team | own | with those below | results | of the ten controls: hold | do not |',
  );
  say('| --- | --: | --: | --: | --: | --: |');
  for (const team of teams) {
    const expected = expectedCard(facts, team);
    const [, name] = team.split('/');
    const card = await governance(`/scorecards/teams/default/${name}`);
    for (const [source, found] of [
      ['page', foundCard(card)],
      ['list', foundCard(listed.get(team))],
    ] as const) {
      for (const key of Object.keys(expected) as (keyof typeof expected)[]) {
        compare(`${team}, ${key} (${source})`, found[key], expected[key]);
      }
    }
    const coverage = new Map<string, any>();
    for (const { id } of (await governance('/frameworks')).items) {
      const { items } = await governance(
        `/frameworks/${id}/coverage?team=${encodeURIComponent(team)}`,
      );
      for (const c of items.flatMap((i: any) => i.controls)) {
        coverage.set(c.id, c.counts);
      }
    }
    const { own, below } = systemsOf(facts, team);
    let holds = 0;
    let not = 0;
    for (const control of controls) {
      const all = tally(below.map(stateOf(control)));
      const mine = tally(own.map(stateOf(control)));
      if (coverage.has(control)) {
        compare(
          `${team}, ${control} in frameworks`,
          lineOf(coverage.get(control)),
          lineOf(all),
        );
      }
      for (const state of Object.keys(whole.counts)) {
        compare(
          `${team}, ${control} ${state}`,
          await total({ team, control, state }),
          all[state] ?? 0,
        );
        compare(
          `${team} itself, ${control} ${state}`,
          await total({ owner: team, control, state }),
          mine[state] ?? 0,
        );
      }
      holds += (all.pass ?? 0) + (all.warning ?? 0);
      not += ['fail', 'expired', 'not-reported', 'error'].reduce(
        (sum, state) => sum + (all[state] ?? 0),
        0,
      );
    }
    const results = below.reduce((sum, s) => sum + s.states.size, 0);
    say(
      `| ${name} | ${own.length} | ${below.length} | ${results} | ${holds} | ${not} |`,
    );
  }
  say(`${figures} figures compared, ${differences.length} differ`);
  for (const difference of differences) say(difference);
  return differences.length;
}
