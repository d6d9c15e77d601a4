import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';
import {
  SheetTypeId,
  sheetTypeIds,
} from 'backstage-plugin-ai-governance-common';
import { TextSource } from '../../components';
import { csvOf, notCsv } from '../csvFile';
import { Texts, useTexts } from '../../translation';

const useStyles = makeStyles(theme => ({
  source: { marginTop: theme.spacing(1) },
}));

const largestFile = 5_000_000;

async function read(t: Texts, file: File): Promise<string> {
  if (file.size > largestFile) {
    throw new Error(t('pages.spreadsheet.source.tooLarge'));
  }
  const text = await csvOf(file);
  if (text === undefined) throw new Error(notCsv(t));
  return text;
}

/** What is imported, and from which file or pasted text. */
export function SheetText(props: {
  typeId: SheetTypeId;
  onType: (id: SheetTypeId) => void;
  onText: (csv: string) => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { typeId, onType, onText } = props;
  return (
    <>
      <FormLabel id="ai-governance-sheet-type">
        {t('pages.spreadsheet.source.type')}
      </FormLabel>
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
            label={t(`pages.spreadsheet.source.types.${id}`)}
          />
        ))}
      </RadioGroup>
      <div className={classes.source}>
        <TextSource
          id="ai-governance-sheet"
          fileLabel={t('pages.spreadsheet.source.file')}
          choose={t('pages.spreadsheet.source.choose')}
          accept=".csv,text/csv,text/tab-separated-values,.tsv,.txt"
          pasteLabel={t('pages.spreadsheet.source.paste')}
          formats={t('pages.spreadsheet.source.formats')}
          read={file => read(t, file)}
          onText={onText}
        />
      </div>
    </>
  );
}
