import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useEntity } from '@backstage/plugin-catalog-react';
import { RecordSource } from 'backstage-plugin-ai-governance-common';
import { When } from '../components';
import { declaredInPortal, SourceLocation, SourceProblem } from '../records';
import { useTexts } from '../translation';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2), overflowWrap: 'anywhere' },
  list: { margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(2.5) },
}));

// as it stands in the catalog file
const ANNOTATION = 'ai-governance/records: ./governance/';

/** From which folder the documents of a system are read, and what of it is passed over; or that there may be one. */
export function DocumentsSource({ source }: { source?: RecordSource }) {
  const t = useTexts();
  const classes = useStyles();
  const { entity } = useEntity();
  if (!source) {
    return declaredInPortal(entity) ? null : (
      <Typography variant="body2" color="textSecondary" paragraph>
        {t('entity.documents.source.here', {
          annotation: <code>{ANNOTATION}</code>,
        })}
      </Typography>
    );
  }
  const { location, readAt, ignored } = source;
  return (
    <div className={classes.root}>
      <Typography variant="body2" color="textSecondary">
        {readAt
          ? t('entity.documents.source.readAt', {
              location: <SourceLocation location={location} />,
              at: <When at={readAt} />,
            })
          : t('entity.documents.source.read', {
              location: <SourceLocation location={location} />,
            })}
      </Typography>
      <SourceProblem source={source} />
      {ignored.length > 0 && (
        <Typography variant="body2" component="div">
          {t('entity.documents.source.ignored')}:
          <ul
            className={classes.list}
            aria-label={t('entity.documents.source.ignored')}
          >
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
