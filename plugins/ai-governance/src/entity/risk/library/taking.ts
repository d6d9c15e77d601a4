import type { RiskLibraryEntry } from 'backstage-plugin-ai-governance-common/risk-library';
import { RiskLibrary } from './useRiskLibrary';

/** How a document takes entries of the library over. */
export interface Taking {
  /** The list of the document that they go to. */
  list: string;
  of: (entry: RiskLibraryEntry) => boolean;
  make: (
    library: RiskLibrary,
    entry: RiskLibraryEntry,
    taken: readonly (string | undefined)[],
  ) => Record<string, unknown>;
  /** What is left of the suggestions. */
  leftWords: (left: number) => string;
}

const words = (one: string, many: string, none: string) => (left: number) => {
  if (left === 0) return none;
  return left === 1 ? `1 ${one}` : `${left} ${many}`;
};

export const asScenario: Taking = {
  list: 'scenarios',
  of: () => true,
  make: (library, entry, taken) => library.scenarioFrom(entry, taken),
  leftWords: words(
    'risk that is likely for a system like this has no scenario yet.',
    'risks that are likely for a system like this have no scenario yet.',
    'Every risk that is suggested for this system has a scenario.',
  ),
};

export const asThreat: Taking = {
  list: 'threats',
  of: entry => entry.kind === 'threat',
  make: (library, entry, taken) => library.threatFrom(entry, taken),
  leftWords: words(
    'threat that is likely for a system like this is not modelled yet.',
    'threats that are likely for a system like this are not modelled yet.',
    'Every threat that is suggested for this system is modelled.',
  ),
};
