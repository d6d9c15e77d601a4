import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { parseEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { useLoad } from '../components';
import { useTexts } from '../translation';
import { RefField } from './RefField';

const useStyles = makeStyles(theme => ({
  teams: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));

/** The groups that the reader is in, in the order in which sign-in named them. */
export function useOwnTeams(): string[] {
  const identity = useApi(identityApiRef);
  const { value } = useLoad(() => identity.getBackstageIdentity(), [identity]);
  return (value?.ownershipEntityRefs ?? []).filter(
    ref => parseEntityRef(ref).kind.toLocaleLowerCase('en-US') === 'group',
  );
}

function Team(props: {
  ref_: string;
  chosen: boolean;
  disabled?: boolean;
  onChoose: () => void;
}) {
  const { primaryTitle } = useEntityPresentation(props.ref_);
  return (
    <Chip
      size="small"
      variant={props.chosen ? 'default' : 'outlined'}
      label={primaryTitle}
      disabled={props.disabled}
      onClick={props.onChoose}
      aria-pressed={props.chosen}
      style={{ margin: 0 }}
    />
  );
}

/** The team that owns it: any, the reader's own are proposed. */
export function OwnerField(props: {
  id: string;
  label: string;
  value: string | undefined;
  problem?: string;
  disabled?: boolean;
  onChange: (value: string | undefined) => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const teams = useOwnTeams();
  return (
    <RefField
      {...props}
      required
      kinds={['Group']}
      help={
        <span className={classes.teams}>
          {t(teams.length > 0 ? 'register.owner.yours' : 'register.owner.help')}
          {teams.map(team => (
            <Team
              key={team}
              ref_={team}
              chosen={props.value === team}
              disabled={props.disabled}
              onChoose={() => props.onChange(team)}
            />
          ))}
        </span>
      }
    />
  );
}
