import { Browser } from 'playwright-core';
import { activitySince, address, freshPage, untilShown } from './browser';
import { owner, pages, reader } from './pages';
import { rows } from '../table';
import { ask } from './served';

const IDLE_MS = 30_000;
const CHANGED_MS = 15_000;
/** Until the page has subscribed to signals. */
const SUBSCRIBED_MS = 8_000;

/** What each page does while nobody touches it, and when somebody else states something of a system that it shows. */
export async function quietly(
  browser: Browser,
  say: (text: string) => void,
): Promise<string> {
  const lines: string[][] = [];
  for (const [i, { what, path, shows }] of pages.entries()) {
    const { page, close } = await freshPage(browser, reader);
    try {
      const note = async (when: string) => {
        const { commits, mutations, longTasks } = await activitySince(page);
        const line = [
          `${what}: ${when}`,
          ...[commits, mutations, longTasks].map(String),
        ];
        say(line.join(' '));
        lines.push(line);
      };
      await page.goto(address(path));
      await untilShown(page, shows);
      await page.waitForTimeout(SUBSCRIBED_MS);
      await note('from the first script until all is loaded');
      await page.waitForTimeout(IDLE_MS);
      await note(`${IDLE_MS / 1000} s untouched`);
      await ask(
        owner,
        '/subjects/aisystem/default/card-limit-proposals/records',
        {
          type: 'change',
          data: {
            kind: 'prompt',
            title: `Wording ${i}`,
            why: 'To be read more easily.',
          },
        },
      );
      await page.waitForTimeout(CHANGED_MS);
      await note('one change of another person');
    } finally {
      await close();
    }
  }
  return rows(['page', 'commits of React', 'mutations', 'long tasks'], lines);
}
