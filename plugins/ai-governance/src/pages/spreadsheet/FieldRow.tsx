import { ReactNode } from 'react';
import FormLabel from '@material-ui/core/FormLabel';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { fieldId } from './ColumnSelect';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(0.5, 2),
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    alignItems: 'start',
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  title: { paddingTop: theme.spacing(1) },
  label: {
    ...theme.typography.body2,
    color: theme.palette.text.primary,
    overflowWrap: 'anywhere',
  },
  source: { minWidth: 0 },
}));

/** A field at the left, where its value comes from at the right: a long title breaks and covers nothing. */
export function FieldRow(props: {
  id: string;
  title: string;
  required: boolean;
  about?: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  const { id, title, required, about, children } = props;
  return (
    <div className={classes.root}>
      <div className={classes.title}>
        <FormLabel
          htmlFor={fieldId(id)}
          required={required}
          className={classes.label}
        >
          {title}
        </FormLabel>
        {about && (
          <Typography variant="caption" color="textSecondary" component="p">
            {about}
          </Typography>
        )}
      </div>
      <div className={classes.source}>{children}</div>
    </div>
  );
}
