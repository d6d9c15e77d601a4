import { Page } from '@playwright/test';
import {
  apiAs,
  expect,
  signIn,
  tabTo,
  test,
  waitForExamples,
  wakeSignals,
} from './portal';

const system = '/catalog/default/aisystem/overdraft-warnings';
const team = '/ai-governance/teams/default/credit-risk';

test.beforeAll(async ({ request, baseURL }) => {
  await waitForExamples(request);
  await wakeSignals(baseURL!);
});

const tab = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'Content navigation' })
    .getByRole('link', { name });
const write = (page: Page, field: string, text: string) =>
  page.getByRole('textbox', { name: field, exact: true }).fill(text);
const first = (page: Page) =>
  page.getByRole('region', { name: 'What to do first' });

test('an owner writes the intended use, assesses the risk and logs a change, and the scorecard of the team moves', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await signIn(page, 'Lena Fischer', team);
  await expect(page.getByText('79 % · 51 of 64 hold').first()).toBeVisible();
  await page.getByRole('link', { name: 'Overdraft warnings' }).click();

  await expect(
    first(page).getByRole('heading', { name: 'Intended use documented' }),
  ).toBeVisible();
  await expect(page.getByText('51 % · 14 of 27 hold')).toBeVisible();

  // somebody else of the team has the page open meanwhile, and does nothing to it from here on
  const watching = await context.newPage();
  await watching.goto(system);
  await expect(watching.getByText('51 % · 14 of 27 hold')).toBeVisible();
  const loads: string[] = [];
  watching.on('framenavigated', frame => loads.push(frame.url()));

  await test.step('intended use', async () => {
    await first(page)
      .getByRole('button', { name: 'Write the intended use' })
      .click();
    await write(page, 'Purpose', 'Warn customers **before** an overdraft.');
    await page
      .getByRole('tablist', { name: 'Purpose: write or preview' })
      .getByRole('tab', { name: 'Preview' })
      .click();
    await expect(page.locator('strong', { hasText: 'before' })).toBeVisible();
    await write(page, 'Intended users', 'Customers with the app.');
    await write(page, 'In scope', '- Current accounts');
    await write(page, 'Out of scope', '- Refusing a payment');
    await write(page, 'Limitations', 'Misses payments made once a year.');
    await write(page, 'Assumptions', 'Balances are at most an hour old.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Revision 1 by')).toBeVisible();
  });
  await expect(watching.getByText('62 % · 17 of 27 hold')).toBeVisible();

  await test.step('risk', async () => {
    await tab(page, 'Risk').click();
    await page
      .getByRole('main')
      .getByRole('button', { name: 'Assess the risk' })
      .click();
    await page.getByRole('button', { name: 'Add scenario' }).click();
    await write(page, 'Id', 'false-alarm');
    await write(page, 'Scenario', 'Customers stop trusting the warnings');
    await page.getByRole('combobox', { name: 'Category' }).selectOption({
      label: 'Accuracy',
    });
    const inherent = page.getByRole('group', { name: /^Inherent risk/ });
    const rate = (dimension: string, value: string) =>
      inherent
        .getByRole('radiogroup', { name: dimension })
        .getByRole('radio', { name: value })
        .check();
    await rate('Likelihood', '3');
    await rate('Individuals', '2');
    await rate('Society', '1');
    await rate('Business', '2');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Matrix' })).toBeVisible();
    await expect(
      page.getByText('Customers stop trusting the warnings').first(),
    ).toBeVisible();
  });
  await expect(watching.getByText('70 % · 21 of 30 hold')).toBeVisible();

  await test.step('change', async () => {
    await tab(page, 'Changes').click();
    await page.getByRole('button', { name: 'Log a change' }).click();
    await page
      .getByRole('combobox', { name: 'What changed' })
      .selectOption({ label: 'Model' });
    await write(page, 'Title', 'Forecast 1.0');
    await write(page, 'From', 'balance-forecast 0.9');
    await write(page, 'To', 'balance-forecast 1.0');
    await write(page, 'Why', 'Knows of standing orders.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Forecast 1.0').first()).toBeVisible();
  });
  // a material change asks for another look at both documents
  await expect(watching.getByText('60 % · 18 of 30 hold')).toBeVisible();
  await expect(
    watching
      .getByText('Not assessed since the material change “Forecast 1.0”.')
      .first(),
  ).toBeVisible();
  expect(loads).toEqual([]);

  await page.goto(team);
  await expect(page.getByText('82 % · 55 of 67 hold').first()).toBeVisible();
});

