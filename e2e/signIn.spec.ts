import { expect, expectAccessible, signIn, tabTo, test } from './portal';

test('who opens the portal chooses whom to sign in as, and stays that until they sign out', async ({
  page,
}) => {
  await page.goto('/');
  await expect(
    page.getByRole('heading', { name: 'Alderwick Bank' }),
  ).toBeVisible();
  const list = page.getByRole('list', { name: 'Sign in as' });
  for (const role of [
    'Engineer',
    'System owner',
    'Reviewer',
    'Auditor',
    'Administrator',
    'External partner',
  ]) {
    await expect(list.getByText(role, { exact: true }).first()).toBeVisible();
  }

  await list.getByRole('button', { name: 'Lena Fischer' }).click();
  const nav = page.getByRole('navigation', { name: 'sidebar nav' });
  await expect(nav.getByRole('link', { name: 'Catalog' })).toBeVisible();

  await page.goto('/settings');
  await expect(page.getByText('Lena Fischer').first()).toBeVisible();
  await page.reload();
  await expect(page.getByText('Lena Fischer').first()).toBeVisible();

  await page.getByTestId('user-settings-menu').click();
  await page.getByTestId('sign-out').click();
  await expect(page.getByRole('list', { name: 'Sign in as' })).toBeVisible();
});

test('the sign-in page is accessible and works with the keyboard alone', async ({
  page,
}) => {
  await page.goto('/');
  await expectAccessible(page, 'main');
  await tabTo(page, page.getByRole('button', { name: 'Jorge Almeida' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible();
});

test('an external partner finds only what their team owns in the catalog', async ({
  page,
}) => {
  await signIn(page, 'Noa Vidal', '/?filters[kind]=aisystem&filters[user]=all');
  await expect(
    page.getByRole('heading', { name: 'All AISystems (1)' }).first(),
  ).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Campaign creative' }),
  ).toBeVisible();
});

test('the catalog shows which AI a service rests on, from both ends', async ({
  page,
}) => {
  await signIn(page, 'Sam Okafor', '/catalog/default/component/card-servicing');
  await expect(
    page.getByRole('heading', { name: 'Card servicing' }),
  ).toBeVisible();
  const graph = page.getByTestId('relations-graph').or(page.locator('svg'));
  await expect(graph.getByText('Card limit proposals').first()).toBeVisible();
  await page.goto('/catalog/default/aisystem/card-limit-proposals');
  await expect(graph.getByText('Card servicing').first()).toBeVisible();
});
