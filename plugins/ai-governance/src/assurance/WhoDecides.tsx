import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Deciders } from 'backstage-plugin-ai-governance-common';
import { Sentence } from '../components';
import { useMe } from './useMe';

const useStyles = makeStyles(theme => ({
  policy: { margin: theme.spacing(1, 0) },
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
  more: { textTransform: 'none' },
}));

const shown = 6;

const words: Record<string, string> = {
  accountable: 'the accountable leader',
  owner: 'the owner',
};

type Decider = Deciders['you'];

function Verdict({ of }: { of: Decider }) {
  const { may, reason, rule, onBehalfOf } = of;
  if (!may) return <>may not: {reason && <Sentence text={reason} />}</>;
  if (rule === 'stand-in') {
    return (
      <>
        may decide as the stand-in of <Sentence text={onBehalfOf ?? ''} />
      </>
    );
  }
  if (rule === 'small-team') {
    return (
      <>may decide, because everybody who holds the authority is an author</>
    );
  }
  return <>may decide</>;
}

/** Whom the policy names, the reader first, then the people: who may, and why others may not. */
export function WhoDecides({ deciders }: { deciders: Deciders }) {
  const classes = useStyles();
  const [whole, setWhole] = useState(false);
  const { holders, you } = deciders;
  const me = useMe();
  const people = deciders.people.filter(({ ref }) => ref !== me);
  people.sort((a, b) => Number(b.may) - Number(a.may));
  const rest = people.length - shown;
  return (
    <>
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.policy}
      >
        {holders.length === 0 ? (
          'The policy names nobody who decides this.'
        ) : (
          <>
            By the policy:{' '}
            <Sentence text={holders.map(h => words[h] ?? h).join(', or ')} />.
          </>
        )}
      </Typography>
      <ul className={classes.list}>
        <Typography component="li">
          <strong>You:</strong> <Verdict of={you} />
        </Typography>
        {people.slice(0, whole ? undefined : shown).map(person => (
          <Typography component="li" key={person.ref}>
            <EntityRefLink
              entityRef={person.ref}
              title={person.title}
              hideIcon
            />{' '}
            <Verdict of={person} />
          </Typography>
        ))}
      </ul>
      {rest > 0 && (
        <Button
          size="small"
          color="primary"
          className={classes.more}
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {whole ? 'Show fewer' : `Show ${rest} more`}
        </Button>
      )}
    </>
  );
}
