import { AxeBuilder } from '@axe-core/playwright';
import {
  APIRequestContext,
  test as base,
  expect,
  Locator,
  Page,
  request as newRequest,
} from '@playwright/test';
import { request as httpRequest } from 'node:http';

/** What the portal's own frame says on every page; nothing that we could mend. */
const frame = [
  /registered as IconComponent, which is deprecated/,
  // a page that is left before its subscription to signals stands
  /api\/signals' failed: WebSocket is closed before the connection is established/,
];

/** A browser in which whatever a page complains of in its console fails the test. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('console', message => {
        const text = message.text();
        if (
          ['error', 'warning'].includes(message.type()) &&
          !frame.some(known => known.test(text))
        ) {
          complaints.push(`${message.type()}: ${text}`);
        }
      });
      page.on('pageerror', error => complaints.push(`thrown: ${error}`));
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Waits until the example company is there whole: its records are loaded in the order of their files, this one's last. */
export async function waitForExamples(request: APIRequestContext) {
  // a busy machine needs minutes for what takes one
  test.setTimeout(320_000);
  await expect(async () => {
    const api = await apiAs(request, 'user:default/priya.raman');
    const last = '/subjects/aisystem/default/support-reply-drafts';
    const posture = await (await api.get(last)).json();
    // what passes warns and runs out as the clock is moved
    const { pass, warning, expired } = posture.counts ?? {};
    expect(pass + warning + expired).toBe(34);
    const { totalItems } = await (await api.get('/subjects')).json();
    // and more once imports.spec.ts has run
    expect(totalItems).toBeGreaterThanOrEqual(17);
  }).toPass({ timeout: 300_000 });
}

/** Chooses a person on the sign-in page, as a visitor does. */
export async function signIn(page: Page, name: string, path = '/') {
  await page.goto(path);
  await page
    .getByRole('list', { name: 'Sign in as' })
    .getByRole('button', { name })
    .click();
  await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible();
}

/** Somebody else takes the place at the same browser. */
export async function asUser(page: Page, name: string, path: string) {
  await page.evaluate(() => localStorage.clear()).catch(() => {});
  await page.context().clearCookies();
  await signIn(page, name, path);
}

export const region = (page: Page, name: string) =>
  page.getByRole('region', { name, exact: true });

/** Writes into a field, within a part of the page or anywhere. */
export const fill = (within: Page | Locator, field: string, text: string) =>
  within.getByRole('textbox', { name: field, exact: true }).fill(text);

/** Chooses from a list by what it says there. */
export const choose = (
  within: Page | Locator,
  field: string | RegExp,
  label: string,
) => within.getByRole('combobox', { name: field }).selectOption({ label });

/** A group of fields in a form. */
export const group = (within: Page | Locator, name: string) =>
  within.getByRole('group', { name, exact: true });

/** Writes a reference into a field that offers what the catalog has. */
export async function pick(within: Page | Locator, field: string, ref: string) {
  await within.getByRole('textbox', { name: field }).fill(ref);
  await within.getByRole('textbox', { name: field }).press('Escape');
}

/** Answers a question of the registration that nothing in its list applies. */
export const none = (page: Page, question: RegExp) =>
  page
    .getByRole('group', { name: question })
    .getByRole('checkbox', { name: 'None of these' })
    .check();

/** Sends a registration that is filled in, and waits until the catalog has it. */
export async function register(page: Page, system: string) {
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${system}$`), { timeout: 60_000 });
}

export const dayFromNow = (days: number) =>
  new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/**
 * The clock of governance goes forward in the portal at port 7108; what is open follows by itself.
 * @returns how many days it is ahead now
 */
export async function moveClock(days: number) {
  const context = await newRequest.newContext();
  const answer = await context.post(`http://127.0.0.1:7118/?days=${days}`);
  const ahead = Number(await answer.text()) / (24 * 60 * 60 * 1000);
  await context.dispose();
  return ahead;
}

