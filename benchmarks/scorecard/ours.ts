import { connect, Databases } from '../database';
import { measureGovernance } from '../governance';
import { startMeasured } from '../measure';
import { reader } from '../memoryCatalog';
import { ask } from '../requests';
import { Subject } from './peer';

const READS = 5;
const FAMILY = 'INV';
const company = 'company';

interface Read {
  ms: number;
  queries: number;
}

export interface Ours {
  evaluated: Read;
  /** All teams by the controls of one family. */
  family: Read[];
  /** One team with everything below it, by family. */
  team: Read[];
  states: string[];
  controls: string[];
  subjects: Subject[];
  /** What the scorecard of the family says of the whole company: control → state → how many. */
  found: Record<string, Record<string, number>>;
}

/** Judges the made-up company, rolls it up over HTTP, and hands on what was found of each system. */
export async function measureOurs(
  databases: Databases,
  systems: number,
  say: (text: string) => void,
): Promise<Ours> {
  const { place, figures } = await measureGovernance({
    databases,
    kind: 'postgres',
    subjects: systems,
    evaluationOnly: true,
    say,
  });
  const { medianMs, queries } = figures.find(
    ({ what }) => what === 'evaluate all, first time',
  )!;
  const measured = await startMeasured(place, systems);
  try {
    const { port } = (await measured.run('start')).answer;
    const read = async (path: string) => {
      await ask(port, path, reader); // the first fills caches
      const costs: Read[] = [];
      let body: any;
      for (let i = 0; i < READS; i++) {
        await measured.run('count');
        const answered = await ask(port, path, reader);
        const counted = await measured.run('count');
        body = answered.body;
        costs.push({ ms: answered.ms, queries: counted.answer.queries });
      }
      return { costs, body };
    };
    const family = await read(
      `/scorecards/families/${FAMILY}?team=group:default/${company}`,
    );
    const team = await read(`/scorecards/teams/default/${company}`);
    const refs = await refsOf(port);
    const { items } = family.body;
    const whole = items.find(
      ({ ref }: any) => ref === `group:default/${company}`,
    );
    return {
      evaluated: { ms: medianMs, queries: queries ?? 0 },
      family: family.costs,
      team: team.costs,
      found: Object.fromEntries(
        whole.controls.map((one: any) => [one.id, one.counts]),
      ),
      ...(await resultsOf(place, refs)),
    };
  } finally {
    await measured.stop();
  }
}

/** The systems of every team of the company. */
async function refsOf(port: number): Promise<Set<string>> {
  const refs = new Set<string>();
  let cursor = '';
  do {
    const { body } = await ask(
      port,
      `/subjects?team=group:default/${company}&limit=500${
        cursor && `&cursor=${encodeURIComponent(cursor)}`
      }`,
      reader,
    );
    for (const { ref } of body.items) refs.add(ref);
    cursor = body.nextCursor ?? '';
  } while (cursor);
  return refs;
}

/** What is held of them now, as it was stored. */
async function resultsOf(
  place: Parameters<typeof connect>[0],
  refs: ReadonlySet<string>,
) {
  const knex = connect(place);
  try {
    const results: { name: string; ref: string; id: string; state: string }[] =
      await knex('results')
        .join('subjects', 'subjects.id', 'results.subject_id')
        .whereNull('to_at')
        .select({ ref: 'ref', name: 'name', id: 'control_id', state: 'state' });
    const states = [...new Set(results.map(({ state }) => state))].sort();
    const controls = [...new Set(results.map(({ id }) => id))].sort();
    const bySubject = new Map<string, number[]>();
    for (const { ref, name, id, state } of results) {
      if (!refs.has(ref)) continue;
      const of = bySubject.get(name) ?? [];
      of[controls.indexOf(id)] = states.indexOf(state);
      bySubject.set(name, of);
    }
    return {
      states,
      controls,
      subjects: [...bySubject].map(([name, of]) => ({ name, states: of })),
    };
  } finally {
    await knex.destroy();
  }
}
