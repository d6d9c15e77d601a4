import { FormEvent } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Paper from '@material-ui/core/Paper';
import {
  riskCategories,
  riskLevels,
  tiers,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { riskWord } from '../../entity/risk/RiskLevelLabel';
import { inWords } from '../../records';
import { tierWords } from '../../scorecards';
import { ManyField, OneField } from '../ChoiceFields';
import { nameInRef } from '../nameInRef';
import { SearchField } from '../SearchField';
import { useReading } from '../useReading';
import { RiskRegisterQuery } from './riskQuery';
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
  const api = useApi(aiGovernanceApiRef);
  const facets = useReading(() => api.facets(), [api]).value;
  const teams = useReading(() => api.teamScorecards(), [api]).value;
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
      <OneField
        id="risks-team"
        label="Team and below"
        choices={(teams ?? []).map(t => ({ value: t.ref, word: t.title }))}
        value={values.team}
        onChange={team => address.change({ team })}
      />
      <ManyField
        id="risks-owner"
        label="Owner"
        choices={(facets?.owner ?? []).map(({ value }) => ({
          value,
          word: nameInRef(value),
        }))}
        value={values.owner}
        onChange={owner => address.change({ owner })}
      />
      <ManyField
        id="risks-tier"
        label="Tier"
        choices={tiers.map(value => ({ value, word: tierWords[value] }))}
        value={values.tier}
        onChange={tier => address.change({ tier })}
      />
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
