import { Page } from '@playwright/test';
import {
  apiAs,
  asUser,
  choose,
  dayFromNow,
  expect,
  expectAccessible,
  expectOnCard,
  fill,
  group,
  moveClock,
  none,
  pick,
  region,
  register,
  signIn,
  test,
  waitForExamples,
} from './portal';

// "Vendor and cloud AI: where governance often breaks": a feature that a product switched on by itself, brought in order step by step.

test.use({ baseURL: 'http://localhost:7108' });
test.describe.configure({ timeout: 240_000 });

test.beforeAll(({ request }) => waitForExamples(request));

const system = '/catalog/default/aisystem/webinar-recaps';
const subject = 'aisystem/default/webinar-recaps';

const writeAssessment = async (page: Page) => {
  await page.goto(`${system}/documents`);
  await page
    .getByRole('link', { name: /^(Write|Edit): Vendor assessment$/ })
    .or(page.getByRole('button', { name: /^(Write|Edit): Vendor assessment$/ }))
    .click();
};
const save = async (page: Page, revision: number) => {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(`Revision ${revision} by`)).toBeVisible();
};

test('a feature that a vendor switched on by itself is found, judged and brought in order', async ({
  page,
  request,
}) => {
  await test.step('its user registers it, and what she does not know is open', async () => {
    await signIn(page, 'Ines Duarte', '/ai-governance/register');
    await page.getByLabel('Name *', { exact: true }).fill('Webinar recaps');
    await fill(page, 'Purpose', 'Recaps of webinars for who missed them.');
    await page
      .getByRole('checkbox', { name: /Transcribing and summarising/ })
      .check();
    await page.getByLabel('What it is *').selectOption('embedded-feature');
    await none(page, /^What it influences/);
    await page
      .getByRole('group', { name: /Whether people interact/ })
      .getByRole('checkbox', { name: /wrote or drew/ })
      .check();
    await choose(page, 'How its data is classified', 'Internal');
    await none(page, /^Which kinds of data/);
    await none(page, /Annex III/);
    await none(page, /Art. 5/);
    await choose(page, 'Where it comes from', 'A feature of something bought');
    await fill(page, 'Vendor', 'Confera');
    // the policy lists the vendor, and another product of it
    await fill(page, 'Product', 'Confera Notes');
    await choose(page, 'Who switched it on', 'The vendor, by itself');
    await pick(page, 'Accountable leader', 'user:default/oliver.brandt');
    await register(page, system);
    await expectOnCard(page, {
      'POL-02': [
        'Fail',
        'does not list the product Confera Notes of Confera, but: Confera Meetings',
      ],
      'VEN-01': 'Not reported',
      'VEN-02': 'Not reported',
      'VEN-03': 'Not reported',
      'VEN-04': 'Not applicable',
      'VEN-05': 'Not reported',
      'VEN-06': 'Not reported',
    });
    await expectAccessible(page, 'article');
  });

  await test.step('it belongs to the product that the policy lists', async () => {
    await region(page, 'Registration')
      .getByRole('button', { name: 'Edit' })
      .click();
    await expect(
      page.getByRole('combobox', { name: 'Who switched it on' }),
    ).toHaveValue('vendor');
    await fill(page, 'Product', 'Confera Meetings');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`${system}$`), {
      timeout: 60_000,
    });
    await expectOnCard(page, {
      'POL-02': ['Pass', 'allows Confera for public, internal data'],
    });
  });

  await test.step('the vendor is assessed with what is known on the first day', async () => {
    await writeAssessment(page);
    await fill(page, 'Product', 'Confera Meetings');
    await page.getByRole('button', { name: 'Add data' }).click();
    await choose(page, 'Classification', 'Internal');
    await fill(page, 'What', 'What was said in webinars');
    await choose(group(page, 'Prompts'), 'How long', 'Unknown');
    await choose(group(page, 'Outputs'), 'How long', 'Known');
    await group(page, 'Outputs').getByLabel('Days').fill('30');
    await choose(group(page, 'Logs'), 'How long', 'Unknown');
    await choose(page, /^Our data trains models/, 'Unknown');
    await page.getByRole('button', { name: 'Add feature' }).click();
    await fill(page, 'Feature', 'Recaps');
    await choose(page, 'What was done', 'Open');
    await save(page, 1);
    await page.goto(system);
    await expectOnCard(page, {
      'VEN-01': 'Pass',
      'VEN-02': [
        'Fail',
        'It is not known how long the vendor keeps prompts, logs.',
      ],
      'VEN-03': ['Fail', 'It is not known whether the vendor trains'],
      'VEN-05': 'Not reported',
      'VEN-06': 'Not reported',
    });
  });

  await test.step('the vendor answers, and training is switched off; procurement has not cleared it yet', async () => {
    await writeAssessment(page);
    for (const kept of ['Prompts', 'Logs']) {
      await choose(group(page, kept), 'How long', 'Known');
      await group(page, kept).getByLabel('Days').fill('14');
    }
    await choose(page, /^Our data trains models/, 'Opted out');
    const checkpoint = group(page, 'Procurement checkpoint');
    await choose(checkpoint, 'Result', 'Not passed');
    await checkpoint
      .getByLabel('Who decided')
      .fill('group:default/ai-governance-office');
    await page.keyboard.press('Escape');
    await checkpoint.getByLabel(/^On\b/).fill(dayFromNow(0));
    await save(page, 2);
    await page.goto(system);
    await expectOnCard(page, {
      'VEN-01': 'Pass',
      'VEN-02': ['Pass', 'prompts 14, outputs 30, logs 14'],
      'VEN-03': ['Pass', 'is switched off'],
      'VEN-05': ['Fail', 'was not passed'],
    });
  });

  await test.step('it gets at more than was approved', async () => {
    await page.goto(`${system}/assurance`);
    const connectors = region(page, 'Connectors');
    await ask(page, ['calendar.read']);
    await asUser(page, 'Oliver Brandt', `${system}/assurance`);
    await approve(page);

    await asUser(page, 'Ines Duarte', `${system}/assurance`);
    await connectors
      .getByRole('button', { name: 'Report what it is now: Calendars' })
      .click();
    await choose(connectors, 'Status', 'Connected');
    await connectors.getByRole('button', { name: 'Add scope' }).click();
    await connectors
      .getByRole('textbox', { name: /^Scope/ })
      .last()
      .fill('contacts.read');
    await connectors.getByRole('button', { name: 'Report it' }).click();
    await expect(page.getByText('Connector reported.').first()).toBeVisible();
    await page.goto(system);
    await expectOnCard(page, {
      'VEN-04': [
        'Fail',
        'reaches more than was approved: “Calendars” (the scope contacts.read)',
      ],
    });
  });

  await test.step('what it reaches is asked for, and approved by who answers for it', async () => {
    await page.goto(`${system}/assurance`);
    await ask(page, ['calendar.read', 'contacts.read']);
    await asUser(page, 'Oliver Brandt', `${system}/assurance`);
    await approve(page);
    await page.goto(system);
    await expectOnCard(page, { 'VEN-04': 'Pass' });
  });

  const ahead = await moveClock(0);
  await test.step('procurement clears it, on evidence that lasts forty days', async () => {
    await asUser(page, 'Ines Duarte', system);
    await writeAssessment(page);
    const checkpoint = group(page, 'Procurement checkpoint');
    await choose(checkpoint, 'Result', 'Passed');
    await page.getByRole('button', { name: 'Add evidence' }).click();
    await choose(page, 'Kind', 'Soc 2');
    await page.getByLabel('Issued').fill(dayFromNow(-300));
    await page.getByLabel('Expires').fill(dayFromNow(ahead + 40));
    await save(page, 3);
    await page.goto(system);
    await expectOnCard(page, { 'VEN-05': 'Pass', 'VEN-06': 'Pass' });
  });

  await test.step('nobody does anything, and it has expired', async () => {
    await moveClock(41);
    await expectOnCard(page, {
      'VEN-06': ['Expired', 'Evidence of the vendor that has expired: SOC 2'],
    });
    const api = await apiAs(request, 'user:default/jorge.almeida');
    const { results } = await (await api.get(`/subjects/${subject}`)).json();
    expect(
      results.find((r: { controlId: string }) => r.controlId === 'VEN-06'),
    ).toMatchObject({ state: 'expired' });
  });

  await test.step('the report of the next year is there', async () => {
    await writeAssessment(page);
    await page.getByRole('button', { name: 'Evidence 1' }).click();
    await page.getByLabel('Issued').fill(dayFromNow(0));
    await page.getByLabel('Expires').fill(dayFromNow(ahead + 400));
    await save(page, 4);
    await page.goto(system);
    await expectOnCard(page, {
      'VEN-01': 'Pass',
      'VEN-02': 'Pass',
      'VEN-03': 'Pass',
      'VEN-04': 'Pass',
      'VEN-05': 'Pass',
      'VEN-06': 'Pass',
      'POL-02': 'Pass',
    });
  });
});

