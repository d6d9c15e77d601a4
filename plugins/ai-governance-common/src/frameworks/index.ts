import { euAiActRequirements } from './euAiAct';
import { Framework } from './Framework';
import { iso27001Requirements } from './iso27001';
import { iso42001Requirements } from './iso42001';
import { nist800171Requirements } from './nist800171';
import { nistAiRmfRequirements } from './nistAiRmf';

export {
  coverageOf,
  requirementStandings,
  type ControlCounts,
  type RequirementCoverage,
  type RequirementStanding,
} from './coverage';
export {
  implementationStates,
  statementOfApplicability,
  type ApplicabilityLine,
  type ImplementationState,
  type StatedApplicability,
} from './statementOfApplicability';

export type { Framework, Requirement } from './Framework';

const idsAndTitles =
  'Ids and titles only: the text of the standard is copyright, and not here';

/** What controls answer to. Which control answers which requirement is our reading of the titles: nobody has published it. */
export const frameworks: readonly Framework[] = [
  {
    id: 'iso-42001',
    title: 'ISO/IEC 42001',
    version: '2023',
    source: 'https://www.iso.org/standard/42001',
    licence: idsAndTitles,
    requirements: iso42001Requirements,
  },
  {
    id: 'nist-ai-rmf',
    title: 'NIST AI RMF',
    version: '1.0',
    source: 'https://doi.org/10.6028/NIST.AI.100-1',
    licence: 'Public domain',
    requirements: nistAiRmfRequirements,
  },
  {
    id: 'eu-ai-act',
    title: 'EU AI Act',
    version: 'Regulation (EU) 2024/1689, days as of Regulation (EU) 2026/1744',
    source: 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj',
    licence: 'Reuse of EU documents permitted; titles are our short forms',
    prefix: 'EU AI Act ',
    requirements: euAiActRequirements,
  },
  {
    id: 'iso-27001',
    title: 'ISO/IEC 27001, Annex A',
    version: '2022',
    source: 'https://www.iso.org/standard/27001',
    licence: idsAndTitles,
    prefix: 'ISO/IEC 27001 ',
    requirements: iso27001Requirements,
  },
  {
    id: 'nist-800-171',
    title: 'NIST SP 800-171 and CMMC level 2',
    version: 'Revision 2',
    source: 'https://csrc.nist.gov/pubs/sp/800/171/r2/upd1/final',
    licence: 'Public domain',
    prefix: 'NIST SP 800-171 ',
    requirements: nist800171Requirements,
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

/** An id as it is named outside its framework: with whose it is, where the id alone would not say. */
export function citedAs(frameworkId: string, id: string): string {
  const prefix = frameworks.find(f => f.id === frameworkId)?.prefix ?? '';
  return `${prefix}${id}`;
}
