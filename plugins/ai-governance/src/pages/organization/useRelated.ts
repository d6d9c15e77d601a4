import { useApi } from '@backstage/core-plugin-api';
import {
  Audit,
  CorrectiveAction,
  ManagementReview,
  OrganizationEntry,
  RecordType,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { Reading, useReading } from '../useReading';

/** What records of the organization refer to: the newest few hundred of each, to pick from and to show what became of them. */
export interface Related {
  audits: readonly OrganizationEntry<Audit>[];
  reviews: readonly OrganizationEntry<ManagementReview>[];
  actions: readonly OrganizationEntry<CorrectiveAction>[];
}

const MOST = 500;

/** Read only where the register needs it. */
export function useRelated({ type }: RecordType<any>): Reading<Related> {
  const api = useApi(aiGovernanceApiRef);
  return useReading(async () => {
    const all = async <T>(of: string, wanted: boolean) =>
      wanted
        ? (await api.organizationRecords<T>({ type: of, limit: MOST })).items
        : [];
    const isAction = type === 'corrective-action';
    const [audits, reviews, actions] = await Promise.all([
      all<Audit>('audit', isAction),
      all<ManagementReview>('management-review', isAction),
      all<CorrectiveAction>('corrective-action', type === 'audit'),
    ]);
    return { audits, reviews, actions };
  }, [api, type]);
}
