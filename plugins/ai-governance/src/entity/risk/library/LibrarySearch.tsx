import { useMemo, useState } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { riskCategories } from 'backstage-plugin-ai-governance-common';
import type {
  RiskLibraryEntry,
  RiskLibraryFilter,
} from 'backstage-plugin-ai-governance-common/risk-library';
import { inWords } from '../../../records';
import { useTexts } from '../../../translation';
import { EntryItem } from './EntryItem';
import { EntryList } from './EntryList';
import { RiskLibrary } from './useRiskLibrary';

const useStyles = makeStyles(theme => ({
  fields: {
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
    margin: theme.spacing(2, 0),
  },
}));

function Choice(props: {
  id: string;
  label: string;
  value: string | undefined;
  choices: readonly (readonly [value: string, word: string])[];
  onChange: (value: string | undefined) => void;
}) {
  const t = useTexts();
  const { id, label, value = '', choices, onChange } = props;
  return (
    <TextField
      select
      id={id}
      label={label}
      value={value}
      variant="outlined"
      size="small"
      onChange={event => onChange(event.target.value || undefined)}
      SelectProps={{ SelectDisplayProps: { 'aria-label': label } as object }}
    >
      <MenuItem value="">{t('entity.library.all')}</MenuItem>
      {choices.map(([choice, word]) => (
        <MenuItem key={choice} value={choice}>
          {word}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** The whole library, to search and to filter. */
export function LibrarySearch(props: {
  /** What ids of fields begin with: two may be open on a page. */
  id: string;
  library: RiskLibrary;
  of: (entry: RiskLibraryEntry) => boolean;
  coveredBy: (entry: RiskLibraryEntry) => string[];
  onAdd: (entry: RiskLibraryEntry) => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { id, library, of, coveredBy, onAdd } = props;
  const [filter, setFilter] = useState<RiskLibraryFilter>({});
  // the form beside it renders at every keystroke
  const found = useMemo(
    () => library.searchLibrary(filter).filter(of),
    [library, filter, of],
  );
  const narrow = (part: RiskLibraryFilter) => setFilter({ ...filter, ...part });
  return (
    <>
      <div className={classes.fields}>
        <TextField
          id={`${id}-q`}
          label={t('entity.library.search')}
          type="search"
          variant="outlined"
          size="small"
          value={filter.q ?? ''}
          onChange={event => narrow({ q: event.target.value || undefined })}
          inputProps={{ maxLength: 200 }}
        />
        <Choice
          id={`${id}-category`}
          label={t('entity.library.category')}
          value={filter.category}
          choices={riskCategories.map(c => [c, inWords(c)] as const)}
          onChange={category =>
            narrow({ category: category as RiskLibraryFilter['category'] })
          }
        />
        <Choice
          id={`${id}-framework`}
          label={t('entity.library.catalogue')}
          value={filter.framework}
          choices={library.riskFrameworks.map(f => [f.id, f.title] as const)}
          onChange={framework => narrow({ framework })}
        />
      </div>
      <Typography role="status" variant="body2" color="textSecondary">
        {found.length === 0
          ? t('entity.library.noneFound')
          : t('entity.library.entries', { count: found.length })}
      </Typography>
      <EntryList key={JSON.stringify(filter)} items={found} step={10}>
        {entry => (
          <EntryItem
            key={entry.id}
            entry={entry}
            covered={coveredBy(entry)}
            action={{
              label: t('entity.library.add'),
              onClick: () => onAdd(entry),
            }}
          />
        )}
      </EntryList>
    </>
  );
}
