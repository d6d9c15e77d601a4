import { APIRequestContext, Page } from '@playwright/test';
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

// The example scenario of what ISO/IEC 42001 is for: an assistant on internal documentation, into which employees paste details of
// customers. Intended use, guardrails, training and monitoring are put in place, and the case that comes of a breach is closed.

test.use({ baseURL: 'http://localhost:7108' });
// a busy machine needs twice what takes two minutes
test.describe.configure({ timeout: 400_000 });

test.beforeAll(({ request }) => waitForExamples(request));

const system = '/catalog/default/aisystem/policy-helper';
const guardrail = 'Names and account numbers are masked';
const measure = 'Questions with customer details';

test('an assistant into which customer details are pasted is found out, mended and approved again', async ({
  page,
  request,
}) => {
  const today = await moveClock(0);

  await test.step('its owner registers it; it is high by rule, and the page says why', async () => {
    await signIn(page, 'Aisha Karim', '/ai-governance/register');
    await answerQuestions(page);
    await register(page, system);
    await page.getByRole('button', { name: 'Why', exact: true }).click();
    await expect(
      page.getByText('The data is restricted and personal.'),
    ).toBeVisible();
    await expect(
      page.getByText(/It influences the handling of regulated data/),
    ).toBeVisible();
    await expectOnCard(page, {
      'INV-06': 'Pass',
      'DOC-01': 'Not reported',
      'DOC-02': 'Not reported',
      'DOC-05': 'Not reported',
      'RSK-01': 'Not reported',
      'OPS-01': 'Not reported',
      'OPS-03': 'Not reported',
      'OPS-07': 'Not reported',
      'PPL-01': ['Not reported', 'Bianca Rossi (Working with AI)'],
    });
  });

  await test.step('she writes what it is for, what it is not for, and its guardrails', async () => {
    await page.goto(`${system}/intended-use`);
    await page.getByRole('button', { name: 'Write the intended use' }).click();
    await fill(page, 'Purpose', 'Find what a procedure asks, with its page.');
    await fill(page, 'Intended users', 'Who speaks to customers.');
    await fill(page, 'In scope', 'Policies, procedures and wikis.');
    await fill(
      page,
      'Out of scope',
      '- Names, numbers or letters of customers in a question\n- Advice on a single customer',
    );
    await fill(page, 'Limitations', 'Does not know what changed today.');
    await fill(page, 'Assumptions', 'Each page has an owner.');
    await fill(
      page,
      'Human oversight',
      'Who asks reads the page. Knowledge managers read a sample each week, and any of them may switch it off.',
    );
    await fill(
      page,
      'Guidance for users',
      'Ask of the case, not the customer.',
    );
    await saveDocument(page, 1);
    await page.goto(`${system}/documents?type=operations&edit`);
    await fill(page, 'Overview', 'Runs in our own data centre.');
    await fill(page, 'Access', 'Everybody, by single sign-on.');
    await fill(page, 'Logging', 'Question, pages and answer.');
    await fill(page, 'Retention of logs', 'Thirty days.');
    await fill(page, 'Incidents: who acts', 'The knowledge manager on duty.');
    await fill(page, 'Incidents: how fast', 'Within an hour.');
    await fill(page, 'Incidents: who is told', 'The Data Protection Officer.');
    await fill(page, 'How to switch it off', 'Runbook CS-4.');
    await saveDocument(page, 1);
  });

  await test.step('the risk assessment begins with what the library suggests for it', async () => {
    await page.goto(`${system}/risk`);
    await page
      .getByRole('button', {
        name: 'Begin with it: What people paste in ends up where it should not',
      })
      .click();
    const inherent = page.getByRole('group', { name: /^Inherent risk/ });
    const points = { Likelihood: 4, Individuals: 3, Society: 1, Business: 3 };
    for (const [dimension, value] of Object.entries(points)) {
      await inherent
        .getByRole('radiogroup', { name: dimension })
        .getByRole('radio', { name: String(value) })
        .check();
    }
    const treatment = group(page, 'Treatment');
    await choose(treatment, 'Strategy', 'Mitigate');
    await pick(treatment, 'Owner', 'group:default/customer-support');
    await treatment.getByLabel('Due').fill(dayFromNow(today + 60));
    await saveDocument(page, 1);
    await page.goto(system);
    await expectOnCard(page, {
      'DOC-01': 'Pass',
      'DOC-02': 'Pass',
      'DOC-03': 'Pass',
      'DOC-05': 'Pass',
      'OPS-05': 'Pass',
      'OPS-07': 'Pass',
      'RSK-01': 'Pass',
      'RSK-02': 'Pass',
    });
  });

  await test.step('the office uploads who was trained, and mends a row before anything is recorded', async () => {
    await asUser(page, 'Miriam Cohen', '/ai-governance/training?show=upload');
    await lookThrough(page, 'viktor.sandt');
    await expect(
      page.getByText(
        '2 rows: 1 would be recorded, 0 already there, 1 refused.',
      ),
    ).toBeVisible();
    await expect(
      page.getByText('there is no person "viktor.sandt@alderwick.example"'),
    ).toBeVisible();
    await expectAccessible(page, 'article');
    await lookThrough(page, 'viktor.sand');
    await page.getByRole('button', { name: 'Record 2 completions' }).click();
    await expect(page.getByText('2 rows: 2 recorded')).toBeVisible();
  });

  const approval = region(page, 'Approval');
  await test.step('the owner asks for approval, and the office gives it', async () => {
    await asUser(page, 'Aisha Karim', `${system}/assurance`);
    await expect(
      region(page, 'Training').getByText('5 hold.', { exact: true }),
    ).toBeVisible();
    await askForApproval(page, 'Written, assessed, and everybody is trained.');
    await approve(page);
    await page.goto(system);
    await expectOnCard(page, {
      'OPS-01': 'Pass',
      'OPS-04': 'Not applicable',
      'PPL-01': 'Pass',
    });
  });

  await test.step('the filter before it reports what the intended use rules out', async () => {
    await report(request, [today - 7, today], 31, 'Letters were pasted.');
    await asUser(page, 'Aisha Karim', system);
    await expectOnCard(page, {
      'OPS-03': /^(Pass|Warning)$/,
      'OPS-04': ['Fail', `“${measure}”`],
    });
  });

  await test.step('the breach becomes an incident', async () => {
    await page.goto(`${system}/assurance`);
    await page
      .getByRole('button', { name: `Open an incident: ${measure}` })
      .click();
    const incidents = region(page, 'Incidents');
    await expect(
      incidents.getByRole('textbox', { name: 'What happened' }),
    ).toHaveValue(/31, above 5\n\nLetters were pasted\.$/);
    await fill(incidents, 'Title', 'Customer details in questions');
    await choose(incidents, 'Kind', 'Misuse');
    await choose(incidents, 'Severity', 'High');
    await incidents.getByLabel('Detected on').fill(dayFromNow(today));
    await fill(incidents, 'Who or what was affected', '28 customers.');
    await fill(incidents, 'Immediate action', 'The log was cleared.');
    await save(page);
    await seeCase(page, 'Incidents');
    await expect(step(page, 'Breach')).toContainText(`${measure}: 31, above 5`);
    await expect(step(page, 'Incident')).toContainText('Open');
    await expect(step(page, 'Corrective action')).toContainText('Not recorded');
  });

  await test.step('a guardrail is added, and with it the approval lapses', async () => {
    await step(page, 'Corrective action')
      .getByRole('button', { name: /^Log a change/ })
      .click();
    await choose(page, 'What changed', 'Configuration');
    await fill(page, 'Title', guardrail);
    await fill(page, 'Why', 'Letters of customers were pasted.');
    await save(page);
    await expect(step(page, 'Change')).toContainText('Material');
    await expect(step(page, 'Re-approval')).toContainText('Not approved');
    await page.goto(system);
    await expectOnCard(page, {
      'OPS-01': 'Fail',
      'OPS-02': ['Fail', guardrail],
      'OPS-04': 'Pass',
      'DOC-06': ['Fail', guardrail],
      'RSK-01': ['Fail', guardrail],
    });
    await page.goto(`${system}/assurance`);
    await expect(approval.getByText('Lapsed').first()).toBeVisible();
    await expect(approval.getByText(guardrail).first()).toBeVisible();
    await expect(
      approval.getByRole('button', { name: 'Approve again' }),
    ).toBeDisabled();
  });

  await test.step('the documents are looked at again, and the action is done', async () => {
    await page.goto(`${system}/intended-use?edit`);
    await fill(page, 'Limitations', 'Masks no address.');
    await saveDocument(page, 2);
    await page.goto(`${system}/risk?edit`);
    await fill(page, 'Summary', 'Pasting is less likely to do harm now.');
    await saveDocument(page, 2);
    await seeCase(page, 'Incidents');
    await step(page, 'Corrective action')
      .getByRole('button', { name: /^Record the action/ })
      .click();
    const actions = region(page, 'Corrective actions');
    await fill(actions, 'Title', 'No customer detail leaves the browser');
    await fill(actions, 'What is to be done', 'Mask, and say so at the field.');
    await pick(actions, 'Owner', 'group:default/customer-support');
    await save(page);
    await step(page, 'Corrective action')
      .getByRole('button', { name: /^Carry the action on/ })
      .click();
    await choose(actions, 'Status', 'Done');
    await save(page);
    await expect(step(page, 'Verification')).toContainText('Not verified');
    await step(page, 'Re-approval')
      .getByRole('button', { name: /^Ask for approval/ })
      .click();
    await sendRequest(page, 'With the guardrail.');
  });

  const later = await moveClock(6);
  await test.step('the next report is within, and an auditor says that it works', async () => {
    await report(request, [today + 1, later], 2, 'Both were masked.');
    await asUser(page, 'Jorge Almeida', `${system}/assurance`);
    await seeCase(page, 'Corrective actions');
    await step(page, 'Verification')
      .getByRole('button', { name: /^Say whether it works/ })
      .click();
    const actions = region(page, 'Corrective actions');
    await choose(actions, 'Status', 'Verified');
    await fill(actions, 'Effect', 'Two of 2,300 questions, both masked.');
    await save(page);
    await expect(step(page, 'Verification')).toContainText('Jorge Almeida');
  });

  await test.step('the owner says the cause and closes the incident', async () => {
    await asUser(page, 'Aisha Karim', `${system}/assurance`);
    await seeCase(page, 'Incidents');
    const incidents = region(page, 'Incidents');
    for (const [button, status] of [
      [/^Carry the incident on/, 'Resolved'],
      [/^Close the incident/, 'Closed'],
    ] as const) {
      await step(page, 'Incident')
        .getByRole('button', { name: button })
        .click();
      await choose(incidents, 'Status', status);
      await fill(incidents, 'Cause', 'Nothing at the field said so.');
      await save(page);
      await expect(step(page, 'Incident')).toContainText(status);
    }
  });

  await test.step('it is approved again, the case is settled and the controls hold', async () => {
    await approve(page, guardrail);
    await seeCase(page, 'Incidents');
    await expect(page.getByText('Settled', { exact: true })).toBeVisible();
    await expect(page.getByText('Nothing is missing')).toBeVisible();
    for (const [stage, said] of Object.entries({
      Breach: measure,
      Incident: 'Closed',
      'Corrective action': 'Done',
      Verification: 'Jorge Almeida',
      Change: guardrail,
      'Re-approval': 'Miriam Cohen',
    })) {
      await expect(step(page, stage)).toContainText(said);
    }
    await expectAccessible(page, 'main');
    await page.goto(system);
    await expectOnCard(page, {
      'OPS-01': 'Pass',
      'OPS-02': 'Pass',
      'OPS-03': /^(Pass|Warning)$/,
      'OPS-04': 'Pass',
      'OPS-08': 'Pass',
      'ASR-02': 'Pass',
      'DOC-06': 'Pass',
      'RSK-01': 'Pass',
      'PPL-01': 'Pass',
    });
  });
});

