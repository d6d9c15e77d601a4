import {
  apiAs,
  expect,
  expectAccessible,
  expectAccessibleInBoth,
  moveClock,
  signIn,
  test,
  waitForExamples,
} from './portal';

// After the others of the portal with the moved clock: it goes on by months here.

test.use({ baseURL: 'http://localhost:7108' });
test.describe.configure({ timeout: 240_000 });

test.beforeAll(({ request }) => waitForExamples(request));

const dayMs = 24 * 60 * 60 * 1000;

test('a past day is chosen, read through the pages and left again', async ({
  page,
  request,
}) => {
  const ahead = await moveClock(70);
  const api = await apiAs(request, 'user:default/viktor.sand');
  // at the end of this day everything was there already, and less had run out
  const day = new Date(Date.now() + (ahead - 65) * dayMs)
    .toISOString()
    .slice(0, 10);
  const overdueNow = async () =>
    (await (await api.get('/scorecards/organization')).json()).overdue;
  const line = (overdue: number) =>
    page.getByRole('link', { name: `Overdue: ${overdue}` });
  await signIn(page, 'Viktor Sand', '/ai-governance/teams');
  await expect(line(await overdueNow())).toBeVisible();
  await expect(page.getByText(/As it was on/)).toHaveCount(0);
  // a month ago there was something to compare with
  await expect(page.getByText(/as many as on/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Show as a table' }).click();
  await expect(
    page.getByRole('button', { name: /^Show \w+ \d+, \d+$/ }).first(),
  ).toBeVisible();
  await expectAccessibleInBoth(page, 'article');

  await page.getByLabel('As of').fill(day);
  await expect(page.getByText(/As it was on/)).toBeVisible();
  const asOf = new URL(page.url()).searchParams.get('asOf')!;
  const then = async (path: string) =>
    (
      await api.get(
        `${path}${path.includes('?') ? '&' : '?'}asOf=${encodeURIComponent(
          asOf,
        )}`,
      )
    ).json();
  const organization = await then('/scorecards/organization');
  expect(organization.subjects).toBeGreaterThan(0);
  expect(organization.overdue).not.toBe(await overdueNow());
  await expect(line(organization.overdue)).toBeVisible();
  await expectAccessibleInBoth(page, 'article');

  await page
    .getByRole('table', { name: 'Teams and what holds, by control family' })
    .getByRole('link', { name: 'Credit Risk', exact: true })
    .click();
  await expect(
    page.getByRole('heading', { name: 'Credit Risk', exact: true }),
  ).toBeVisible();
  await expect(page.getByText(/As it was on/)).toBeVisible();
  const team = await then('/scorecards/teams/default/credit-risk');
  await expect(
    page.getByRole('link', { name: `AI systems: ${team.subjects}` }),
  ).toBeVisible();

  await page
    .getByRole('link', { name: `AI systems: ${team.subjects}` })
    .click();
  await expect(page).toHaveURL(/\/inventory\?.*asOf=/);
  await expect(page.getByText(/As it was on/)).toBeVisible();
  const list = await then('/subjects?team=group:default/credit-risk');
  await expect(
    page.getByText(`1–${list.totalItems} of ${list.totalItems}`),
  ).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await expectAccessibleInBoth(page, 'article');

  await page
    .getByRole('link', { name: list.items[0].title, exact: true })
    .click();
  await expect(
    page.getByText(/As it was on .* profile, approval and results/),
  ).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // the catalog's own cards keep some of the colours before, until the page is opened anew
    await page.reload();
    await expect(page.getByText(/As it was on/)).toBeVisible();
    await expectAccessible(page, 'main');
  }
  await page.goBack();

  await page.getByRole('button', { name: 'Back to now' }).click();
  await expect(page.getByText(/As it was on/)).toHaveCount(0);
  expect(new URL(page.url()).searchParams.has('asOf')).toBe(false);
  await expect(
    page.getByRole('checkbox', { name: /Choose|Select/ }).first(),
  ).toBeVisible();
});
