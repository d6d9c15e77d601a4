/**
 * Every picture of docs/ and of the README.
 *
 * - `portal`: `company`, the example company; `federal`, the federal inventory with the made-up year of benchmarks/federal
 * - `who`: name of the user who is signed in
 * - `open`: what is done on the page to come to what is shown; gets Playwright's page
 * - `ready`: a text that is there when the page is
 * - `from`: the heading that stands at the top of the picture, for what is further down
 * - `width`, `height`, `theme`: 1400, 900 and light unless said
 */
export const pictures = [
  {
    file: 'scorecards',
    portal: 'company',
    who: 'jorge.almeida',
    path: '/ai-governance',
    ready: 'of what is asked holds',
  },
  {
    file: 'posture',
    portal: 'company',
    who: 'lena.fischer',
    path: '/catalog/default/aisystem/card-limit-proposals',
    ready: 'Observed in the catalog',
  },
  {
    file: 'approval',
    portal: 'company',
    who: 'miriam.cohen',
    path: '/catalog/default/aisystem/card-fraud-detection/assurance',
    ready: 'Who may decide',
  },
  {
    file: 'team',
    portal: 'company',
    who: 'viktor.sand',
    path: '/ai-governance/teams/default/fraud-operations',
    ready: 'AI systems',
  },
  {
    file: 'inventory',
    portal: 'company',
    who: 'miriam.cohen',
    path: '/ai-governance/inventory',
    ready: 'What to do first',
  },
  {
    file: 'register',
    portal: 'company',
    who: 'ines.duarte',
    path: '/ai-governance/register?from=resource:default/churn-scores',
    ready: 'What will be needed',
  },
  {
    file: 'template',
    portal: 'company',
    who: 'lena.fischer',
    path: '/create/templates/default/register-ai-system',
    open: async page => {
      await page.getByLabel('Name *', { exact: true }).fill('Dispute letters');
      await page.getByLabel('Name in the catalog').fill('dispute-letters');
      await page.getByRole('button', { name: 'Next' }).click();
    },
    ready: 'Tier:',
  },
  {
    file: 'health',
    portal: 'company',
    who: 'priya.raman',
    path: '/ai-governance/inventory/health',
    ready: 'Ledger',
  },
  {
    file: 'found',
    portal: 'company',
    who: 'miriam.cohen',
    path: '/ai-governance/organization#found-not-registered',
    ready: 'Found, not registered',
    from: 'Found, not registered',
  },
  {
    file: 'intended-use',
    portal: 'company',
    who: 'lena.fischer',
    path: '/catalog/default/aisystem/card-limit-proposals/intended-use',
    ready: 'Limitations',
  },
  {
    file: 'risk',
    portal: 'company',
    who: 'lena.fischer',
    path: '/catalog/default/aisystem/card-limit-proposals/risk',
    ready: 'Matrix',
  },
  {
    file: 'documents',
    portal: 'company',
    who: 'lena.fischer',
    path: '/catalog/default/aisystem/card-limit-proposals/documents',
    ready: 'Documents',
  },
  {
    file: 'changes',
    portal: 'company',
    who: 'daniel.osei',
    path: '/catalog/default/aisystem/alert-triage/changes',
    ready: 'Changes',
  },
  {
    file: 'work',
    portal: 'company',
    who: 'viktor.sand',
    path: '/ai-governance/work',
    ready: 'My work',
  },
  {
    file: 'risks',
    portal: 'company',
    who: 'miriam.cohen',
    path: '/ai-governance/registers?type=risks',
    ready: 'Risks by level',
  },
  {
    file: 'training',
    portal: 'company',
    who: 'miriam.cohen',
    path: '/ai-governance/training',
    ready: 'Who lacks what',
  },
  {
    file: 'organization',
    portal: 'company',
    who: 'jorge.almeida',
    path: '/ai-governance/organization',
    ready: 'Objectives',
  },
  {
    file: 'framework',
    portal: 'company',
    who: 'jorge.almeida',
    path: '/ai-governance/frameworks/eu-ai-act',
    ready: 'Answered by',
  },
  {
    file: 'applicability',
    portal: 'company',
    who: 'jorge.almeida',
    path: '/ai-governance/frameworks/iso-42001/applicability',
    ready: 'Statement of applicability',
  },
  {
    file: 'policy',
    portal: 'company',
    who: 'daniel.osei',
    path: '/ai-governance/policy',
    ready: 'Who decides',
  },
  {
    file: 'search',
    portal: 'company',
    who: 'priya.raman',
    path: '/search?query=seasonal',
    // the index is made some time after the records
    open: async page => {
      const hit = page.getByRole('link', { name: /Intended use$/ });
      for (let i = 0; i < 60 && !(await hit.isVisible()); i++) {
        await page.waitForTimeout(5_000);
        await page.reload();
        await page.getByText('Result Type').waitFor();
        await page.waitForTimeout(2_000);
      }
    },
    ready: 'Tier:',
  },
  {
    file: 'federal-organization',
    portal: 'federal',
    who: 'jamie.ford',
    path: '/ai-governance',
    ready: 'of what is asked holds',
  },
  {
    file: 'federal-department',
    portal: 'federal',
    who: 'jamie.ford',
    path: '/ai-governance/teams/default/hhs',
    ready: 'The team and those below',
    from: 'The team and those below',
  },
  {
    file: 'federal-past-day',
    portal: 'federal',
    who: 'jamie.ford',
    path: daysAgo => `/ai-governance/teams/default/hhs?asOf=${daysAgo(150)}`,
    ready: 'of what is asked holds',
    width: 900,
    theme: 'dark',
  },
  {
    file: 'federal-coverage',
    portal: 'federal',
    who: 'jamie.ford',
    path: '/ai-governance/frameworks/iso-42001?team=group:default/hhs',
    ready: 'Answered by',
  },
];
