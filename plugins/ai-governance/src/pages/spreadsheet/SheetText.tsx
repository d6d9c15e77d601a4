import { useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  SheetTypeId,
  sheetTypeIds,
  sheetTypeOf,
} from 'backstage-plugin-ai-governance-common';
import { csvOf, notCsv } from '../csvFile';

const useStyles = makeStyles(theme => ({
  sources: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
  },
  // in the sight of screen readers; shown is the button beside it, for this one says that no file is chosen when one was read
  file: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
  },
}));

const largestFile = 5_000_000;

/** What is imported, and from which file or pasted text. */
export function SheetText(props: {
  typeId: SheetTypeId;
  onType: (id: SheetTypeId) => void;
  onText: (csv: string) => void;
}) {
  const classes = useStyles();
  const { typeId, onType, onText } = props;
  const chooser = useRef<HTMLInputElement>(null);
  const [name, setName] = useState<string>();
  const [pasting, setPasting] = useState(false);
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState<string>();

  const take = async (file: File | undefined) => {
    if (!file) return;
    setName(undefined);
    setProblem(undefined);
    if (file.size > largestFile) {
      setProblem('The file is larger than 5 MB: import it in parts.');
      return;
    }
    const text = await csvOf(file);
    if (text === undefined) {
      setProblem(notCsv);
      return;
    }
    setName(file.name);
    onText(text);
  };
  return (
    <>
      <FormLabel id="ai-governance-sheet-type">What is in it</FormLabel>
      <RadioGroup
        row
        aria-labelledby="ai-governance-sheet-type"
        value={typeId}
        onChange={event => onType(event.target.value as SheetTypeId)}
      >
        {sheetTypeIds.map(id => (
          <FormControlLabel
            key={id}
            value={id}
            control={<Radio size="small" color="primary" />}
            label={
              id === 'risk-assessment'
                ? 'Risks: a row for each scenario'
                : `${sheetTypeOf(id)!.title}s: a row for each product, or more`
            }
          />
        ))}
      </RadioGroup>
      <div className={classes.sources}>
        <input
          ref={chooser}
          className={classes.file}
          tabIndex={-1}
          id="ai-governance-sheet-file"
          type="file"
          accept=".csv,text/csv,text/tab-separated-values,.tsv,.txt"
          aria-label="CSV file"
          onChange={event => {
            void take(event.target.files?.[0]);
            // the same file may be chosen again, after it was mended
            event.target.value = '';
          }}
        />
        <Button variant="outlined" onClick={() => chooser.current?.click()}>
          {name ? 'Choose another file' : 'Choose a CSV file'}
        </Button>
        <Button
          variant="outlined"
          aria-expanded={pasting}
          onClick={() => setPasting(!pasting)}
        >
          Paste it instead
        </Button>
        {name && (
          <Typography variant="body2" role="status">
            Read: {name}
          </Typography>
        )}
      </div>
      <Typography variant="caption" color="textSecondary" component="p">
        CSV with a header, parted by commas, semicolons or tabs; up to 5 MB and
        5,000 rows.
      </Typography>
      {problem && <Alert severity="error">{problem}</Alert>}
      {pasting && (
        <>
          <TextField
            id="ai-governance-sheet-text"
            label="Cells with their header, as copied from the spreadsheet"
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
            onClick={() => {
              setName('Pasted text');
              onText(pasted);
            }}
          >
            Read it
          </Button>
        </>
      )}
    </>
  );
}
