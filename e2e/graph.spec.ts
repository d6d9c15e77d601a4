import { expect, signIn, test, waitForExamples } from './portal';

test.beforeAll(({ request }) => waitForExamples(request));

test('a service shows the AI below it through other services, and an AI system whom a change reaches', async ({
  page,
}) => {
  await signIn(page, 'Sam Okafor', '/catalog/default/component/mobile-banking');
  const below = page
    .getByRole('listitem')
    .filter({ hasText: /^Card limit proposals/ });
  await expect(below).toContainText(
    'Depends on Card servicing › depends on it',
  );
  await expect(below).toContainText('Tier: High');
  await below.getByRole('link', { name: 'Card limit proposals' }).click();

  const resting = page
    .getByRole('listitem')
    .filter({ hasText: /^Mobile banking \(Component, website\)/ });
  await expect(resting).toContainText(
    'Depends on Card servicing › depends on it',
  );
  await page.getByRole('link', { name: 'In the catalog graph' }).click();
  await expect(page).toHaveURL(/\/catalog-graph\?/);
  const graph = page.locator('svg');
  for (const name of [
    'Card limit proposals',
    'Card servicing',
    'Mobile banking',
  ]) {
    await expect(graph.getByText(name).first()).toBeVisible();
  }
});
