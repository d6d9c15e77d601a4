import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { BulkOwners } from 'backstage-plugin-ai-governance-common';
import { useTexts } from '../../translation';
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
  const t = useTexts();
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={t('pages.bulk.owners.list')}>
      {props.items.map(item => (
        <li key={item.ref}>
          <Typography variant="body2">
            {item.subject?.title ?? item.ref}
          </Typography>
          <Typography variant="caption" component="div" color="textSecondary">
            {item.subject?.owner
              ? t('pages.bulk.owners.now', {
                  owner: nameInRef(item.subject.owner),
                })
              : t('pages.bulk.owners.nobody')}
          </Typography>
          <Outcome item={item} owner={props.owner} />
        </li>
      ))}
    </ul>
  );
}

function Outcome({ item, owner }: { item: Item; owner: string }) {
  const t = useTexts();
  const classes = useStyles();
  const { outcome, reason, source } = item;
  const team = nameInRef(owner);
  if (outcome === 'at-source') {
    return (
      <Typography variant="body2" component="div">
        {source?.location
          ? t('pages.bulk.owners.declared', { location: source.location })
          : t('pages.bulk.owners.declaredInFile')}{' '}
        {source?.editUrl && (
          <Link to={source.editUrl}>{t('pages.bulk.owners.edit')}</Link>
        )}
        <div>{t('pages.bulk.owners.write')}</div>
        <pre className={classes.write}>{source?.write}</pre>
      </Typography>
    );
  }
  return (
    <Typography variant="body2">
      {t(`pages.bulk.owners.outcome.${outcome}`, {
        team,
        reason: reason ?? '',
      })}
    </Typography>
  );
}
