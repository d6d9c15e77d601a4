import { useCallback } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  RevisionView,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { useAiGovernanceSignal, useLoad } from '../components';

/** The subject of this page's entity with its latest records of one type; read again whenever the backend signals a change. */
export function useSubjectRecords<T = Record<string, unknown>>(
  type: string,
): {
  ref: string;
  value?: { posture: SubjectPosture; records: RevisionView<T>[] };
  error?: Error;
  reload: () => Promise<void>;
} {
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  const api = useApi(aiGovernanceApiRef);
  const load = useCallback(async () => {
    const [posture, records] = await Promise.all([
      api.posture(ref),
      api.records<T>(ref, { type }),
    ]);
    return { posture, records };
  }, [api, ref, type]);
  const loaded = useLoad(load, [load]);
  useAiGovernanceSignal(loaded.reload);
  return { ref, ...loaded };
}
