import type { RiskLibraryEntry } from 'backstage-plugin-ai-governance-common/risk-library';
import { TextKey } from '../../../translation';
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
  /** What is left of the suggestions, by their `count`. */
  left: TextKey;
}

export const asScenario: Taking = {
  list: 'scenarios',
  of: () => true,
  make: (library, entry, taken) => library.scenarioFrom(entry, taken),
  left: 'entity.library.left.scenarios',
};

export const asThreat: Taking = {
  list: 'threats',
  of: entry => entry.kind === 'threat',
  make: (library, entry, taken) => library.threatFrom(entry, taken),
  left: 'entity.library.left.threats',
};
