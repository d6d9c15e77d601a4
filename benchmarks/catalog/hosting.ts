import { fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { connect } from '../database';
import { freePort } from '../freePort';
import { percentile } from '../measure';
import { cpuMsOf } from '../processors';
import { ask, Read, reads } from './reads';
import { Hosted, prefix, token, Variant } from './variants';

const READS = 15;
const STITCHED_WITHIN_MS = 20 * 60_000;

export interface Found {
  variant: Variant;
  entities: number;
  stitchedMs: number;
  /** Of the backend's process until then, what it starts with left out. */
  stitchedCpuMs: number;
  /** Of each read. */
  reads: Map<string, number>;
}

/** One backend, from a full mutation until every entity is stitched, then the reads. */
export async function host(
  options: Omit<Hosted, 'port'> & { say: (text: string) => void },
): Promise<Found> {
  const { variant, entities, postgresUrl, say } = options;
  const port = await freePort();
  const hosted: Hosted = { variant, entities, postgresUrl, port };
  const child = fork(join(__dirname, 'hosted.ts'), {
    execArgv: [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      BENCHMARK: JSON.stringify(hosted),
    },
  });
  const told = (type: string) =>
    new Promise<any>((resolve, reject) => {
      child.on('message', (message: any) => {
        if (message.type === type) resolve(message);
      });
      child.once('exit', code =>
        reject(new Error(`The backend ended with ${code}`)),
      );
    });
  const ended = new Promise(done => child.once('exit', done));
  try {
    await told('ready');
    const given = told('given');
    const before = cpuMsOf(child);
    const began = performance.now();
    child.send({ command: 'give' });
    const { count } = await given;
    await untilStitched(hosted, count);
    const stitchedMs = performance.now() - began;
    const stitchedCpuMs = cpuMsOf(child) - before;
    say(
      `${variant.title}: ${count} stitched in ${Math.round(
        stitchedMs,
      )} ms, ${stitchedCpuMs} of processors`,
    );
    if (variant.suite) {
      await untilJudged(port, variant.beside === 'AISystem' ? entities : 0);
      say(
        `${variant.title}: judged ${Math.round(
          performance.now() - began,
        )} ms after the first`,
      );
    }
    await analyzed(hosted);
    const found = new Map<string, number>();
    for (const read of reads) {
      found.set(read.what, await median(port, read));
      say(`${variant.title}: ${read.what}: ${found.get(read.what)} ms`);
    }
    return {
      variant,
      entities: count,
      stitchedMs,
      stitchedCpuMs,
      reads: found,
    };
  } finally {
    if (child.exitCode === null) child.send({ command: 'stop' });
    await ended;
  }
}

async function median(port: number, read: Read): Promise<number> {
  const ms: number[] = [];
  await ask(port, read);
  for (let i = 0; i < READS; i++) ms.push((await ask(port, read)).ms);
  return percentile(ms, 0.5);
}

const catalogOf = ({ variant, postgresUrl }: Hosted) =>
  connect({
    kind: 'postgres',
    connection: postgresUrl.replace(
      /\/postgres$/,
      `/${prefix(variant)}catalog`,
    ),
  });

/** Every entity is in the tables that are read, and none waits to be written there anew. */
async function untilStitched(hosted: Hosted, count: number) {
  const knex = catalogOf(hosted);
  const end = performance.now() + STITCHED_WITHIN_MS;
  try {
    for (;;) {
      const { rows } = await knex.raw(
        `select (select count(*) from final_entities where final_entity is not null) as final,
                (select count(*) from stitch_queue) as waiting,
                (select count(*) from refresh_state where processed_entity is null) as unprocessed`,
      );
      const [final, waiting, unprocessed] = [
        rows[0].final,
        rows[0].waiting,
        rows[0].unprocessed,
      ].map(Number);
      if (final >= count && waiting === 0 && unprocessed === 0) return;
      if (performance.now() > end) {
        throw new Error(`Not stitched: ${JSON.stringify(rows[0])} of ${count}`);
      }
      await delay(250);
    }
  } finally {
    await knex.destroy();
  }
}

async function analyzed(hosted: Hosted) {
  const knex = catalogOf(hosted);
  try {
    await knex.raw('analyze');
  } finally {
    await knex.destroy();
  }
}

/** The suite has read the catalog and has nothing left to judge, so that it is at rest while the catalog is read. */
async function untilJudged(port: number, subjects: number) {
  const end = performance.now() + STITCHED_WITHIN_MS;
  for (;;) {
    const response = await fetch(
      `http://127.0.0.1:${port}/api/ai-governance/inventory`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    const answer: any = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(answer));
    if (answer.waiting === 0 && answer.sweptAt && answer.seen >= subjects) {
      return;
    }
    if (performance.now() > end) throw new Error(JSON.stringify(answer));
    await delay(1_000);
  }
}
