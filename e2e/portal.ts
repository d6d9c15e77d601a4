import { AxeBuilder } from '@axe-core/playwright';
import {
  APIRequestContext,
  test as base,
  expect,
  Locator,
  Page,
} from '@playwright/test';

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
  await expect(async () => {
    const api = await apiAs(request, 'user:default/priya.raman');
    const last = '/subjects/aisystem/default/support-reply-drafts';
    const posture = await (await api.get(last)).json();
    expect(posture.counts?.pass).toBe(32);
    const { totalItems } = await (await api.get('/subjects')).json();
    // and more once imports.spec.ts has run
    expect(totalItems).toBeGreaterThanOrEqual(16);
  }).toPass({ timeout: 90_000 });
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

/** Nothing that axe finds, in our content: the portal's own frame is Backstage's. */
export async function expectAccessible(page: Page, content: string) {
  await expect(page.locator(content).first()).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page })
    .include(content)
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(n => n.html)}`),
  ).toEqual([]);
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
    get: (path: string) =>
      request.get(`/api/ai-governance${path}`, { headers }),
    post: (path: string, data?: object) =>
      request.post(`/api/ai-governance${path}`, { headers, data }),
  };
}