/** Saves the form that is open, and waits until it is closed: what is left before is a draft. */
async function save(page: Page) {
  const button = page.getByRole('button', { name: 'Save', exact: true });
  await button.click();
  await expect(button).toHaveCount(0);
}

async function saveDocument(page: Page, revision: number) {
  await save(page);
  await expect(
    page.getByText(new RegExp(`^Revision ${revision} by`)).first(),
  ).toBeVisible();
}

/** Fills in the registration of the assistant. */
async function answerQuestions(page: Page) {
  const answer = (question: RegExp, box: string | RegExp) =>
    page
      .getByRole('group', { name: question })
      .getByRole('checkbox', { name: box })
      .check();
  await page.getByLabel('Name *', { exact: true }).fill('Policy helper');
  await fill(page, 'Purpose', 'Says what a procedure asks during a call.');
  await page
    .getByRole('checkbox', { name: 'Search and answers over internal' })
    .check();
  await page.getByLabel('What it is *').selectOption('generative-assistant');
  await page.getByLabel('Stage *').selectOption('production');
  await answer(/^What it influences/, 'How regulated data is handled');
  await choose(
    page,
    'How far decisions rest on it',
    'Partly: one of several grounds',
  );
  await answer(/^Whether people interact/, /talk to it/);
  await answer(/^Whether people interact/, /wrote or drew/);
  await answer(/^Whom it reaches/, 'Other employees');
  await choose(page, 'How its data is classified', 'Restricted');
  await answer(/^Which kinds of data/, /^Personal/);
  await page.getByRole('button', { name: 'Add source' }).click();
  await pick(page, 'Source 1', 'resource:default/policy-documents');
  await none(page, /Annex III/);
  await none(page, /Art. 5/);
  await choose(page, 'Where it comes from', 'Open source');
  await fill(page, 'Provider of the model', 'mistral');
  await fill(page, 'Model', 'mistral-small-3.2-24b-instruct-2506');
  await pick(page, 'Accountable leader', 'user:default/oliver.brandt');
  await page.getByRole('button', { name: 'Add user' }).click();
  await pick(page, 'User 1', 'group:default/fraud-operations');
  await expect(
    page
      .getByRole('complementary', { name: 'What follows from it' })
      .getByRole('heading', { name: 'Tier:' }),
  ).toHaveText('Tier: High');
}

