/**
 * Every picture of docs/ and of the README.
 *
 * - `portal`: `company`, the example company; `federal`, the federal inventory with the made-up year of benchmarks/federal
 * - `who`: name of the user who is signed in
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
