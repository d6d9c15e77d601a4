import { useApi } from '@backstage/core-plugin-api';
import {
  EvidenceRecords,
  GovernancePolicy,
  RevisionView,
  SubjectDecisions,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { useAiGovernanceSignal, useLoad } from '../../components';

const byType = (records: readonly RevisionView[]): EvidenceRecords => {
  const types: Record<string, RevisionView[]> = {};
  for (const record of records) (types[record.type] ??= []).push(record);
  return types;
};

/** What was decided on a subject whose risks are on the screen, and what their current levels rest on; read again whenever the backend signals a change. */
export function useRiskDecisions(subject: string) {
  const api = useApi(aiGovernanceApiRef);
  const loaded = useLoad(async (): Promise<{
    decisions: SubjectDecisions;
    policy?: GovernancePolicy;
    records: EvidenceRecords;
  }> => {
    const [decisions, records, policy] = await Promise.all([
      api.decisions(subject),
      api.records(subject),
      // only for what a form proposes: the ledger knows the policy itself
      api.policy().then(
        view => view.policy,
        () => undefined,
      ),
    ]);
    return { decisions, policy, records: byType(records) };
  }, [api, subject]);
  useAiGovernanceSignal(loaded.reload);
  return loaded;
}
