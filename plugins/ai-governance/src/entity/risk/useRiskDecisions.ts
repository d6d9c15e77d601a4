import { useApi } from '@backstage/core-plugin-api';
import {
  GovernancePolicy,
  SubjectDecisions,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { useAiGovernanceSignal, useLoad } from '../../components';

/** What was decided on a subject whose risks are on the screen; read again whenever the backend signals a change. */
export function useRiskDecisions(subject: string) {
  const api = useApi(aiGovernanceApiRef);
  const loaded = useLoad(async (): Promise<{
    decisions: SubjectDecisions;
    policy?: GovernancePolicy;
  }> => {
    const [decisions, policy] = await Promise.all([
      api.decisions(subject),
      // only for what a form proposes: the ledger knows the policy itself
      api.policy().then(
        view => view.policy,
        () => undefined,
      ),
    ]);
    return { decisions, policy };
  }, [api, subject]);
  useAiGovernanceSignal(loaded.reload);
  return loaded;
}
