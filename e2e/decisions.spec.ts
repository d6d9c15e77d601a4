import {
  apiAs,
  asUser,
  dayFromNow,
  expect,
  expectAccessible,
  fill,
  moveClock,
  region,
  signIn,
  test,
  waitForExamples,
} from './portal';

// In the portal whose clock is moved, so that nothing that is decided here is in the counts of the others.
test.use({ baseURL: 'http://localhost:7108' });
test.describe.configure({ timeout: 120_000 });

test.beforeAll(({ request }) => waitForExamples(request));

const search = '/catalog/default/aisystem/internal-document-search';
const fraud = '/catalog/default/aisystem/card-fraud-detection';
const overdraft = '/catalog/default/aisystem/overdraft-warnings';

test('an approval is asked for, given on a condition, lapses with an edit, and is given anew', async ({
  page,
}) => {
  await test.step('it waits for the accountable leader, who decides on a condition', async () => {
    await signIn(page, 'Ruth Adler', '/ai-governance/work');
    await page
      .getByRole('button', { name: /^Decide: .*Ask Alderwick/ })
      .first()
      .click();
    const approval = region(page, 'Approval');
    await expect(
      approval.getByRole('heading', { name: 'Decide on the approval' }),
    ).toBeVisible();
    await approval
      .getByRole('combobox', { name: 'Decision' })
      .selectOption({ label: 'Approve, with conditions' });
    await approval.getByRole('button', { name: /^Add condition/i }).click();
    await fill(page, 'Condition', 'Closed documents leave the index in a day');
    await approval.getByLabel('Due').fill(dayFromNow(40));
    await fill(page, 'Note', 'Good enough to go on.');
    await approval.getByRole('button', { name: 'Record the decision' }).click();
    await expect(approval.getByText('Valid').first()).toBeVisible();
    await expect(
      approval.getByText('Closed documents leave the index in a day').first(),
    ).toBeVisible();
    await expectAccessible(page, 'main');
  });

  await test.step('its owner describes the limitations, and the approval lapses', async () => {
    await asUser(page, 'Hana Sato', `${search}/intended-use`);
    await page.getByRole('main').getByRole('button', { name: 'Edit' }).click();
    await fill(page, 'Limitations', 'Misses documents of the last hour.');
    await fill(page, 'Assumptions', 'Rights in the wiki are right.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Revision 2 by')).toBeVisible();
    await page.goto(`${search}/assurance`);
    const approval = region(page, 'Approval');
    await expect(approval.getByText('Lapsed').first()).toBeVisible();
    await expect(
      approval.getByText('Misses documents of the last hour.').first(),
    ).toBeVisible();
  });

  await test.step('its author may not decide, and is told why', async () => {
    const approval = region(page, 'Approval');
    await expect(
      approval.getByRole('button', { name: 'Approve again' }),
    ).toBeDisabled();
    await expect(
      approval.getByText(/wrote revision 2 of the intended use/).first(),
    ).toBeVisible();
    await approval.getByRole('button', { name: 'Ask for approval' }).click();
    await fill(page, 'Note', 'The limitations are written down now.');
    await approval
      .getByRole('group', { name: 'Ask for approval' })
      .getByRole('button', { name: 'Ask for approval' })
      .click();
    await expect(
      approval.getByText('Waits for a decision').first(),
    ).toBeVisible();
  });

  await test.step('who may decide sees what changed, and approves again', async () => {
    await asUser(page, 'Ruth Adler', `${search}/assurance`);
    const approval = region(page, 'Approval');
    await approval.getByRole('button', { name: 'Decide', exact: true }).click();
    await expect(
      approval.getByText('Misses documents of the last hour.').first(),
    ).toBeVisible();
    await approval
      .getByRole('combobox', { name: 'Decision' })
      .selectOption({ label: 'Approve' });
    await approval.getByRole('button', { name: 'Record the decision' }).click();
    await expect(approval.getByText('Valid').first()).toBeVisible();
  });
});

test('a risk is accepted by who has the authority for its level, and by nobody below', async ({
  page,
}) => {
  const acceptance = 'Acceptance of Customers abroad cannot pay';
  await signIn(page, 'Helen Marsh', `${fraud}/risk`);
  const decide = page.getByRole('button', { name: `Decide: ${acceptance}` });
  await expect(decide).toBeDisabled();
  await expect(
    page.getByText(/It takes the authority of/).first(),
  ).toBeVisible();

  await asUser(page, 'Miriam Cohen', `${fraud}/risk`);
  await decide.click();
  const form = page.getByRole('group', { name: `Decide: ${acceptance}` });
  await form
    .getByRole('combobox', { name: 'Decision' })
    .selectOption({ label: 'Approve' });
  await form.getByRole('button', { name: 'Record the decision' }).click();
  await expect(
    page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: acceptance }) })
      .last()
      .getByText('Valid'),
  ).toBeVisible();
});

test('an exemption is asked for, granted, counted by itself, and runs out', async ({
  page,
  context,
  request,
}) => {
  await signIn(page, 'Lena Fischer', `${overdraft}/assurance?exempt=DOC-01`);
  const exemptions = region(page, 'Exemptions');
  const ask = exemptions.getByRole('group', { name: 'Ask for an exemption' });
  await expect(ask.getByRole('combobox', { name: 'Control' })).toHaveValue(
    /DOC-01|\d/,
  );
  await ask.getByLabel('Expires').fill(dayFromNow(10));
  await fill(page, 'Reason', 'The product is not decided yet.');
  await fill(page, 'Compensating measure', 'Shown to staff only.');
  await ask.getByRole('button', { name: 'Ask for the exemption' }).click();
  await expect(
    exemptions.getByText('Waits for a decision').first(),
  ).toBeVisible();

  await asUser(page, 'Miriam Cohen', `${overdraft}/assurance`);
  await exemptions.getByRole('button', { name: /^Decide: / }).click();
  await exemptions
    .getByRole('combobox', { name: 'Decision' })
    .selectOption({ label: 'Approve' });
  await exemptions.getByRole('button', { name: 'Record the decision' }).click();
  await expect(exemptions.getByText('Valid').first()).toBeVisible();

  const counts = async () => {
    const api = await apiAs(request, 'user:default/jorge.almeida');
    const path = '/subjects/aisystem/default/overdraft-warnings';
    return (await (await api.get(path)).json()).counts;
  };
  await expect.poll(async () => (await counts()).exempt).toBe(1);
  const before = await counts();

  const watching = await context.newPage();
  await watching.goto(overdraft);
  await expect(watching.getByText('Exempt').first()).toBeVisible();
  await moveClock(11);
  // nobody did anything but wait
  await expect.poll(async () => (await counts()).exempt).toBe(0);
  expect(await counts()).toEqual({
    ...before,
    exempt: 0,
    'not-reported': before['not-reported'] + 1,
  });
  await page.reload();
  await expect(exemptions.getByText('Expired').first()).toBeVisible();
});
