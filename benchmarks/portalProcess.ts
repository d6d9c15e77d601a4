// The backend of the example portal in a process of its own.
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const root = join(__dirname, '..');
const READY_WITHIN_MS = 3 * 60_000;

/** Whether a portal answers there and is ready. */
export async function isReady(portal: string): Promise<boolean> {
  try {
    return (await fetch(`${portal}/.backstage/health/v1/readiness`)).ok;
  } catch {
    return false;
  }
}

/** Starts it and waits until it is ready; what it logs goes to `portal.log` in the folder. */
export async function startPortalProcess(options: {
  portal: string;
  folder: string;
  /** What is run, from the package of the backend. */
  entry: string;
  /** From the root of the project; later ones win. */
  configs: readonly string[];
  env: Record<string, string>;
}): Promise<{ stop(): Promise<void> }> {
  const { portal, folder, entry, configs, env } = options;
  if (await isReady(portal)) {
    throw new Error(`${portal} answers already: stop that portal first`);
  }
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'portal.log');
  const log = openSync(file, 'w');
  const child = spawn(
    process.execPath,
    [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      entry,
      ...configs.flatMap(config => ['--config', join(root, config)]),
    ],
    {
      cwd: join(root, 'packages/backend'),
      env: { ...process.env, NODE_ENV: 'production', ...env },
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  const ended = new Promise<void>(done => child.once('exit', () => done()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  const end = Date.now() + READY_WITHIN_MS;
  while (!(await isReady(portal))) {
    if (child.exitCode !== null || Date.now() > end) {
      await stop();
      throw new Error(`The portal did not start: see ${file}`);
    }
    await delay(500);
  }
  return { stop };
}
