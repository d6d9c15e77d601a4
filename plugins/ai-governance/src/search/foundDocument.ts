import { SearchDocument } from '@backstage/plugin-search-common';

/** The type of the search index that backstage-plugin-search-backend-module-ai-governance makes. */
export const FOUND_TYPE = 'ai-governance';

/** What was found, as the index has it. */
export interface FoundDocument extends SearchDocument {
  subjectRef: string;
  subjectTitle: string;
  about: string;
  aboutTitle: string;
  tier: string;
  owner: string;
}

/** What can be sought, by the value of `about` in the index. */
export const foundAbouts: Readonly<Record<string, string>> = {
  'ai-system': 'AI systems',
  'intended-use': 'Intended uses and limitations',
  risk: 'Risks',
  'threat-model': 'Threat models',
  'impact-assessment': 'Impact assessments',
  'data-sheet': 'Data sheets',
  operations: 'Operations',
  'vendor-assessment': 'Vendor assessments',
  change: 'Changes',
  incident: 'Incidents',
  'corrective-action': 'Corrective actions',
};
