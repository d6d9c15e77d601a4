import { useEffect, useMemo, useState } from 'react';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import {
  CatalogAutocomplete,
  DefaultEntityFilters,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { levels, tiers } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { errorWords, useLoad } from '../components';
import { inventoryRouteRef, usePageLink } from '../routes';
import { Texts, useTexts } from '../translation';
import { PostureFilter } from './PostureFilter';
import { readMatching } from './readMatching';

const useStyles = makeStyles(theme => ({
  note: { marginTop: theme.spacing(0.5) },
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
}));

type Filters = DefaultEntityFilters & { aiGovernance?: PostureFilter };

interface Choice {
  /** As it stands in the address of the catalog. */
  value: string;
  word: string;
}
const tierChoices = (t: Texts): Choice[] =>
  tiers.map(tier => ({ value: `tier:${tier}`, word: t(`words.tier.${tier}`) }));
const levelChoices = (t: Texts): Choice[] =>
  (['none', ...levels] as const).map(level => ({
    value: `level:${level}`,
    word: t(`words.level.${level}`),
  }));

const chosenOf = (chosen: readonly string[], field: 'tier' | 'level') =>
  chosen
    .filter(value => value.startsWith(`${field}:`))
    .map(value => value.slice(field.length + 1));

/**
 * Filters the catalog's list by tier and level, for kinds of which there are subjects. What fits is asked of AI governance as the reader, so the
 * catalog shows by it only what the reader may read there too.
 */
export function CatalogPostureFilter() {
  const t = useTexts();
  const api = useApi(aiGovernanceApiRef);
  const classes = useStyles();
  const inventory = usePageLink(inventoryRouteRef);
  const { filters, queryParameters, updateFilters } = useEntityList<Filters>();
  const asked = [queryParameters.aiGovernance ?? []].flat();
  const ofTier = useMemo(() => tierChoices(t), [t]);
  const ofLevel = useMemo(() => levelChoices(t), [t]);
  const [chosen, setChosen] = useState(() =>
    [...ofTier, ...ofLevel]
      .map(({ value }) => value)
      .filter(value => asked.includes(value)),
  );
  const kind = filters.kind?.value;
  const facets = useLoad(() => api.facets(), [api]).value;
  const shown = facets?.kind.some(
    ({ value }) => value.toLowerCase() === kind?.toLowerCase(),
  );
  const active = shown ? chosen : [];
  const key = active.join(' ');
  const { value: refs, error } = useLoad(async () => {
    const of = key === '' ? [] : key.split(' ');
    const tier = chosenOf(of, 'tier');
    const level = chosenOf(of, 'level');
    return {
      of: key,
      refs: of.length === 0 ? [] : await readMatching(api, { tier, level }),
    };
  }, [api, key]);

  const filter = useMemo(() => {
    if (key === '') return undefined;
    // what cannot be found out is not shown as if it fitted
    if (error) return new PostureFilter(key.split(' '), [], kind);
    return refs?.of === key
      ? new PostureFilter(key.split(' '), refs.refs, kind)
      : null;
  }, [key, refs, error, kind]);
  useEffect(() => {
    // null: it is being found out, and what is shown stays until then
    if (filter !== null) updateFilters({ aiGovernance: filter });
  }, [filter, updateFilters]);

  if (!shown) return null;
  const change = (choices: Choice[], now: Choice[]) => {
    const others = chosen.filter(v => choices.every(c => c.value !== v));
    setChosen([...others, ...now.map(({ value }) => value)]);
  };
  const field = (label: string, name: string, choices: Choice[]) => (
    <CatalogAutocomplete<Choice, true>
      multiple
      disableCloseOnSelect
      label={label}
      name={name}
      options={choices}
      getOptionLabel={({ word }) => word}
      value={choices.filter(({ value }) => chosen.includes(value))}
      onChange={(_event, now) => change(choices, now)}
    />
  );
  return (
    <div>
      {field(t('catalog.tier'), 'ai-governance-tier-picker', ofTier)}
      {field(t('catalog.level'), 'ai-governance-level-picker', ofLevel)}
      {error && key !== '' && (
        <Typography variant="body2" role="alert" className={classes.note}>
          {t('catalog.failed', { reason: errorWords(error) })}
        </Typography>
      )}
      {filter?.many && (
        <Typography variant="body2" className={classes.note}>
          {t('catalog.many')}{' '}
          {inventory && (
            <Link to={inventory} className={classes.link}>
              {t('catalog.inventory')}
            </Link>
          )}
        </Typography>
      )}
    </div>
  );
}
