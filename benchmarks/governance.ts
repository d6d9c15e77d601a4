// What is measured of this plugin, on one database with one number of subjects.
import { Knex } from 'knex';
import { connect, DatabaseKind, Databases, Place } from './database';
import { Cost, Figure, figure, Measured, startMeasured } from './measure';
import { dateBack, writeRecords } from './records';
import { chief, division, policy } from './company';
import { ask, past, reads, readers } from './requests';
import { reader } from './memoryCatalog';

/** Requests of a kind before those that are measured: a backend that has answered some, as in a working day. The very first is measured apart. */
const WARM = 15;
const READS = 40;
const APPENDS = 200;
const AGAIN = 3;

export async function measureGovernance(options: {
  databases: Databases;
  kind: DatabaseKind;
  subjects: number;
  /** Sweep and evaluation only, nothing over HTTP. */
  evaluationOnly?: boolean;
  say: (text: string) => void;
}): Promise<{ place: Place; figures: Figure[] }> {
  const { databases, kind, subjects, say } = options;
  const place = await databases.fresh(
    kind,
    `governance_${subjects}${options.evaluationOnly ? '_beside' : ''}`,
  );
  const figures: Figure[] = [];
  const note = (what: string, costs: Parameters<typeof figure>[3]) => {
    const made = figure(what, place, subjects, costs);
    figures.push(made);
    say(`${kind} ${subjects}: ${what}: ${Math.round(made.medianMs)} ms`);
  };
  const within = async (work: (process: Measured) => Promise<void>) => {
    const measured = await startMeasured(place, subjects);
    try {
      await work(measured);
    } finally {
      await measured.stop();
    }
  };
  /** What is done to the database itself, and not measured. */
  const change = async (work: (knex: Knex) => Promise<void>) => {
    const knex = connect(place);
    try {
      await work(knex);
      if (kind === 'postgres') await knex.raw('analyze');
    } finally {
      await knex.destroy();
    }
  };
  const times = async (n: number, work: () => Promise<Cost>) => {
    const costs: Cost[] = [];
    for (let i = 0; i < n; i++) costs.push(await work());
    return costs;
  };

  await within(async measured => {
    await measured.run('migrate');
    const first = await measured.run('sweep');
    check(first.answer.added === subjects, 'Every system is taken over', first);
    note('first sweep', [first]);
    note(
      'sweep, nothing changed',
      await times(AGAIN, () => measured.run('sweep')),
    );
  });

  await change(writeRecords);

  await within(async measured => {
    const first = await measured.run('evaluate');
    check(
      first.answer.evaluated === subjects,
      'Every subject is judged',
      first,
    );
    note('evaluate all, first time', [first]);
    note(
      'evaluate all, nothing changed',
      await times(AGAIN, async () => {
        await measured.run('mark');
        return measured.run('evaluate');
      }),
    );
  });

  if (options.evaluationOnly) return { place, figures };
  await change(dateBack);
  const starts: Cost[] = [];
  for (let i = 0; i < AGAIN - 1; i++) {
    await within(async measured => {
      starts.push(await measured.run('start'));
    });
  }
  await within(async measured => {
    const started = await measured.run('start');
    note('start-up of the plugin', [...starts, started]);
    const { port } = started.answer;
    await measureReads(measured, port, note);
    await measureAppends(measured, port, note);
    await measureFanOut(place, port, note);
  });
  await within(async measured => {
    await measured.run('migrate');
    const appended = await measured.run('append');
    const { ms } = appended.answer;
    note(
      'ledger: append, 8 clients at once',
      ms.map((one: number) => ({
        ms: one,
        queries: null,
        peakMb: appended.peakMb,
      })),
    );
    note(`ledger: ${ms.length} appends by 8 clients`, [appended]);
    const verified = await measured.run('verify');
    const { ok, revisions } = verified.answer;
    check(ok, 'The ledger that was written verifies', verified.answer);
    note(`ledger: ${revisions} revisions verified`, [verified]);
  });
  return { place, figures };
}

function check(ok: boolean, what: string, found: unknown) {
  if (!ok) throw new Error(`${what}: no, ${JSON.stringify(found)}`);
}

type Note = (what: string, costs: Parameters<typeof figure>[3]) => void;

