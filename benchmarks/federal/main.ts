// The federal inventory with a made-up year of records. `npm run benchmark:federal -- --help` says what it does.
import { runCommand } from '../commands';
import { PORTAL } from './address';
import { check } from './check';
import { live } from './live';
import {
  answers,
  apiAs,
  isSeeded,
  startPortal,
  tokenOf,
  untilEvaluated,
  untilKnown,
} from './portal';
import { seed } from './seed';
import { storage } from './storage';

const help = `A portal on the federal inventory, with a made-up year of records over it.

  seed      plays the year anew, through the API; takes some ten minutes
  start     serves the portal with it at ${PORTAL}, until it is stopped
  check     counts the results of twenty teams and ten controls independently, and fails when the scorecards say otherwise
  live      measures how long an append takes to show as a new number on an open scorecard, in a browser
  storage   says what the year takes in bytes, on both databases

All but seed play the year first if that was not done yet; check and live take the portal that start serves, if it does. The app must be built: yarn workspace app build.
`;

const say = (text: string) => console.error(text);

async function ensureSeeded() {
  if (isSeeded()) return;
  const appended = await seed(say);
  say(`${appended} records and revisions were appended`);
}

async function withPortal<T>(work: () => Promise<T>): Promise<T> {
  const served = await answers();
  if (!served) await ensureSeeded();
  const portal = served ? undefined : await startPortal();
  try {
    await untilKnown(['robin.hale', 'jamie.ford']);
    await untilEvaluated(apiAs('robin.hale'));
    return await work();
  } finally {
    await portal?.stop();
  }
}

const commands: Record<string, () => Promise<void>> = {
  async seed() {
    say(`${await seed(say)} records and revisions were appended`);
  },
  async start() {
    await withPortal(async () => {
      say(`The portal is at ${PORTAL}`);
      await new Promise<void>(done => {
        for (const signal of ['SIGINT', 'SIGTERM']) {
          process.once(signal, () => done());
        }
      });
    });
  },
  async check() {
    const differences = await withPortal(async () =>
      check(await tokenOf('jamie.ford'), text => console.log(text)),
    );
    if (differences > 0) process.exitCode = 1;
  },
  async live() {
    console.log(await withPortal(() => live(say)));
  },
  async storage() {
    await ensureSeeded();
    console.log(await storage());
  },
};

runCommand(help, commands);
