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

/** What can be sought, as `about` in the index has it. */
export const foundAbouts = [
  'ai-system',
  'intended-use',
  'risk',
  'threat-model',
  'impact-assessment',
  'data-sheet',
  'operations',
  'vendor-assessment',
  'change',
  'incident',
  'corrective-action',
] as const;