async function measureReads(measured: Measured, port: number, note: Note) {
  const measure = async (what: string, path: string, as: string) => {
    for (let i = 0; i < WARM; i++) await ask(port, path, as);
    const costs = [];
    for (let i = 0; i < READS; i++) {
      await measured.run('count');
      const { ms } = await ask(port, path, as);
      const { answer, peakMb } = await measured.run('count');
      costs.push({ ms, queries: answer.queries, peakMb });
    }
    note(what, costs);
  };
  for (const { who, ref } of readers) {
    await measured.run('count');
    const first = await ask(port, '/scorecards/organization', ref);
    const { answer, peakMb } = await measured.run('count');
    const asOf = new Date(Date.now() - 3600_000).toISOString();
    note(`first request, ${who}`, [
      { ms: first.ms, queries: answer.queries, peakMb },
    ]);
    const { body } = await ask(
      port,
      `/subjects?team=group:default/${division}&limit=1`,
      ref,
    );
    const system = body.items[0].ref.split('/')[1];
    for (const { what, path } of [...reads, ...past(asOf, system)]) {
      await measure(`${what}, ${who}`, path, ref);
    }
    const deep = await deepCursor(port, ref);
    await measure(
      `inventory, ${deep.place}, ${who}`,
      `/subjects?limit=50&cursor=${encodeURIComponent(deep.cursor)}`,
      ref,
    );
  }
}

/** The cursor of a page about nine tenths down the list. */
async function deepCursor(port: number, as: string) {
  let cursor = '';
  let passed = 0;
  for (;;) {
    const { body } = await ask(
      port,
      `/subjects?limit=500${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      as,
    );
    passed += body.items.length;
    if (!body.nextCursor) break;
    cursor = body.nextCursor;
    if (passed >= body.totalItems * 0.85) break;
  }
  if (cursor) return { cursor, place: 'a page far down' };
  const { body } = await ask(port, '/subjects?limit=20', as);
  return { cursor: body.nextCursor as string, place: 'the second page' };
}

/** From a statement of one person until everything that is judged by it shows that. */
async function measureFanOut(place: Place, port: number, note: Note) {
  const knex = connect(place);
  const waits = () =>
    knex('results')
      .where({ control_id: 'PPL-02' })
      .whereNull('to_at')
      .whereLike('reason', `%leader ${chief}%`)
      .count({ count: '*' })
      .first<any>();
  try {
    const waiting = Number((await waits()).count);
    check(waiting > 0, 'Something waits for the chief', waiting);
    const began = performance.now();
    const [, name] = chief.split('/');
    await ask(port, `/people/default/${name}/records`, chief, {
      type: 'policy-acknowledgement',
      data: { version: policy.version },
    });
    for (;;) {
      const { body } = await ask(port, '/inventory', reader);
      if (body.waiting === 0) break;
      check(performance.now() - began < 300_000, 'All is judged', body);
      await new Promise(done => setTimeout(done, 50));
    }
    const ms = performance.now() - began;
    const left = Number((await waits()).count);
    check(left === 0, 'Nothing waits for the chief any more', left);
    note(`one person's record until ${waiting} results show it`, [
      { ms, queries: null, peakMb: null },
    ]);
  } finally {
    await knex.destroy();
  }
}

/** From an append over HTTP until the page of the subject shows its result: a sentence of the intended use is taken out, or put in. */
async function measureAppends(measured: Measured, port: number, note: Note) {
  const written: { ms: number; queries: number | null; peakMb: number }[] = [];
  const visible: typeof written = [];
  const { body } = await ask(
    port,
    `/subjects?limit=${APPENDS}&lifecycle=production`,
    reader,
  );
  const refs: { namespace: string; name: string }[] = body.items;
  for (let i = 0; i < APPENDS; i++) {
    const { namespace, name } = refs[i % refs.length];
    const path = `/subjects/aisystem/${namespace}/${name}`;
    const state = async () => {
      const { body: posture } = await ask(port, path, reader);
      return posture.results.find((r: any) => r.controlId === 'DOC-01').state;
    };
    const before = await state();
    const latest = await ask(port, `${path}/records?type=intended-use`, reader);
    const began = performance.now();
    const appended = await ask(port, `${path}/records`, reader, {
      type: 'intended-use',
      data: {
        purpose: `Helps with task ${i}.`,
        users: 'Planners.',
        inScope: 'Weekly plans.',
        ...(before !== 'pass' && { outOfScope: 'Ratings of staff.' }),
      },
      baseRevision: latest.body.items[0]?.revision,
    });
    while ((await state()) === before) {
      check(performance.now() - began < 30_000, 'A result appears', path);
    }
    const ms = performance.now() - began;
    const { peakMb } = await measured.run('count');
    written.push({ ms: appended.ms, queries: null, peakMb });
    visible.push({ ms, queries: null, peakMb });
  }
  note('append', written);
  note('append until its result is shown', visible);
}