/**
 * What the posture card of the page says of controls, as a reader finds it: every family open, also what needs nothing.
 * @param states - by id of the control the word of its state, or a part of its reason as well
 */
export async function expectOnCard(
  page: Page,
  states: Record<
    string,
    string | RegExp | [word: string, reason: string | RegExp]
  >,
) {
  const families = page.locator('[id^="family-"][aria-expanded="false"]');
  const folded = page.getByRole('button', { name: /that needs? nothing$/ });
  await expect(page.getByText('Observed in the catalog')).toBeVisible();
  await expect(async () => {
    while ((await families.count()) > 0) await families.first().click();
    for (const button of await folded.all()) {
      if ((await button.getAttribute('aria-expanded')) === 'false') {
        await button.click();
      }
    }
    for (const [control, said] of Object.entries(states)) {
      const [word, reason] = Array.isArray(said) ? said : [said];
      const row = page
        .getByRole('listitem')
        .filter({ has: page.getByText(control, { exact: true }) });
      const quick = { timeout: 1_000 };
      await expect(row.getByText(word, { exact: true })).toBeVisible(quick);
      if (reason) await expect(row).toContainText(reason, quick);
    }
  }).toPass({ timeout: 30_000 });
}

/**
 * Nothing that axe finds, in our content: the portal's own frame is Backstage's. Asked again while something is found, for a while: the
 * catalog's own cards come one after the other, and what is on its way has no name and fades in.
 */
export async function expectAccessible(
  page: Page,
  content: string,
  rules?: string[],
) {
  await expect(async () => {
    await expect(page.locator(content).first()).toBeVisible();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    const axe = new AxeBuilder({ page }).include(content);
    if (rules) axe.withRules(rules);
    const { violations } = await axe.analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(n => n.html)}`),
    ).toEqual([]);
  }).toPass({ timeout: 30_000 });
}

/** The same in the light and in the dark, where only the colours are others. */
export async function expectAccessibleInBoth(page: Page, content: string) {
  const as = async (colorScheme: 'light' | 'dark') => {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('body')).toHaveAttribute(
      'data-theme-mode',
      colorScheme,
    );
  };
  await as('light');
  await expectAccessible(page, content);
  await as('dark');
  await expectAccessible(page, content, ['color-contrast']);
}

/** Presses Tab until the element has the focus, and fails when it cannot be reached so. */
export async function tabTo(page: Page, target: Locator, most = 80) {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate(e => e === document.activeElement)) return;
  }
  throw new Error(`Not reached by ${most} presses of Tab`);
}

/** Signs in behind the scenes, for looking at what the API says. */
export async function apiAs(request: APIRequestContext, user: string) {
  const response = await request.get('/api/auth/guest/refresh', {
    headers: {
      'x-example-user': user,
      'x-requested-with': 'XMLHttpRequest',
    },
  });
  expect(response.status(), await response.text()).toBe(200);
  const { token } = (await response.json()).backstageIdentity;
  const headers = { authorization: `Bearer ${token}` };
  return {
    get: (path: string, accept = '*/*') =>
      request.get(`/api/ai-governance${path}`, {
        headers: { ...headers, accept },
      }),
    post: (path: string, data?: object) =>
      request.post(`/api/ai-governance${path}`, { headers, data }),
  };
}

/**
 * Asks for the first socket of a backend: the portal's signals never answer that one, and a browser holds the next ones back behind it. So a test of
 * pages that follow does not rest on the tests before it.
 */
export async function wakeSignals(baseURL: string) {
  await new Promise<void>(done => {
    const asked = httpRequest(`${baseURL}/api/signals`, {
      headers: { connection: 'Upgrade', upgrade: 'websocket' },
    });
    asked.on('error', () => done());
    asked.on('close', () => done());
    asked.end();
    setTimeout(() => asked.destroy(), 1000);
  });
}
