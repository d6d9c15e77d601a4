import { approval } from './approval';
import { cases } from './cases';
import { decisions } from './decisions';
import { entries } from './entries';
import { sections } from './sections';

export const assurance = {
  loading: 'Loading the assurance',
  onThisTab: 'On this tab',
  about: '{{label}}: {{of}}',
  severity: 'Severity: {{level}}',
  approval,
  cases,
  decisions,
  entries,
  ...sections,
} as const;
