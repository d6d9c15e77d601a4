import { ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { percentile } from '../measure';
import { cpuMsOf } from '../processors';
import { cache, PORTAL, root, Variant, variants } from './address';
import { appModules, appPackage } from './builds';
import { builtPackages } from './builtPackages';
import { rows } from '../table';

const TIMES = 5;
const READY_WITHIN_MS = 2 * 60_000;
/** What the first start leaves to do is done by then: migrations, the catalog, the first sweep. */
const FILLED_MS = 25_000;

const examples = (variant: Variant) =>
  [
    'organization.yaml',
    'domains-and-systems.yaml',
    'services.yaml',
    'apis.yaml',
    'resources.yaml',
    ...(variant === 'with' ? ['ai-systems/*.yaml'] : []),
  ].map(file => ({ type: 'file', target: `../../examples/${file}` }));

/** A process of the backend on a database in that folder. @returns once it says that it is ready */
async function start(variant: Variant, database: string) {
  mkdirSync(cache, { recursive: true });
  const config = join(cache, `start-${variant}.json`);
  writeFileSync(
    config,
    JSON.stringify({
      app: { packageName: appPackage(variant) },
      backend: { database: { connection: { directory: database } } },
      permission: { enabled: false },
      catalog: { locations: examples(variant) },
    }),
  );
  const log = openSync(join(cache, `start-${variant}.log`), 'w');
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [
      join(__dirname, 'backend.cjs'),
      variant,
      builtPackages,
      ...[
        join(root, 'app-config.yaml'),
        join(__dirname, 'app-config.yaml'),
        config,
      ].flatMap(file => ['--config', file]),
    ],
    {
      cwd: join(root, 'packages/backend'),
      env: { ...process.env, NODE_ENV: 'production', NODE_PATH: appModules },
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  try {
    const ms = (await untilReady(child)) - began;
    return { child, ms, cpuMs: cpuMsOf(child) };
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`See ${join(cache, `start-${variant}.log`)}`, {
      cause: error,
    });
  }
}

async function untilReady(child: ChildProcess): Promise<number> {
  const end = performance.now() + READY_WITHIN_MS;
  for (;;) {
    const ok = await fetch(`${PORTAL}/.backstage/health/v1/readiness`).then(
      response => response.ok,
      () => false,
    );
    if (ok) return performance.now();
    if (child.exitCode !== null || performance.now() > end) {
      throw new Error('The backend did not become ready');
    }
    await delay(20);
  }
}

async function stop(child: ChildProcess) {
  const ended = new Promise(done => child.once('exit', done));
  child.kill('SIGKILL');
  await ended;
}

/** Starts both in turns, on an empty database and on one that was filled before. @returns a Markdown table, in seconds */
export async function starts(say: (text: string) => void): Promise<string> {
  const base = mkdtempSync(join(tmpdir(), 'benchmark-start-'));
  const times = new Map<string, { ms: number; cpuMs: number }[]>();
  const once = async (variant: Variant, state: string, folder: string) => {
    const { child, ms, cpuMs } = await start(variant, folder);
    await stop(child);
    const key = `${state} ${variant}`;
    times.set(key, [...(times.get(key) ?? []), { ms, cpuMs }]);
    say(`${key}: ${Math.round(ms)} ms, ${cpuMs} ms of processors`);
  };
  try {
    for (const variant of variants) {
      const { child } = await start(variant, join(base, variant));
      await delay(FILLED_MS);
      await stop(child);
    }
    for (let i = 0; i < TIMES; i++) {
      for (const variant of variants) {
        await once(variant, 'an empty database', join(base, `${variant}-${i}`));
        await once(variant, 'a filled database', join(base, variant));
      }
    }
  } finally {
    if (existsSync(base)) rmSync(base, { recursive: true });
  }
  return rows(
    ['start-up on, median s (least to most)', 'without', 'with', 'more'],
    ['an empty database', 'a filled database'].flatMap(state => {
      const [without, all] = variants.map(v => times.get(`${state} ${v}`)!);
      return [
        line(state, without.map(inTime), all.map(inTime)),
        line(
          `${state}, of processors`,
          without.map(ofProcessors),
          all.map(ofProcessors),
        ),
      ];
    }),
  );
}

const inTime = ({ ms }: { ms: number }) => ms;
const ofProcessors = ({ cpuMs }: { cpuMs: number }) => cpuMs;
const seconds = (ms: number) => (ms / 1000).toFixed(2);

function line(what: string, without: number[], all: number[]): string[] {
  const range = (ms: number[]) =>
    `${seconds(percentile(ms, 0.5))} (${seconds(Math.min(...ms))} to ${seconds(
      Math.max(...ms),
    )})`;
  const more = percentile(all, 0.5) - percentile(without, 0.5);
  return [what, range(without), range(all), seconds(more)];
}
