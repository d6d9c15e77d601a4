import { FormEvent } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import {
  controlFamilies,
  resultStates,
  tiers,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { useAsOf } from '../components';
import { levelsFromTop } from '../scorecards';
import { useTexts } from '../translation';
import { ManyField as Many, OneField as One } from './ChoiceFields';
import { useListQuery } from './listQuery';
import { nameInRef } from './nameInRef';
import { SearchField } from './SearchField';
import { useReading } from './useReading';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
    gap: theme.spacing(1.5),
    marginBottom: theme.spacing(2),
    padding: theme.spacing(2),
    alignItems: 'start',
  },
}));

/** Filters of the inventory. Their values stand in the address, so a view can be sent to a colleague. */
export function InventoryFilters({
  list,
}: {
  list: ReturnType<typeof useListQuery>;
}) {
  const t = useTexts();
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const { asOf, query: time } = useAsOf();
  const facets = useReading(() => api.facets(time), [api, asOf]).value;
  const teams = useReading(() => api.teamScorecards(time), [api, asOf]).value;
  const { query, change, clear } = list;
  const { values } = query;

  const facet = (key: 'owner' | 'lifecycle' | 'sourcing' | 'type' | 'kind') =>
    (facets?.[key] ?? []).map(({ value, count }) => ({
      value,
      word: `${key === 'owner' ? nameInRef(value) : value} (${count})`,
    }));

  return (
    <Paper
      component="form"
      variant="outlined"
      className={classes.root}
      role="search"
      aria-label="Filter the inventory"
      onSubmit={(event: FormEvent) => event.preventDefault()}
    >
      <SearchField
        label="Title, name or owner"
        value={values.q}
        onChange={q => change({ q }, { replace: true })}
      />
      <One
        id="team"
        label="Team and below"
        choices={(teams ?? []).map(({ ref, title }) => ({
          value: ref,
          word: title,
        }))}
        value={values.team}
        onChange={team => change({ team })}
      />
      <Many
        id="owner"
        label="Owner"
        choices={facet('owner')}
        value={values.owner}
        onChange={owner => change({ owner })}
      />
      <Many
        id="tier"
        label="Tier"
        choices={tiers.map(value => ({
          value,
          word: t(`words.tier.${value}`),
        }))}
        value={values.tier}
        onChange={tier => change({ tier })}
      />
      <Many
        id="level"
        label="Level"
        choices={levelsFromTop.map(value => ({
          value,
          word: t(`words.level.${value}`),
        }))}
        value={values.level}
        onChange={level => change({ level })}
      />
      <Many
        id="state"
        label="Has a result that is"
        choices={resultStates.map(value => ({
          value,
          word: t(`words.state.${value}`),
        }))}
        value={values.state}
        onChange={state => change({ state })}
      />
      <One
        id="family"
        label="In control family"
        choices={Object.entries(controlFamilies).map(([value, word]) => ({
          value,
          word,
        }))}
        value={values.family}
        onChange={family => change({ family })}
      />
      <Many
        id="lifecycle"
        label="Lifecycle"
        choices={facet('lifecycle')}
        value={values.lifecycle}
        onChange={lifecycle => change({ lifecycle })}
      />
      <Many
        id="sourcing"
        label="Sourcing"
        choices={facet('sourcing')}
        value={values.sourcing}
        onChange={sourcing => change({ sourcing })}
      />
      <Many
        id="type"
        label="Type"
        choices={facet('type')}
        value={values.type}
        onChange={type => change({ type })}
      />
      <Many
        id="kind"
        label="Kind"
        choices={facet('kind')}
        value={values.kind}
        onChange={kind => change({ kind })}
      />
      <One
        id="withoutTeam"
        label="Ownership"
        choices={[
          { value: 'unowned', word: 'Without an owner' },
          { value: 'person', word: 'Owned by a person' },
        ]}
        value={values.withoutTeam}
        onChange={withoutTeam => change({ withoutTeam })}
      />
      {values.control && (
        <Button variant="outlined" onClick={() => change({ control: '' })}>
          Control {values.control}: leave out
        </Button>
      )}
      {!query.plain && <Button onClick={clear}>Clear all filters</Button>}
    </Paper>
  );
}
