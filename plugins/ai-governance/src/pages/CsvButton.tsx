import { useApi } from '@backstage/core-plugin-api';
import { SubjectFilter } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { DownloadButton } from './DownloadButton';

/** Downloads a list of subjects, whole, as CSV. */
export function CsvButton({ filter }: { filter: SubjectFilter }) {
  const api = useApi(aiGovernanceApiRef);
  return (
    <DownloadButton
      label="Download as CSV"
      load={() => api.subjectsCsv(filter)}
      fileName={() => `ai-systems-${new Date().toISOString().slice(0, 10)}.csv`}
    />
  );
}
