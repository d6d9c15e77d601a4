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
module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      files: ['src/**/*.ts?(x)'],
      excludedFiles: [
        '**/*.test.ts?(x)',
        '**/__testUtils__/**',
        'src/translation/**',
        // titles that Backstage takes from the extensions as they are
        'src/plugin.tsx',
      ],
      rules: { 'no-restricted-syntax': ['error', ...texts] },
    },
  ],
});