for (const told of ['while writing', 'when saving'] as const) {
  test(`two people who edit at once: the second is told ${told}, sees the difference and loses nothing`, async ({
    page,
    request,
    complaints,
  }) => {
    const name =
      told === 'while writing'
        ? 'card-limit-proposals'
        : 'collections-priority';
    if (told === 'when saving') {
      // no signal arrives, so that it is the ledger that refuses
      await page.routeWebSocket(/signals/, () => {});
    }
    await signIn(
      page,
      'Lena Fischer',
      `/catalog/default/aisystem/${name}/intended-use`,
    );
    const content = page.getByRole('main');
    await expect(content.getByText('Revision 1 by')).toBeVisible();
    await content.getByRole('button', { name: 'Edit', exact: true }).click();
    await write(page, 'Limitations', 'What Lena has found.');

    const other = await apiAs(request, 'user:default/priya.raman');
    const records = `/subjects/aisystem/default/${name}/records`;
    const { items } = await (
      await other.get(`${records}?type=intended-use`)
    ).json();
    const response = await other.post(records, {
      type: 'intended-use',
      data: { ...items[0].data, guidance: 'What Priya has added.' },
      recordId: items[0].recordId,
      baseRevision: 1,
      materiality: 'material',
    });
    expect(response.status()).toBe(201);

    if (told === 'when saving') {
      await page.getByRole('button', { name: 'Save', exact: true }).click();
    }
    const alert = page.getByRole('alert').filter({ hasText: 'meanwhile' });
    await expect(alert).toContainText('wrote revision 2');
    await expect(alert).toContainText('Only they changed this.');
    await expect(alert).toContainText('Only you changed this.');
    await expect(
      page.getByRole('textbox', { name: 'Limitations', exact: true }),
    ).toHaveValue('What Lena has found.');
    await alert
      .getByRole('button', { name: 'Take theirs: Guidance for users' })
      .click();
    if (told === 'while writing') {
      await page
        .getByRole('button', { name: 'Compare with revision 2' })
        .click();
      await expect(alert).toBeFocused();
    }
    await page
      .getByRole('button', { name: 'Save on top of revision 2' })
      .click();
    await expect(page.getByText('Revision 3 by')).toBeVisible();
    await expect(page.getByText('What Lena has found.')).toBeVisible();
    await expect(page.getByText('What Priya has added.')).toBeVisible();

    if (told === 'when saving') {
      // the browser itself reports the refusal, which is what was to come
      expect(complaints).toEqual([expect.stringContaining('409 (Conflict)')]);
      complaints.length = 0;
    }
  });
}

test('who does not own a system reads it and is told who writes', async ({
  page,
}) => {
  await signIn(
    page,
    'Miriam Cohen',
    '/catalog/default/aisystem/card-fraud-detection/risk',
  );
  const content = page.getByRole('main');
  await expect(
    content.getByText('You may not write here').first(),
  ).toBeVisible();
  await expect(
    content.getByRole('button', { name: 'Edit', exact: true }).first(),
  ).toBeDisabled();
});

test('the inventory is found, filtered and downloaded', async ({ page }) => {
  await signIn(page, 'Miriam Cohen', '/ai-governance');
  await page.getByRole('tab', { name: 'Inventory' }).click();
  const table = page.getByRole('table', { name: 'AI systems' });
  await expect(
    table.getByRole('link', { name: 'Card fraud detection' }),
  ).toBeVisible();
  await page.getByRole('searchbox').fill('Meeting');
  await expect(
    table.getByRole('link', { name: 'Meeting notes' }),
  ).toBeVisible();
  await expect(
    table.getByRole('link', { name: 'Card fraud detection' }),
  ).toHaveCount(0);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const csv = Buffer.concat(chunks).toString('utf8');
  expect(csv).toContain('Meeting notes');
  expect(csv).not.toContain('Card fraud detection');
});

test('from the heat map to what does not hold, with the keyboard alone', async ({
  page,
}) => {
  await signIn(page, 'Jorge Almeida', '/ai-governance');
  const cell = page.getByRole('link', { name: /^Workplace Tools, Risk:/ });
  await expect(cell).toBeVisible();
  await tabTo(page, cell, 200);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Meeting notes' })).toBeVisible();

  // and by the controls of one family
  await page.goBack();
  await page
    .getByRole('link', { name: 'Documentation: show its controls' })
    .press('Enter');
  await page
    .getByRole('link', { name: /^Workplace Tools, DOC-01 .*: 0 %, 1 open$/ })
    .press('Enter');
  await expect(page).toHaveURL(/control=DOC-01/);
  await expect(page.getByRole('link', { name: 'Meeting notes' })).toBeVisible();
});

test('the pages of a service and of a team show the AI behind them', async ({
  page,
}) => {
  await signIn(
    page,
    'Sam Okafor',
    '/catalog/default/component/card-authorisation',
  );
  const content = page.getByRole('main');
  await expect(
    content.getByRole('link', { name: 'Card fraud detection' }).first(),
  ).toBeVisible();
  await page.goto('/catalog/default/group/fraud-operations');
  await expect(content.getByText('72 % · 26 of 36 hold').first()).toBeVisible();
});
