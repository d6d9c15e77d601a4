import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { SubjectPosture } from 'backstage-plugin-ai-governance-common';
import type {
  RiskLibraryEntry,
  RiskSuggestion,
} from 'backstage-plugin-ai-governance-common/risk-library';
import { aiGovernanceApiRef } from '../../../api';
import { Loaded, useAiGovernanceSignal, useLoad } from '../../../components';

// a chunk of its own: most pages show no risk
const loadLibrary = () =>
  import('backstage-plugin-ai-governance-common/risk-library');

export type RiskLibrary = Awaited<ReturnType<typeof loadLibrary>>;

export const useRiskLibrary = (): Loaded<RiskLibrary> =>
  useLoad(loadLibrary, []);

export interface Suggested {
  library: RiskLibrary;
  suggestions: RiskSuggestion[];
  /** Questions, in words, whose answers might bring more. */
  unanswered: string[];
}

/** What of the library speaks for a subject, by its profile, its connectors and its threat model. */
export function useSuggestions(
  posture: SubjectPosture,
  of: (entry: RiskLibraryEntry) => boolean,
): Loaded<Suggested> {
  const api = useApi(aiGovernanceApiRef);
  const { ref } = posture;
  const load = useCallback(async () => {
    const [library, ...records] = await Promise.all([
      loadLibrary(),
      api.records(ref, { type: 'connector' }),
      api.records(ref, { type: 'threat-model' }),
    ]);
    const context = library.riskContext(posture, records.flat());
    return {
      library,
      suggestions: library
        .suggestRisks(context)
        .filter(({ entry }) => of(entry)),
      unanswered: library.unansweredFor(context),
    };
  }, [api, ref, posture, of]);
  const loaded = useLoad(load, [api, ref]);
  useAiGovernanceSignal(loaded.reload);
  return loaded;
}
