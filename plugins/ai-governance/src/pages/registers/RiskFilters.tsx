import { FormEvent } from 'react';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Paper from '@material-ui/core/Paper';
import {
  riskCategories,
  riskLevels,
} from 'backstage-plugin-ai-governance-common';
import { inWords } from '../../records';
import { useTexts } from '../../translation';
import { ManyField } from '../ChoiceFields';
import { SearchField } from '../SearchField';
import { RiskRegisterQuery } from './riskQuery';
import { SubjectFields } from './SubjectFields';
import { useFilterStyles } from './useFilterStyles';

// the gravest first, as in the list
const levels = [...riskLevels].reverse();

const levelFields = ['current', 'inherent', 'target'] as const;

/** Filters of the register of risks. Their values stand in the address, so a view can be sent to a colleague. */
export function RiskFilters({ register }: { register: RiskRegisterQuery }) {
  const t = useTexts();
  const classes = useFilterStyles();
  const { values, plain, clear, address } = register;
  const levelChoices = levels.map(value => ({
    value,
    word: t(`words.risk.${value}`),
  }));
  return (
    <Paper
      component="form"
      variant="outlined"
      className={classes.root}
      role="search"
      aria-label={t('pages.registers.risks.filter.label')}
      onSubmit={(event: FormEvent) => event.preventDefault()}
    >
      <SearchField
        label={t('pages.registers.risks.filter.text')}
        value={values.q}
        onChange={q => address.change({ q }, { replace: true })}
      />
      {levelFields.map(name => (
        <ManyField
          key={name}
          id={`risks-${name}`}
          label={t(`pages.registers.risks.filter.${name}`)}
          choices={levelChoices}
          value={values[name]}
          onChange={chosen => address.change({ [name]: chosen })}
        />
      ))}
      <ManyField
        id="risks-category"
        label={t('pages.registers.risks.filter.category')}
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
        label={t('pages.registers.risks.filter.aboveTolerance')}
      />
      {!plain && (
        <Button onClick={clear}>{t('pages.registers.filter.clear')}</Button>
      )}
    </Paper>
  );
}