/** Chooses a file of two completions, and has it looked through. */
async function lookThrough(page: Page, viktor: string) {
  const rows = [
    'email,course,completed',
    `${viktor}@alderwick.example,Working with AI,${dayFromNow(-3)}`,
    `bianca.rossi@alderwick.example,Working with AI,${dayFromNow(-2)}`,
  ];
  await page.getByLabel('CSV file of completions').setInputFiles({
    name: 'completions.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows.join('\n')),
  });
  await page.getByRole('button', { name: 'Look through it' }).click();
}

async function askForApproval(page: Page, note: string) {
  await region(page, 'Approval')
    .getByRole('button', { name: 'Ask for approval' })
    .click();
  await sendRequest(page, note);
}

async function sendRequest(page: Page, note: string) {
  const approval = region(page, 'Approval');
  const form = group(approval, 'Ask for approval');
  await fill(form, 'Note', note);
  await form.getByRole('button', { name: 'Ask for approval' }).click();
  await expect(
    approval.getByText('Waits for a decision').first(),
  ).toBeVisible();
}

/** The office finds the request in its work, sees what is new, and approves. */
async function approve(page: Page, seen?: string) {
  await asUser(page, 'Miriam Cohen', '/ai-governance/work');
  await page
    .getByRole('button', { name: /^Decide: .*Policy helper/ })
    .first()
    .click();
  const approval = region(page, 'Approval');
  const form = group(approval, 'Decide on the approval');
  if (seen) await expect(form.getByText(seen).first()).toBeVisible();
  await choose(form, 'Decision', 'Approve');
  await form.getByRole('button', { name: 'Record the decision' }).click();
  await expect(approval.getByText('Valid').first()).toBeVisible();
}

