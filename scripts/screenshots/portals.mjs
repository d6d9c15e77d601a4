import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');
const READY_WITHIN_MS = 20 * 60_000;
const transform = ['--require', '@backstage/cli/config/nodeTransform.cjs'];

/** The example company, with its records, in memory. */
const company = {
  url: 'http://localhost:7125',
  cwd: join(root, 'packages/backend'),
  args: [
    ...transform,
    'src',
    ...[
      'app-config.yaml',
      'app-config.e2e.yaml',
      'scripts/screenshots/app-config.yaml',
    ].flatMap(file => ['--config', join(root, file)]),
  ],
  reader: 'priya.raman',
  /** The records are loaded in the order of their files, those of this system last. */
  isReady: async ask => {
    const last = await ask('/subjects/aisystem/default/support-reply-drafts');
    const { pass = 0, warning = 0, expired = 0 } = last.counts ?? {};
    return pass + warning + expired === 34;
  },
};

/** The federal inventory; its year is played first if that was not done yet. */
const federal = {
  url: 'http://localhost:7124',
  cwd: root,
  args: [...transform, 'benchmarks/federal/main.ts', 'start'],
  reader: 'robin.hale',
  isReady: async ask => (await ask('/inventory')).waiting === 0,
};

const portals = { company, federal };

async function asker({ url, reader }) {
  const signIn = await fetch(`${url}/api/auth/guest/refresh`, {
    headers: {
      'x-example-user': `user:default/${reader}`,
      'x-requested-with': 'XMLHttpRequest',
    },
  });
  const { token } = (await signIn.json()).backstageIdentity;
  return async path => {
    const response = await fetch(`${url}/api/ai-governance${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return response.json();
  };
}

/** Starts one of the portals and waits until it has what it shows. */
export async function startPortal(name) {
  const portal = portals[name];
  const child = spawn(process.execPath, portal.args, {
    cwd: portal.cwd,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise(done => child.once('exit', done));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  const end = Date.now() + READY_WITHIN_MS;
  for (;;) {
    await delay(2_000);
    if (child.exitCode !== null || Date.now() > end) {
      await stop();
      throw new Error(`The portal of the ${name} did not start`);
    }
    try {
      if (await portal.isReady(await asker(portal))) break;
    } catch {
      // not there yet
    }
  }
  return { url: portal.url, stop };
}
