#!/usr/bin/env node
// `npm run install-proof [new] [legacy]`: what would be published works in a Backstage that is not ours, installed as docs/install.md says.
// Makes a fresh app in an empty folder (INSTALL_PROOF_DIR, else a temporary one that is removed when all went well), installs our
// tarballs, applies the blocks of the page, checks types, builds, serves in production mode, and opens it in a real browser.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apply, blocksOf } from './page.mjs';
import { startRegistry } from './registry.mjs';
import { pack, problemsOf } from './tarballs.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const given = process.env.INSTALL_PROOF_DIR;
const base = given ?? mkdtempSync(join(tmpdir(), 'install-proof-'));
const port = Number(process.env.INSTALL_PROOF_PORT ?? 7420);
const apps =
  process.argv.length > 2 ? process.argv.slice(2) : ['new', 'legacy'];
const page = readFileSync(join(root, 'docs/install.md'), 'utf8');

/** This one's settings are of no business to the tools of the app. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(
    ([key]) => !/^(npm_|INIT_CWD$|PROJECT_CWD$|YARN_IGNORE_PATH$)/i.test(key),
  ),
);

const times = [];
function timed(what, work) {
  const started = Date.now();
  console.log(`\n── ${what}`);
  const result = work();
  times.push([what, Math.round((Date.now() - started) / 1000)]);
  return result;
}

function run(file, args, options = {}) {
  const { status } = spawnSync(file, args, {
    cwd: root,
    env,
    stdio: 'inherit',
    ...options,
  });
  if (status !== 0)
    throw new Error(`${[file, ...args].join(' ')} ended with ${status}`);
}
const yarn = (args, options) => run('yarn', args, options);

/** The same for what must not keep this process, which is the registry, from answering meanwhile. */
function runBeside(command, cwd) {
  return new Promise((done, failed) =>
    spawn(command, { cwd, env, shell: true, stdio: 'inherit' }).on(
      'exit',
      status =>
        status === 0 ? done() : failed(new Error(`${command}: ${status}`)),
    ),
  );
}

rmSync(join(base, 'tarballs'), { recursive: true, force: true });
mkdirSync(join(base, 'tarballs'), { recursive: true });
const packages = timed('build and pack', () => {
  yarn(['tsc']);
  yarn(['backstage-cli', 'repo', 'build']);
  return pack({ root, into: join(base, 'tarballs'), yarn });
});
const problems = packages.flatMap(problemsOf);
if (problems.length) {
  console.error(`\nThe tarballs are not fit to be published:`);
  for (const problem of problems) console.error(`- ${problem}`);
  process.exit(1);
}

for (const app of apps) await prove(app);

console.log('\nProved in seconds:');
for (const [what, seconds] of times)
  console.log(`${String(seconds).padStart(5)}  ${what}`);
if (!given) rmSync(base, { recursive: true, force: true });

async function prove(app) {
  const dir = join(base, app);
  rmSync(dir, { recursive: true, force: true });
  timed(`${app}: create-app and install`, () => {
    run(
      'npm',
      [
        'exec',
        '--yes',
        '--package=@backstage/create-app@0.9.2',
        '--',
        'backstage-create-app',
        '--skip-install',
        ...(app === 'legacy' ? ['--legacy'] : []),
      ],
      { cwd: base, env: { ...env, BACKSTAGE_APP_NAME: app } },
    );
    const file = join(dir, 'package.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    Object.assign(manifest.resolutions, pinsFor(dir));
    writeFileSync(file, JSON.stringify(manifest, null, 2));
    const settings = readFileSync(join(dir, '.yarnrc.yml'), 'utf8');
    writeFileSync(
      join(dir, '.yarnrc.yml'),
      `${settings.replace(/npmMinimalAgeGate: .*/, 'npmMinimalAgeGate: 0')}
enableScripts: false
enableTelemetry: false
tsEnableAutoTypes: false
unsafeHttpWhitelist: ['127.0.0.1']
`,
    );
    yarn(['install'], { cwd: dir, env: { ...env, CI: '' } });
  });

  const registry = await startRegistry({
    packages,
    port: port + 1,
    // whichever npm is set to
    upstream: execFileSync('npm', ['config', 'get', 'registry'], {
      encoding: 'utf8',
    }).trim(),
  });
  env.YARN_NPM_REGISTRY_SERVER = registry.url;
  const started = Date.now();
  console.log(`\n── ${app}: what docs/install.md says`);
  for (const block of blocksOf(page).filter(b => b.apps.includes(app)))
    await apply(block, { dir, root, run: c => runBeside(c, dir) });
  times.push([
    `${app}: what docs/install.md says`,
    Math.round((Date.now() - started) / 1000),
  ]);
  delete env.YARN_NPM_REGISTRY_SERVER;
  registry.stop();

  const url = `http://localhost:${port}`;
  writeFileSync(
    join(dir, 'app-config.proof.yaml'),
    JSON.stringify({
      app: { baseUrl: url, disableStaticFallbackCache: true },
      backend: {
        baseUrl: url,
        listen: { host: '127.0.0.1', port },
        cors: { origin: url },
      },
      auth: {
        providers: { guest: { dangerouslyAllowOutsideDevelopment: true } },
      },
      // otherwise the backend takes a minute to stop
      events: { useEventBus: 'never' },
    }),
  );
  timed(`${app}: types`, () => yarn(['tsc'], { cwd: dir }));
  timed(`${app}: build`, () => {
    yarn(['build:backend'], { cwd: dir });
    // as the Dockerfile of the app does, but over what is installed
    run(
      'tar',
      [
        'xzf',
        'packages/backend/dist/bundle.tar.gz',
        'packages/backend/dist',
        'packages/app/dist',
      ],
      { cwd: dir },
    );
  });
  timed(`${app}: browser test`, () =>
    yarn(
      ['playwright', 'test', '--config', join(here, 'playwright.config.mts')],
      {
        env: { ...env, PROVED_DIR: dir, PROVED_URL: url },
      },
    ),
  );
}

/**
 * The one release that the app was made for, as the lock file has it that create-app fetches where it can; and what our own manifest pins,
 * because newer ones lack a platform's build in some registries. No part of the page: an app that exists has its lock file.
 */
function pinsFor(dir) {
  const read = file => JSON.parse(readFileSync(file, 'utf8'));
  const own = ['', 'packages/app', 'packages/backend']
    .map(folder => read(join(dir, folder, 'package.json')))
    .flatMap(m => Object.entries({ ...m.dependencies, ...m.devDependencies }))
    .filter(([name]) => name.startsWith('@backstage/'))
    .map(([name, range]) => [name, range.replace(/^\^/, '')]);
  return {
    ...read(join(root, 'package.json')).resolutions,
    ...Object.fromEntries(own),
  };
}
