import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import ButtonGroup from '@material-ui/core/ButtonGroup';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { tiers } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { useTexts } from '../../translation';
import { ManyField } from '../ChoiceFields';
import { useReading } from '../useReading';
import { scopes, useWorkQuery, workKinds } from './workQuery';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
    gap: theme.spacing(1.5),
    alignItems: 'center',
    padding: theme.spacing(2),
    margin: theme.spacing(2, 0),
  },
}));

/** Whose work, of which kind and tier. The choices stand in the address. */
export function WorkFilters({
  work,
}: {
  work: ReturnType<typeof useWorkQuery>;
}) {
  const t = useTexts();
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const teams = useReading(() => api.teamScorecards(), [api]).value ?? [];
  const { address, scope, owner, kind, tier } = work;
  return (
    <Paper
      variant="outlined"
      className={classes.root}
      role="search"
      aria-label={t('pages.work.filters.label')}
    >
      <ButtonGroup size="small" aria-label={t('pages.work.filters.whose')}>
        {scopes.map(value => (
          <Button
            key={value}
            variant={scope === value ? 'contained' : 'outlined'}
            color={scope === value ? 'primary' : 'default'}
            aria-pressed={scope === value}
            onClick={() =>
              address.change({
                scope: value === 'mine' ? '' : value,
                ...(value !== 'team' && { owner: '' }),
              })
            }
          >
            {t(`pages.work.filters.scope.${value}`)}
          </Button>
        ))}
      </ButtonGroup>
      {scope === 'team' && (
        <ManyField
          id="work-owner"
          label={t('pages.work.filters.teams')}
          choices={teams.map(({ ref, title }) => ({ value: ref, word: title }))}
          value={owner}
          onChange={chosen => address.change({ owner: chosen })}
        />
      )}
      <ManyField
        id="work-kind"
        label={t('pages.work.filters.kind.label')}
        choices={workKinds.map(value => ({
          value,
          word: t(`pages.work.filters.kind.${value}`),
        }))}
        value={kind}
        onChange={chosen => address.change({ kind: chosen })}
      />
      <ManyField
        id="work-tier"
        label={t('pages.work.filters.tier')}
        choices={tiers.map(value => ({
          value,
          word: t(`words.tier.${value}`),
        }))}
        value={tier}
        onChange={chosen => address.change({ tier: chosen })}
      />
    </Paper>
  );
}
