import { useApi } from '@backstage/core-plugin-api';
import {
  AsOfQuery,
  SubjectFilter,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { useTexts } from '../translation';
import { DownloadButton } from './DownloadButton';

/** Downloads a list of subjects, whole, as CSV: as it is now, or was at an instant. */
export function CsvButton({ filter }: { filter: SubjectFilter & AsOfQuery }) {
  const t = useTexts();
  const api = useApi(aiGovernanceApiRef);
  return (
    <DownloadButton
      label={t('pages.frame.csv')}
      load={() => api.subjectsCsv(filter)}
      fileName={() =>
        `ai-systems-${(filter.asOf ?? new Date().toISOString()).slice(
          0,
          10,
        )}.csv`
      }
    />
  );
}
