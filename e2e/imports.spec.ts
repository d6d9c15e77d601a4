import {
  apiAs,
  expect,
  expectAccessible,
  expectAccessibleInBoth,
  signIn,
  test,
  waitForExamples,
} from './portal';

// Its five AI systems are there from here on, in what every later file counts.

const path = '/ai-governance/inventory/imports';

test.beforeAll(({ request }) => waitForExamples(request));

test('what became of an imported register is shown to who may see it', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  await signIn(page, 'Priya Raman', '/ai-governance/inventory');
  await page.getByRole('button', { name: 'Imports' }).click();
  const register = page.getByRole('region', { name: 'own', exact: true });
  await expect(register.getByText('register.csv · not read yet')).toBeVisible();
  await expect(register.getByRole('table')).toHaveCount(0);

  const admin = await apiAs(request, 'user:default/priya.raman');
  const started = await admin.post(
    '/../catalog/.backstage/scheduler/v1/tasks/ai-system-register%3Aown/trigger',
  );
  expect(started.status(), await started.text()).toBe(200);
  await expect(async () => {
    await page.reload();
    await expect(register.getByText(/^register.csv · taken /)).toBeVisible({
      timeout: 5_000,
    });
  }).toPass();

  // counted by hand in examples/own-register/register.csv
  const terms = register.getByRole('term');
  await expect(terms).toHaveText([
    'Rows',
    'Taken',
    'Refused',
    'Doubtful',
    'Groups made',
  ]);
  await expect(register.getByRole('definition')).toHaveText([
    '6',
    '5',
    '1',
    '1',
    '10',
  ]);
  const rows = register
    .getByRole('table', { name: 'What was refused or not understood of own' })
    .locator('tbody tr');
  await expect(rows).toHaveText([
    /^5Refusedis the same AI system as line 4 by Tool \(1\), Division \(2\), Team \(3\); that one was takenThe row$/,
    /^7Doubtful"maybe" is in no list of spellingsState \(4\)$/,
  ]);
  await expectAccessibleInBoth(page, 'article');
  await register
    .getByRole('combobox', { name: 'Show' })
    .selectOption('doubtful');
  await expect(rows).toHaveCount(1);

  await test.step('the health says that rows were refused, and all else is well', async () => {
    await page.goto('/ai-governance/inventory');
    await page.getByRole('button', { name: 'Health' }).click();
    const own = page.getByRole('region', { name: 'Import of own' });
    await expect(own).toContainText('Needs attention');
    await expect(own).toContainText('5 became AI systems and 1 did not');
    await expect(
      page.getByRole('region', { name: 'Reading the catalog' }),
    ).toContainText('The catalog is read as it should be.');
    await expectAccessibleInBoth(page, 'article');
  });

  await test.step('what was taken is governed', async () => {
    await expect(async () => {
      const { items } = await (
        await admin.get('/subjects?q=Door%20camera')
      ).json();
      expect(items).toEqual([
        expect.objectContaining({
          title: 'Door camera',
          owner: 'group:default/facilities.sites',
        }),
      ]);
    }).toPass();
    await page.getByRole('link', { name: 'All AI systems' }).click();
    await page.getByRole('searchbox').fill('Door camera');
    await page.getByRole('link', { name: 'Door camera' }).click();
    await expect(
      page.getByRole('heading', { name: 'Door camera' }).first(),
    ).toBeVisible();
  });
});

test('who may not see imports is not offered them, and told so at the address', async ({
  page,
  request,
}) => {
  await signIn(page, 'Lena Fischer', '/ai-governance/inventory');
  await expect(page.getByText(/Catalog read/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Imports' })).toHaveCount(0);
  await page.goto(path);
  await expect(page.getByText('You may not see the imports')).toBeVisible();
  await expectAccessible(page, 'article');

  const owner = await apiAs(request, 'user:default/lena.fischer');
  const answer = await owner.get('/../catalog/ai-system/imports');
  expect(answer.status()).toBe(403);
  expect(await answer.text()).not.toContain('register.csv');
});
