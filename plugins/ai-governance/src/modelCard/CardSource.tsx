import { useState } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));

/** As many bytes as the longest card has characters, and no more is read into memory. */
const LARGEST_FILE = 3_000_000;

const textOf = (file: File) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsText(file);
  });

/** A card from a file of this computer, or pasted. */
export function CardSource(props: {
  id: string;
  onText: (text: string, name?: string) => void;
}) {
  const classes = useStyles();
  const { id, onText } = props;
  const [pasting, setPasting] = useState(false);
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState<string>();

  const take = async (file: File | undefined) => {
    if (!file) return;
    setProblem(undefined);
    if (file.size > LARGEST_FILE) {
      setProblem(`${file.name} is larger than 3 MB, which no card is.`);
      return;
    }
    try {
      onText(await textOf(file), file.name);
    } catch {
      setProblem(`${file.name} could not be read. Choose it again.`);
    }
  };
  return (
    <>
      <div className={classes.row}>
        <input
          id={`${id}-file`}
          type="file"
          accept=".md,.markdown,.txt,.json,.cdx,text/markdown,application/json"
          aria-label="File with the model card"
          aria-describedby={`${id}-formats`}
          onChange={event => {
            void take(event.target.files?.[0]);
            // the same file may be chosen again, after it was changed
            event.target.value = '';
          }}
        />
        <Button
          size="small"
          variant="outlined"
          aria-expanded={pasting}
          onClick={() => setPasting(!pasting)}
        >
          Paste it instead
        </Button>
      </div>
      <Typography
        id={`${id}-formats`}
        variant="caption"
        color="textSecondary"
        component="p"
      >
        Markdown as on Hugging Face, or JSON: CycloneDX, SPDX 3, Model Card
        Toolkit.
      </Typography>
      {problem && (
        <Alert severity="error" role="alert">
          {problem}
        </Alert>
      )}
      {pasting && (
        <div>
          <TextField
            id={`${id}-text`}
            label="Text of the model card"
            variant="outlined"
            margin="normal"
            fullWidth
            multiline
            minRows={4}
            maxRows={12}
            value={pasted}
            onChange={event => setPasted(event.target.value)}
          />
          <Button
            variant="outlined"
            disabled={!pasted.trim()}
            onClick={() => onText(pasted)}
          >
            Read it
          </Button>
        </div>
      )}
    </>
  );
}
