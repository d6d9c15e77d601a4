import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useEntity } from '@backstage/plugin-catalog-react';
import { RecordSource } from 'backstage-plugin-ai-governance-common';
import { When } from '../components';
import { declaredInPortal, SourceLocation, SourceProblem } from '../records';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2), overflowWrap: 'anywhere' },
  list: { margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(2.5) },
}));

/** From which folder the documents of a system are read, and what of it is passed over; or that there may be one. */
export function DocumentsSource({ source }: { source?: RecordSource }) {
  const classes = useStyles();
  const { entity } = useEntity();
  if (!source) {
    return declaredInPortal(entity) ? null : (
      <Typography variant="body2" color="textSecondary" paragraph>
        Write them here, or keep them as files beside the code: with the
        annotation <code>ai-governance/records: ./governance/</code> in the
        catalog file of the system they are read from that folder.
      </Typography>
    );
  }
  const { location, readAt, ignored } = source;
  return (
    <div className={classes.root}>
      <Typography variant="body2" color="textSecondary">
        What lies in <SourceLocation location={location} /> is read from there
        {readAt && (
          <>
            , the last time on <When at={readAt} />
          </>
        )}
        . All else is written here.
      </Typography>
      <SourceProblem source={source} />
      {ignored.length > 0 && (
        <Typography variant="body2" component="div">
          Files that are passed over:
          <ul className={classes.list} aria-label="Files that are passed over">
            {ignored.map(({ path, reason }) => (
              <li key={path}>
                <code>{path}</code>: {reason}
              </li>
            ))}
          </ul>
        </Typography>
      )}
    </div>
  );
}
