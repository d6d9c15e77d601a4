import { BrowserContext } from '@playwright/test';
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

const subject = '/catalog/default/aisystem/card-fraud-detection';
const pages: [name: string, path: string, ready: string][] = [
  ['scorecards', '/ai-governance', 'Teams'],
  ['team', '/ai-governance/teams/default/credit-risk', 'AI systems'],
  [
    'named scorecard',
    '/ai-governance/teams/-/iso-42001-baseline',
    'ISO 42001 baseline',
  ],
  ['inventory', '/ai-governance/inventory', 'Inventory'],
  ['posture', subject, 'AI governance'],
  ['intended use', `${subject}/intended-use`, 'Intended use'],
  ['intended use, written', `${subject}/intended-use?edit`, 'Intended use'],
  ['risk', `${subject}/risk`, 'Matrix'],
  ['risk, written', `${subject}/risk?edit`, 'Risk assessment'],
  [
    'threats, written',
    `${subject}/risk?type=threat-model&edit`,
    'Threat model',
  ],
  ['changes', '/catalog/default/aisystem/alert-triage/changes', 'Changes'],
  ['assurance', `${subject}/assurance`, 'Approval'],
  [
    'assurance, asked for',
    `${subject}/assurance?exempt=OPS-01`,
    'Ask for an exemption',
  ],
  ['documents', `${subject}/documents`, 'Documents'],
  [
    'documents, written',
    `${subject}/documents?type=operations&edit`,
    'Operations',
  ],
  ['register', '/ai-governance/register', 'Register an AI system'],
  ['registers', '/ai-governance/registers', 'Registers'],
  ['risks', '/ai-governance/registers?type=risks', 'Risks by level'],
  [
    'import of a spreadsheet',
    '/ai-governance/registers/import',
    'Import a spreadsheet',
  ],
  ['training', '/ai-governance/training', 'Who lacks what'],
  ['my work', '/ai-governance/work', 'My work'],
  ['management system', '/ai-governance/organization', 'Objectives'],
  ['frameworks', '/ai-governance/frameworks', 'Frameworks'],
  ['framework', '/ai-governance/frameworks/eu-ai-act', 'EU AI Act'],
  [
    'statement of applicability',
    '/ai-governance/frameworks/iso-42001/applicability',
    'Statement of applicability',
  ],
  ['policy', '/ai-governance/policy', 'Who decides'],
  [
    'nothing written yet',
    '/catalog/default/aisystem/meeting-notes/intended-use',
    'Intended use',
  ],
];

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
