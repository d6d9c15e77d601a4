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
      aria-label={t('pages.inventory.filters.label')}
      onSubmit={(event: FormEvent) => event.preventDefault()}
    >
      <SearchField
        label={t('pages.inventory.filters.search')}
        value={values.q}
        onChange={q => change({ q }, { replace: true })}
      />
      <One
        id="team"
        label={t('pages.inventory.filters.team')}
        choices={(teams ?? []).map(({ ref, title }) => ({
          value: ref,
          word: title,
        }))}
        value={values.team}
        onChange={team => change({ team })}
      />
      <Many
        id="owner"
        label={t('pages.inventory.filters.owner')}
        choices={facet('owner')}
        value={values.owner}
        onChange={owner => change({ owner })}
      />
      <Many
        id="tier"
        label={t('pages.inventory.filters.tier')}
        choices={tiers.map(value => ({
          value,
          word: t(`words.tier.${value}`),
        }))}
        value={values.tier}
        onChange={tier => change({ tier })}
      />
      <Many
        id="level"
        label={t('pages.inventory.filters.level')}
        choices={levelsFromTop.map(value => ({
          value,
          word: t(`words.level.${value}`),
        }))}
        value={values.level}
        onChange={level => change({ level })}
      />
      <Many
        id="state"
        label={t('pages.inventory.filters.state')}
        choices={resultStates.map(value => ({
          value,
          word: t(`words.state.${value}`),
        }))}
        value={values.state}
        onChange={state => change({ state })}
      />
      <One
        id="family"
        label={t('pages.inventory.filters.family')}
        choices={Object.entries(controlFamilies).map(([value, word]) => ({
          value,
          word,
        }))}
        value={values.family}
        onChange={family => change({ family })}
      />
      <Many
        id="lifecycle"
        label={t('pages.inventory.filters.lifecycle')}
        choices={facet('lifecycle')}
        value={values.lifecycle}
        onChange={lifecycle => change({ lifecycle })}
      />
      <Many
        id="sourcing"
        label={t('pages.inventory.filters.sourcing')}
        choices={facet('sourcing')}
        value={values.sourcing}
        onChange={sourcing => change({ sourcing })}
      />
      <Many
        id="type"
        label={t('pages.inventory.filters.type')}
        choices={facet('type')}
        value={values.type}
        onChange={type => change({ type })}
      />
      <Many
        id="kind"
        label={t('pages.inventory.filters.kind')}
        choices={facet('kind')}
        value={values.kind}
        onChange={kind => change({ kind })}
      />
      <One
        id="withoutTeam"
        label={t('pages.inventory.filters.ownership.label')}
        choices={[
          {
            value: 'unowned',
            word: t('pages.inventory.filters.ownership.unowned'),
          },
          {
            value: 'person',
            word: t('pages.inventory.filters.ownership.person'),
          },
        ]}
        value={values.withoutTeam}
        onChange={withoutTeam => change({ withoutTeam })}
      />
      {values.control && (
        <Button variant="outlined" onClick={() => change({ control: '' })}>
          {t('pages.inventory.filters.leaveOut', { control: values.control })}
        </Button>
      )}
      {!query.plain && (
        <Button onClick={clear}>{t('pages.inventory.filters.clear')}</Button>
      )}
    </Paper>
  );
}
