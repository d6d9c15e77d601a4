import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { BulkOwners } from 'backstage-plugin-ai-governance-common';
import { nameInRef } from '../nameInRef';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    padding: 0,
    margin: 0,
    '& > li': {
      padding: theme.spacing(0.75, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
    },
    '& a': {
      color: theme.palette.text.primary,
      textDecoration: 'underline',
    },
  },
  write: {
    fontFamily: 'monospace',
    whiteSpace: 'pre',
    overflowX: 'auto',
    margin: theme.spacing(0.5, 0),
  },
}));

type Item = BulkOwners['items'][number];

/** What becomes of each system, line by line. */
export function OwnerOutcomes(props: {
  items: readonly Item[];
  /** Full reference of the new owner. */
  owner: string;
}) {
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label="Systems">
      {props.items.map(item => (
        <li key={item.ref}>
          <Typography variant="body2">
            {item.subject?.title ?? item.ref}
          </Typography>
          <Typography variant="caption" component="div" color="textSecondary">
            {item.subject?.owner
              ? `Now ${nameInRef(item.subject.owner)}`
              : 'Now nobody'}
          </Typography>
          <Outcome item={item} owner={props.owner} />
        </li>
      ))}
    </ul>
  );
}

function Outcome({ item, owner }: { item: Item; owner: string }) {
  const classes = useStyles();
  const { outcome, reason, source } = item;
  const team = nameInRef(owner);
  if (outcome === 'at-source') {
    return (
      <Typography variant="body2" component="div">
        It is declared in{' '}
        {source?.location ? source.location : 'a file that the catalog reads'}.{' '}
        {source?.editUrl && <Link to={source.editUrl}>Edit at source</Link>}
        <div>Write there:</div>
        <pre className={classes.write}>{source?.write}</pre>
      </Typography>
    );
  }
  const words = {
    may: `Will be owned by ${team}`,
    assigned: `Assigned to ${team}`,
    unchanged: `Owned by ${team} already`,
    refused: `Not assigned: ${reason}`,
  };
  return <Typography variant="body2">{words[outcome]}</Typography>;
}