/** Asks for approval of what reaches the calendars, with these rights. */
async function ask(page: Page, scopes: string[]) {
  const connectors = region(page, 'Connectors');
  await connectors
    .getByRole('button', { name: 'Ask for approval of a connector' })
    .click();
  const form = connectors.getByRole('group', {
    name: 'Ask for approval of a connector',
  });
  await fill(form, 'Connected to', 'Calendars');
  await choose(form, 'Kind', 'Api');
  await form.getByRole('button', { name: 'Add classification' }).click();
  await choose(form, /^Classification/, 'Internal');
  for (const scope of scopes) {
    await form.getByRole('button', { name: 'Add scope' }).click();
    await form
      .getByRole('textbox', { name: /^Scope/ })
      .last()
      .fill(scope);
  }
  await fill(form, 'What it is for', 'To know who was there.');
  await form.getByRole('button', { name: 'Ask for the connector' }).click();
  await expect(connectors.getByText('Waits for a decision')).toBeVisible();
}

/** Approves the connector that waits. */
async function approve(page: Page) {
  const connectors = region(page, 'Connectors');
  await connectors.getByRole('button', { name: 'Decide: Calendars' }).click();
  const form = connectors.getByRole('group', { name: 'Decide: Calendars' });
  await choose(form, 'Decision', 'Approve');
  await form.getByRole('button', { name: 'Record the decision' }).click();
  await expect(connectors.getByText('Waits for a decision')).toHaveCount(0);
}
