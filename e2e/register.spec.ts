import {
  apiAs,
  expect,
  expectAccessible,
  expectAccessibleInBoth,
  none,
  signIn,
  test,
  waitForExamples,
} from './portal';

// What it registers is in what every later file counts.

test.beforeAll(({ request }) => waitForExamples(request));

test('a bought tool is registered without a repository, by whoever uses it', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  await signIn(page, 'Ines Duarte', '/ai-governance/inventory');
  await page.getByRole('button', { name: 'Register an AI system' }).click();
  await expect(
    page.getByRole('heading', { name: 'Register an AI system' }),
  ).toBeVisible();

  // first: the portal begins a page anew when the colours change
  await expectAccessibleInBoth(page, 'article');

  await test.step('what is there already is shown first', async () => {
    await page
      .getByLabel('Name *', { exact: true })
      .fill('Notes of agency calls');
    await expect(page.getByText('Is it one of these?')).toBeVisible();
    await expect(
      page.getByRole('link', { name: 'Meeting notes' }),
    ).toBeVisible();
    await expect(page.getByLabel('Name in the catalog *')).toHaveValue(
      'notes-of-agency-calls',
    );
  });

  const preview = page.getByRole('complementary', {
    name: 'What follows from it',
  });
  await test.step('the tier follows the answers', async () => {
    await expect(preview.getByText('5 questions are open')).toBeVisible();
    await expect(preview.getByRole('heading', { name: 'Tier:' })).toHaveText(
      'Tier: High',
    );
    await none(page, /^What it influences/);
    await page
      .getByLabel('How its data is classified')
      .selectOption('internal');
    await none(page, /Annex III/);
    await none(page, /Art. 5/);
    await page
      .getByRole('group', { name: /Whether people interact/ })
      .getByRole('checkbox', { name: /wrote or drew/ })
      .check();
    await expect(preview.getByRole('heading', { name: 'Tier:' })).toHaveText(
      'Tier: Limited',
    );
    await expect(
      preview.getByRole('region', { name: 'What will be needed' }),
    ).toContainText('bronze');
  });

  await test.step('it is sent, and its page opens', async () => {
    await page.getByLabel('What it is *').selectOption('embedded-feature');
    await page
      .getByRole('combobox', { name: 'Where it comes from' })
      .selectOption('vendor-feature');
    await page.getByRole('textbox', { name: 'Vendor' }).fill('Confera');
    // her own team is proposed, as the only one that she is in
    await expect(page.getByLabel('Owner team *')).toHaveValue(
      'group:default/marketing',
    );
    await page.getByRole('button', { name: 'Register', exact: true }).click();
    await expect(page).toHaveURL(
      /\/catalog\/default\/aisystem\/notes-of-agency-calls$/,
      { timeout: 60_000 },
    );
    await expect(
      page.getByText('Registered in the portal: it has no repository.'),
    ).toBeVisible();
    const api = await apiAs(request, 'user:default/ines.duarte');
    const posture = await (
      await api.get('/subjects/aisystem/default/notes-of-agency-calls')
    ).json();
    expect(posture).toMatchObject({
      tier: 'limited',
      owner: 'group:default/marketing',
      may: { append: true },
    });
  });

  await test.step('how it moves to a repository is said, with the file', async () => {
    await page.getByRole('button', { name: 'Move to a repository' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('kind: AISystem');
    await expect(dialog).toContainText('owner: group:default/marketing');
    await expectAccessible(page, '[role=dialog]');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('it is edited in the same form', async () => {
    await page
      .getByRole('region', { name: 'Registration' })
      .getByRole('button', { name: 'Edit' })
      .click();
    await page.getByLabel('Purpose').fill('Sums up calls with agencies.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page).toHaveURL(/\/aisystem\/notes-of-agency-calls$/, {
      timeout: 60_000,
    });
  });
});

test('who may not register is told so', async ({ page }) => {
  await signIn(page, 'Noa Vidal', '/ai-governance/register');
  await expect(page.getByText('You may not register AI systems')).toBeVisible();
  await expectAccessible(page, 'article');
});
