import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import DownloadIcon from '@material-ui/icons/GetApp';
import { SubjectFilter } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { ProblemPanel } from '../components';

/** Downloads a list of subjects, whole, as CSV. A plain link would not be signed in. */
export function CsvButton({ filter }: { filter: SubjectFilter }) {
  const api = useApi(aiGovernanceApiRef);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const download = async () => {
    setBusy(true);
    setError(undefined);
    try {
      saveAs(
        await api.subjectsCsv(filter),
        `ai-systems-${new Date().toISOString().slice(0, 10)}.csv`,
      );
    } catch (e) {
      setError(e as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<DownloadIcon />}
        disabled={busy}
        onClick={download}
      >
        Download as CSV
      </Button>
      {error && <ProblemPanel error={error} retry={download} />}
    </>
  );
}

function saveAs(blob: Blob, name: string) {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
