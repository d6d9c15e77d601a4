// What the suite costs the portal that hosts it. `npm run benchmark:portal -- --help` says what it does.
import { runCommand } from '../commands';
import { Variant, variants } from './address';
import { launch } from './browser';
import { buildApp, isBuilt } from './builds';
import { arePackagesBuilt, buildPackages } from './builtPackages';
import { quietly } from './idle';
import { openings } from './opening';
import { reader } from './pages';
import { startServed, untilSettled } from './served';
import { starts } from './starting';
import { weigh, weighed, Weights } from './weigh';

const help = `What the suite costs the portal that hosts it: a plain Backstage with it and without.

  build     builds the two apps, and the packages of the suite, for production
  weigh     how much JavaScript pages load, in a headless Chromium
  open      how long they take to be shown and usable
  idle      what they do while nobody touches them, and on one change
  start     how long the backend takes until it is ready, with SQLite

All but build use what was built last, and build it first if there is nothing.
`;

const say = (text: string) => console.error(text);

function ensureBuilt() {
  for (const variant of variants) {
    if (isBuilt(variant)) continue;
    say(`Building the app ${variant} the suite …`);
    buildApp(variant);
  }
}

function ensurePackages() {
  if (arePackagesBuilt()) return;
  say('Building the packages of the suite …');
  buildPackages();
}

/** Serves one of the apps over the example company, once its records are there and judged. */
async function served<T>(
  app: Variant,
  work: (browser: Awaited<ReturnType<typeof launch>>) => Promise<T>,
): Promise<T> {
  ensureBuilt();
  const portal = await startServed(app);
  try {
    say('Waiting for the records of the example company …');
    await untilSettled(reader);
    const browser = await launch();
    try {
      return await work(browser);
    } finally {
      await browser.close();
    }
  } finally {
    await portal.stop();
  }
}

const commands: Record<string, () => Promise<void>> = {
  async build() {
    for (const variant of variants) buildApp(variant);
    buildPackages();
  },
  async weigh() {
    const weights = {} as Record<Variant, Weights>;
    for (const app of variants) {
      weights[app] = await served(app, browser => weigh(browser, app));
    }
    console.log(weighed(weights));
  },
  async open() {
    console.log(await served('with', browser => openings(browser, say)));
  },
  async idle() {
    console.log(await served('with', browser => quietly(browser, say)));
  },
  async start() {
    ensureBuilt();
    ensurePackages();
    console.log(await starts(say));
  },
};

runCommand(help, commands);