/**
 * What the filter before the assistant saw, sent as docs/monitoring.md says: with a token that may do this and decide nothing.
 * @param days - the first and the last that it watched, from today
 */
async function report(
  request: APIRequestContext,
  [from, to]: [number, number],
  value: number,
  found: string,
) {
  const headers = { authorization: 'Bearer token-of-the-browser-tests' };
  const answer = await request.post('/api/ai-governance/monitoring/reports', {
    headers,
    data: {
      reports: [
        {
          subject: 'policy-helper',
          period: { from: dayFromNow(from), to: dayFromNow(to) },
          source: 'prompt-filter',
          drift: { found: 'Steady.' },
          performance: { found: 'Answers are as good as before.' },
          abuse: { found: 'Nobody tried anything.' },
          violations: {
            found,
            measures: [
              { name: measure, value, threshold: 5, direction: 'above' },
            ],
          },
        },
      ],
    },
  });
  expect((await answer.json()).items).toMatchObject([{ outcome: 'recorded' }]);
  const decision = await request.post(
    '/api/ai-governance/subjects/aisystem/default/policy-helper/records',
    {
      headers,
      data: {
        type: 'approval',
        data: { gate: 'deploy', decision: 'requested' },
      },
    },
  );
  expect(decision.status()).toBe(403);
}

/** Opens the whole case from an entry of a section of the assurance. */
async function seeCase(page: Page, section: string) {
  if (!page.url().endsWith('/assurance')) {
    await page.goto(`${system}/assurance`);
  }
  await region(page, section)
    .getByRole('button', { name: /^See the whole case/ })
    .click();
  await expect(page.getByRole('heading', { name: /^Case: / })).toBeVisible();
}

/** A step of the case by its heading. */
const step = (page: Page, stage: string) =>
  page
    .getByRole('region', { name: /^Case: / })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: stage, exact: true }) });
