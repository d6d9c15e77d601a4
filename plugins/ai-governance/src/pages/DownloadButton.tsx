import { useState } from 'react';
import Button from '@material-ui/core/Button';
import DownloadIcon from '@material-ui/icons/GetApp';
import { ProblemPanel } from '../components';

/** Downloads what the API answers as a file. A plain link would not be signed in. */
export function DownloadButton(props: {
  label: string;
  fileName: () => string;
  load: () => Promise<Blob>;
}) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const download = async () => {
    setBusy(true);
    setError(undefined);
    try {
      saveAs(await props.load(), props.fileName());
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
        {props.label}
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
