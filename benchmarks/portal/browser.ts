import { gzipSync } from 'node:zlib';
import { Browser, chromium, Page } from 'playwright-core';
import { PORTAL } from './address';

/** What happened in a page since it was asked last. */
export interface Activity {
  /** Of React: each is one round of rendering. */
  commits: number;
  /** Of nodes and texts of the document. */
  mutations: number;
  /** Tasks that held the page for over 50 ms. */
  longTasks: number;
  /** When the last of them ended, in milliseconds since the document was asked for. */
  heldUntilMs: number;
}

export async function launch(): Promise<Browser> {
  const { chromiumLaunchOptions } = await import('../../scripts/chromium.mjs');
  return chromium.launch(await chromiumLaunchOptions());
}

/** Counts in every page what the page does. React tells its developer tools of each commit, in production too. */
function count() {
  const activity = { commits: 0, mutations: 0, longTasks: 0, heldUntilMs: 0 };
  Object.assign(window, {
    activity,
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      renderers: new Map(),
      inject: () => 1,
      checkDCE() {},
      onCommitFiberUnmount() {},
      onPostCommitFiberRoot() {},
      onCommitFiberRoot() {
        activity.commits += 1;
      },
    },
  });
  new MutationObserver(found => {
    activity.mutations += found.length;
  }).observe(document, { childList: true, subtree: true, characterData: true });
  new PerformanceObserver(list => {
    for (const { startTime, duration } of list.getEntries()) {
      activity.longTasks += 1;
      activity.heldUntilMs = startTime + duration;
    }
  }).observe({ type: 'longtask' });
}

export async function activitySince(page: Page): Promise<Activity> {
  return page.evaluate(() => {
    const { activity } = window as any;
    const now = { ...activity };
    for (const key of Object.keys(activity)) activity[key] = 0;
    return now;
  });
}

/** A browser of somebody who is signed in, with nothing in its cache. `scripts` fills with what is loaded: address to compressed bytes. */
export async function freshPage(browser: Browser, user: string) {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
  });
  const page = await context.newPage();
  await page.addInitScript(
    ref => localStorage.setItem('example-portal.signed-in-as', ref),
    user,
  );
  await page.addInitScript(count);
  const scripts = new Map<string, number>();
  const reading: Promise<void>[] = [];
  page.on('response', response => {
    if (response.request().resourceType() !== 'script') return;
    reading.push(
      response.body().then(body => {
        scripts.set(response.url(), gzipSync(body).length);
      }),
    );
  });
  return {
    page,
    async scripts() {
      await Promise.all(reading);
      return scripts;
    },
    close: () => context.close(),
  };
}

/** Until the page has that text. @returns when, in milliseconds since the document was asked for */
export async function untilShown(page: Page, text: string): Promise<number> {
  const handle = await page.waitForFunction(
    wanted => document.body?.textContent?.includes(wanted) && performance.now(),
    text,
    { polling: 'raf', timeout: 60_000 },
  );
  return (await handle.jsonValue()) as number;
}

/** Goes to another page as a link does, without loading the portal anew. @returns when, as `untilShown` does */
export async function follow(page: Page, path: string): Promise<number> {
  return page.evaluate(to => {
    const began = performance.now();
    window.history.pushState(null, '', to);
    window.dispatchEvent(new PopStateEvent('popstate', { state: null }));
    return began;
  }, path);
}

export const address = (path: string) => `${PORTAL}${path}`;
