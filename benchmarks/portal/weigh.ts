import { Browser } from 'playwright-core';
import { Variant } from './address';
import { address, freshPage, untilShown } from './browser';
import { Opened, pages, reader } from './pages';
import { rows } from '../table';

const SETTLES_MS = 3_000;

/** Everything that a browser with an empty cache loads of scripts for a page: address to compressed bytes. */
async function loaded(browser: Browser, { path }: Opened, shows: string) {
  const { page, scripts, close } = await freshPage(browser, reader);
  try {
    await page.goto(address(path));
    await untilShown(page, shows);
    await page.waitForTimeout(SETTLES_MS);
    return await scripts();
  } finally {
    await close();
  }
}

export type Weights = Record<string, Map<string, number>>;

/** The scripts of each page, in the portal that is served. */
export async function weigh(browser: Browser, app: Variant): Promise<Weights> {
  const found: Weights = {};
  for (const opened of pages) {
    const shows = app === 'with' ? opened.shows : opened.showsWithout;
    found[opened.what] = await loaded(browser, opened, shows);
  }
  return found;
}

const kb = (bytes: number) => (bytes / 1000).toFixed(0);
const sum = (scripts: Map<string, number>) =>
  [...scripts.values()].reduce((all, one) => all + one, 0);

/** @returns a Markdown table, in KB (1000 bytes) as gzip has them */
export function weighed(weights: Record<Variant, Weights>): string {
  return rows(
    ['JavaScript until it is shown, KB gzip', 'without', 'with', 'more'],
    pages.map(({ what }) => {
      const [without, all] = [weights.without[what], weights.with[what]].map(
        sum,
      );
      return [what, kb(without), kb(all), kb(all - without)];
    }),
  );
}
