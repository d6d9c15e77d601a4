import { AiGovernanceApi } from 'backstage-plugin-ai-governance-common';
import { chromium, Page } from 'playwright-core';
import { setTimeout as delay } from 'node:timers/promises';
import { random } from '../random';
import { percentile } from '../measure';
import { PORTAL } from './address';
import { intendedUse } from './documents';
import { apiAs } from './portal';

const TIMES = 10;
const GIVE_UP_MS = 60_000;
/** Until the page has subscribed to signals: one that comes before is not told again. */
const SUBSCRIBED_MS = 15_000;

/** What the scorecard at the top of the page says. */
const figures = (page: Page) =>
  page
    .getByText('of what is asked holds', { exact: true })
    .locator('xpath=../..')
    .innerText();

/** Opens a page of the portal as somebody, in a headless browser. */
export async function openAs(user: string, path: string) {
  const { chromiumLaunchOptions } = await import('../../scripts/chromium.mjs');
  const browser = await chromium.launch(await chromiumLaunchOptions());
  const page = await browser.newPage({
    viewport: { width: 1400, height: 900 },
  });
  await page.addInitScript(
    ref => localStorage.setItem('example-portal.signed-in-as', ref),
    `user:default/${user}`,
  );
  await page.goto(`${PORTAL}${path}`);
  return { browser, page };
}

/** Until the figures are others. @returns when that was seen */
async function untilOthers(page: Page, before: string): Promise<number> {
  const end = performance.now() + GIVE_UP_MS;
  for (;;) {
    const now = await figures(page);
    if (now !== before) return performance.now();
    if (performance.now() > end) throw new Error('No new number was shown');
    await delay(20);
  }
}

/** Of systems that nobody has documented, and of which it is asked. */
async function undocumented(api: AiGovernanceApi): Promise<string[]> {
  const { items } = await api.subjects({
    control: 'DOC-01',
    state: ['not-reported'],
    limit: TIMES,
  });
  return items.map(({ ref }) => ref);
}

/**
 * While one user has the scorecard of the organization open, another appends an intended use to a system: how long it takes from the request
 * to the new number on the page.
 *
 * @returns a Markdown table, in seconds
 */
export async function live(say: (text: string) => void): Promise<string> {
  const author = apiAs('robin.hale');
  const refs = await undocumented(author);
  const { browser, page } = await openAs('jamie.ford', '/ai-governance');
  const stored: number[] = [];
  const shown: number[] = [];
  try {
    await page.getByText('of what is asked holds').waitFor({ timeout: 60_000 });
    await delay(SUBSCRIBED_MS);
    for (const [i, ref] of refs.entries()) {
      await delay(3_000);
      const before = await figures(page);
      const began = performance.now();
      await author.append(ref, {
        type: 'intended-use',
        data: intendedUse(random(i), 1),
      });
      stored.push(performance.now() - began);
      shown.push((await untilOthers(page, before)) - began);
      say(`${ref}: ${Math.round(shown.at(-1)!)} ms`);
    }
  } finally {
    await browser.close();
  }
  const row = (what: string, ms: readonly number[]) =>
    `| ${what} | ${[percentile(ms, 0.5), Math.min(...ms), Math.max(...ms)]
      .map(value => (value / 1000).toFixed(2))
      .join(' | ')} |`;
  return [
    '| from the request to append until | median s | least s | most s |',
    '| --- | --: | --: | --: |',
    row('it is answered', stored),
    row('the open scorecard shows another number', shown),
  ].join('\n');
}
