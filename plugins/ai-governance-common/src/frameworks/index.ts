import { Framework } from './Framework';
import { iso42001Requirements } from './iso42001';
import { nistAiRmfRequirements } from './nistAiRmf';

export type { Framework, Requirement } from './Framework';

export const frameworks: readonly Framework[] = [
  {
    id: 'iso-42001',
    title: 'ISO/IEC 42001',
    version: '2023',
    requirements: iso42001Requirements,
  },
  {
    id: 'nist-ai-rmf',
    title: 'NIST AI RMF',
    version: '1.0',
    requirements: nistAiRmfRequirements,
  },
];

/** The title of a requirement, or undefined when the framework has none of that id. */
export function requirementTitle(
  frameworkId: string,
  id: string,
): string | undefined {
  return frameworks
    .find(f => f.id === frameworkId)
    ?.requirements.find(r => r.id === id)?.title;
}
