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
import { Scope, useWorkQuery, workKindWords } from './workQuery';

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

const scopeWords: readonly [Scope, string][] = [
  ['mine', 'For me'],
  ['team', 'For teams'],
  ['all', 'All'],
];

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
      aria-label="Filter the work"
    >
      <ButtonGroup size="small" aria-label="Whose work">
        {scopeWords.map(([value, word]) => (
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
            {word}
          </Button>
        ))}
      </ButtonGroup>
      {scope === 'team' && (
        <ManyField
          id="work-owner"
          label="Teams, with those below"
          choices={teams.map(({ ref, title }) => ({ value: ref, word: title }))}
          value={owner}
          onChange={chosen => address.change({ owner: chosen })}
        />
      )}
      <ManyField
        id="work-kind"
        label="Kind"
        choices={Object.entries(workKindWords).map(([value, word]) => ({
          value,
          word,
        }))}
        value={kind}
        onChange={chosen => address.change({ kind: chosen })}
      />
      <ManyField
        id="work-tier"
        label="Tier"
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
