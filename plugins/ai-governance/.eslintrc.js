// Texts belong into src/translation, so that a portal can have them in its own language.
const message = 'A text of a screen belongs into src/translation/messages.';
const notAnError =
  ':not(NewExpression[callee.name=/Error$/] > *):not(TSLiteralType > *)';
// which tells one element of a list from another
const notAKey = ':not(JSXAttribute[name.name="key"] TemplateElement)';
const texts = [
  {
    message,
    selector:
      ':not(JSXElement[openingElement.name.name="code"]) > JSXText[value=/[A-Za-z]{2}/]',
  },
  {
    message,
    selector:
      'JSXAttribute[name.name=/^(title|label|aria-label|placeholder|helperText|alt|text|primary|secondary)$/] > Literal[value=/^(?!https?:|\\S*,\\S*$).*[A-Za-z]{2}/]',
  },
  { message, selector: `Literal[value=/^[A-Z][a-z]+ [a-z]+/]${notAnError}` },
  {
    message,
    selector: `TemplateElement[value.raw=/^(?!.*(solid|dashed|calc))(.*[a-z]{2} [a-z]{2}|.*[a-z]{2} $| [a-z]{2})/]${notAKey}`,
  },
];
// the folders of src whose texts are there already
const translated = [
  'assurance',
  'catalog',
  'components',
  'entity',
  'home',
  'modelCard',
  'records',
  'scaffolder',
  'scorecards',
  'search',
  'training',
  'pages/bulk',
  'pages/frameworks',
  'pages/health',
  'pages/organization',
  'pages/policy',
  'pages/registers',
  'pages/spreadsheet',
  'pages/training',
  'pages/work',
  'register',
];
// files of their own
const translatedFiles = [
  'pages/AiGovernancePage.tsx',
  'pages/BelowInventory.tsx',
  'pages/ControlCountsTable.tsx',
  'pages/CsvButton.tsx',
  'pages/EditRegistrationPage.tsx',
  'pages/FrameworksRoutes.tsx',
  'pages/HealthPage.tsx',
  'pages/ImportIssuesList.tsx',
  'pages/ImportReportCard.tsx',
  'pages/ImportsPage.tsx',
  'pages/InventoryFilters.tsx',
  'pages/InventoryPage.tsx',
  'pages/ListFoot.tsx',
  'pages/NamedScorecardPage.tsx',
  'pages/NamedScorecards.tsx',
  'pages/NoSystemsYet.tsx',
  'pages/OrganizationPage.tsx',
  'pages/PolicyPage.tsx',
  'pages/RegisterPage.tsx',
  'pages/RegisterRoutes.tsx',
  'pages/RegistersPage.tsx',
  'pages/RegistersRoutes.tsx',
  'pages/ScorecardsPage.tsx',
  'pages/SubjectsList.tsx',
  'pages/SubjectsTable.tsx',
  'pages/SweepWarning.tsx',
  'pages/TeamPage.tsx',
  'pages/TrailButtons.tsx',
  'pages/TrainingPage.tsx',
  'pages/WorkPage.tsx',
  'pages/csvFile.ts',
  'pages/holdingWords.ts',
  'pages/nothingFirst.ts',
];

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      files: [
        ...translated.map(folder => `src/${folder}/**/*.ts?(x)`),
        ...translatedFiles.map(file => `src/${file}`),
      ],
      excludedFiles: ['**/*.test.ts?(x)', '**/__testUtils__/**'],
      rules: { 'no-restricted-syntax': ['error', ...texts] },
    },
  ],
});
