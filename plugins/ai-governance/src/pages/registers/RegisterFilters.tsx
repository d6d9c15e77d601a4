import { FormEvent } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Paper from '@material-ui/core/Paper';
import { tiers } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { tierWords } from '../../scorecards';
import { ManyField, OneField } from '../ChoiceFields';
import { inWords } from '../../records';
import { RefField } from '../../register/RefField';
import { nameInRef } from '../nameInRef';
import { SearchField } from '../SearchField';
import { useReading } from '../useReading';
import { Register } from './registerQuery';
import { useFilterStyles } from './useFilterStyles';

const choicesOf = (values: readonly string[]) =>
  values.map(value => ({ value, word: inWords(value) }));

/** Filters of a register. Their values stand in the address, so a view can be sent to a colleague. */
export function RegisterFilters({ register }: { register: Register }) {
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
      aria-label="Filter the register"
      onSubmit={(event: FormEvent) => event.preventDefault()}
    >
      <SearchField
        label="In the text"
        value={values.q}
        onChange={q => address.change({ q }, { replace: true })}
      />
      <OneField
        id="register-team"
        label="Team and below"
        choices={(teams ?? []).map(t => ({ value: t.ref, word: t.title }))}
        value={values.team}
        onChange={team => address.change({ team })}
      />
      <ManyField
        id="register-owner"
        label="Owner"
        choices={(facets?.owner ?? []).map(({ value }) => ({
          value,
          word: nameInRef(value),
        }))}
        value={values.owner}
        onChange={owner => address.change({ owner })}
      />
      <ManyField
        id="register-tier"
        label="Tier"
        choices={tiers.map(value => ({ value, word: tierWords[value] }))}
        value={values.tier}
        onChange={tier => address.change({ tier })}
      />
      {register.type.register?.status && (
        <ManyField
          id="register-status"
          label="Status"
          choices={choicesOf(register.type.register.status.values)}
          value={values.status}
          onChange={status => address.change({ status })}
        />
      )}
      {register.type.register?.severity && (
        <ManyField
          id="register-severity"
          label="Severity"
          choices={choicesOf(register.type.register.severity.values)}
          value={values.severity}
          onChange={severity => address.change({ severity })}
        />
      )}
      {register.type.register?.owner && (
        <RefField
          id="ai-governance-register-assignee"
          label="Who has to act"
          kinds={['User', 'Group']}
          value={values.assignee[0] ?? ''}
          onChange={assignee => address.change({ assignee: assignee ?? '' })}
        />
      )}
      {register.type.register?.status && register.type.register.due && (
        <FormControlLabel
          control={
            <Checkbox
              color="primary"
              checked={values.overdue}
              onChange={(_, checked) =>
                address.change({ overdue: checked ? 'true' : '' })
              }
            />
          }
          label="Overdue only"
        />
      )}
      {!plain && <Button onClick={clear}>Clear all filters</Button>}
    </Paper>
  );
}
