import { BrowserContext } from '@playwright/test';
import { pagesOf } from './pages';
import {
  apiAs,
  test as base,
  expect,
  expectAccessibleInBoth,
  signIn,
  waitForExamples,
} from './portal';

/** One browser for all pages: whoever reads on has the app in the cache already, and is signed in. */
const test = base.extend<object, { reader: BrowserContext }>({
  reader: [
    async ({ browser }, use, { project }) => {
      const context = await browser.newContext(project.use);
      const page = await context.newPage();
      await signIn(page, 'Viktor Sand');
      await page.close();
      await use(context);
      await context.close();
    },
    { scope: 'worker' },
  ],
  context: ({ reader }, use) => use(reader),
  page: async ({ context }, use) => {
    const page = await context.newPage();
    await use(page);
    await page.close();
  },
});

test.beforeAll(({ request }) => waitForExamples(request));

const pages = pagesOf({
  full: 'card-fraud-detection',
  changed: 'alert-triage',
  empty: 'meeting-notes',
});

for (const [name, path, ready] of pages) {
  test(`axe finds nothing, light and dark: ${name}`, async ({ page }) => {
    await page.goto(path);
    await expect(
      page.getByRole('heading', { name: ready, exact: true }).last(),
    ).toBeVisible();
    await expectAccessibleInBoth(
      page,
      path.startsWith('/ai-governance') ? 'article' : 'main',
    );
  });
}

// its record has an id of its own in each database
test('axe finds nothing, light and dark: a whole case', async ({
  page,
  request,
}) => {
  const api = await apiAs(request, 'user:default/viktor.sand');
  const name = 'support-reply-drafts';
  const response = await api.get(`/subjects/aisystem/default/${name}/cases`);
  const [{ id, title }] = (await response.json()).items;
  await page.goto(`/catalog/default/aisystem/${name}/assurance?case=${id}`);
  await expect(
    page.getByRole('heading', { name: `Case: ${title}` }),
  ).toBeVisible();
  await expectAccessibleInBoth(page, 'main');
});
