import { Browser } from 'playwright-core';
import { percentile } from '../measure';
import {
  activitySince,
  address,
  follow,
  freshPage,
  untilShown,
} from './browser';
import { Opened, pages, reader } from './pages';
import { rows } from '../table';

const TIMES = 5;
/** After a page is shown, what still holds it within this time counts as its opening. */
const HOLDS_MS = 1_500;
/** Where somebody is who has just signed in. */
const before = { path: '/settings', shows: 'Appearance' };

interface Times {
  shown: number[];
  usable: number[];
}

/** One opening: until the text is there, and until nothing holds the page any more. */
async function open(browser: Browser, opened: Opened, from?: typeof before) {
  const { page, close } = await freshPage(browser, reader);
  try {
    let began = 0;
    if (from) {
      await page.goto(address(from.path));
      await untilShown(page, from.shows);
      await page.waitForTimeout(HOLDS_MS);
      await activitySince(page);
      began = await follow(page, opened.path);
    } else {
      await page.goto(address(opened.path), { waitUntil: 'commit' });
    }
    const shown = await untilShown(page, opened.shows);
    await page.waitForTimeout(HOLDS_MS);
    const { heldUntilMs } = await activitySince(page);
    return {
      shown: shown - began,
      usable: Math.max(shown, heldUntilMs) - began,
    };
  } finally {
    await close();
  }
}

/** Each page, several times, each time with an empty cache: by a link of a portal that is open, and as the first page of a visit. */
export async function openings(
  browser: Browser,
  say: (text: string) => void,
): Promise<string> {
  const lines: string[][] = [];
  for (const opened of pages) {
    for (const from of [before, undefined]) {
      const times: Times = { shown: [], usable: [] };
      for (let i = 0; i < TIMES; i++) {
        const one = await open(browser, opened, from);
        times.shown.push(one.shown);
        times.usable.push(one.usable);
      }
      const line = [
        `${opened.what}, ${from ? 'by a link' : 'first page of a visit'}`,
        ...[times.shown, times.usable].flatMap(ms =>
          [percentile(ms, 0.5), Math.max(...ms)].map(n => n.toFixed(0)),
        ),
      ];
      say(line.join(' '));
      lines.push(line);
    }
  }
  return rows(
    ['opened', 'shown, median ms', 'most', 'usable, median ms', 'most'],
    lines,
  );
}
