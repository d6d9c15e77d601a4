import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';
import {
  SheetTypeId,
  sheetTypeIds,
  sheetTypeOf,
} from 'backstage-plugin-ai-governance-common';
import { TextSource } from '../../components';
import { csvOf, notCsv } from '../csvFile';

const useStyles = makeStyles(theme => ({
  source: { marginTop: theme.spacing(1) },
}));

const largestFile = 5_000_000;

async function read(file: File): Promise<string> {
  if (file.size > largestFile) {
    throw new Error('The file is larger than 5 MB: import it in parts.');
  }
  const text = await csvOf(file);
  if (text === undefined) throw new Error(notCsv);
  return text;
}

/** What is imported, and from which file or pasted text. */
export function SheetText(props: {
  typeId: SheetTypeId;
  onType: (id: SheetTypeId) => void;
  onText: (csv: string) => void;
}) {
  const classes = useStyles();
  const { typeId, onType, onText } = props;
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
      <div className={classes.source}>
        <TextSource
          id="ai-governance-sheet"
          fileLabel="CSV file"
          choose="Choose a CSV file"
          accept=".csv,text/csv,text/tab-separated-values,.tsv,.txt"
          pasteLabel="Cells with their header, as copied from the spreadsheet"
          formats="CSV with a header, parted by commas, semicolons or tabs; up to 5 MB and 5,000 rows."
          read={read}
          onText={onText}
        />
      </div>
    </>
  );
}
