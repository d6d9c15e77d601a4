import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { dayOf } from 'backstage-plugin-ai-governance-common';
import { Day } from '../components';
import { signalWords } from './signalWords';
import { canBeNamed } from './fromFound';
import { From } from './useFrom';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(3), overflowWrap: 'anywhere' },
  link: { color: 'inherit', textDecoration: 'underline' },
}));

/** Where the registration comes from, and what of it is filled in. */
export function FromNotice({ from }: { from: From }) {
  const classes = useStyles();
  const { ref, entity, found } = from;
  if (!entity) {
    return (
      <Alert severity="warning" className={classes.root}>
        {ref} cannot be read: the catalog has none of that name, or it is not
        for you to read. The form begins empty.
      </Alert>
    );
  }
  const link = (
    <EntityRefLink entityRef={entity} className={classes.link} hideIcon>
      {entity.metadata.title ?? entity.metadata.name}
    </EntityRefLink>
  );
  if (entity.kind.toLocaleLowerCase('en-US') === 'aisystem') {
    return (
      <Alert severity="info" className={classes.root}>
        {link} is an AI system already. The form begins empty.
      </Alert>
    );
  }
  return (
    <Alert severity="info" className={classes.root}>
      From {link}
      {found ? (
        <>
          : found by the sweep of the catalog of{' '}
          <Day day={dayOf(found.foundAt)} />, because{' '}
          {signalWords(found.reason)}.
        </>
      ) : (
        ', which is not among what was found: perhaps it is registered, or part of an AI system, already.'
      )}{' '}
      What is known of it is filled in; look whether it holds for the AI.{' '}
      {canBeNamed(entity)
        ? 'Once the AI system is in the catalog, what it names counts as registered.'
        : `An AI system cannot name a ${entity.kind}: say on the page Management system what was decided on it.`}
    </Alert>
  );
}
