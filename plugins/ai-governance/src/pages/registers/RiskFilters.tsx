import { FormEvent } from 'react';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Paper from '@material-ui/core/Paper';
import {
  riskCategories,
  riskLevels,
} from 'backstage-plugin-ai-governance-common';
import { riskWord } from '../../entity/risk/RiskLevelLabel';
import { inWords } from '../../records';
import { ManyField } from '../ChoiceFields';
import { SearchField } from '../SearchField';
import { RiskRegisterQuery } from './riskQuery';
import { SubjectFields } from './SubjectFields';
import { useFilterStyles } from './useFilterStyles';

// the gravest first, as in the list
const levelChoices = [...riskLevels]
  .reverse()
  .map(value => ({ value, word: riskWord(value) }));

const levelFields = [
  ['current', 'Current level'],
  ['inherent', 'Inherent level'],
  ['target', 'Target level'],
] as const;

/** Filters of the register of risks. Their values stand in the address, so a view can be sent to a colleague. */
export function RiskFilters({ register }: { register: RiskRegisterQuery }) {
  const classes = useFilterStyles();
  const { values, plain, clear, address } = register;
  return (
    <Paper
      component="form"
      variant="outlined"
      className={classes.root}
      role="search"
      aria-label="Filter the risks"
      onSubmit={(event: FormEvent) => event.preventDefault()}
    >
      <SearchField
        label="In the title of the risk"
        value={values.q}
        onChange={q => address.change({ q }, { replace: true })}
      />
      {levelFields.map(([name, label]) => (
        <ManyField
          key={name}
          id={`risks-${name}`}
          label={label}
          choices={levelChoices}
          value={values[name]}
          onChange={levels => address.change({ [name]: levels })}
        />
      ))}
      <ManyField
        id="risks-category"
        label="Category"
        choices={riskCategories.map(value => ({ value, word: inWords(value) }))}
        value={values.category}
        onChange={category => address.change({ category })}
      />
      <SubjectFields id="risks" values={values} address={address} />
      <FormControlLabel
        control={
          <Checkbox
            color="primary"
            checked={values.aboveTolerance}
            onChange={(_, checked) =>
              address.change({ aboveTolerance: checked ? 'true' : '' })
            }
          />
        }
        label="Above tolerance only"
      />
      {!plain && <Button onClick={clear}>Clear all filters</Button>}
    </Paper>
  );
}
