import { ReactNode, useEffect, useRef } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(2),
    margin: theme.spacing(2, 0),
    border: `1px solid ${theme.palette.divider}`,
    borderLeft: `4px solid ${theme.palette.primary.main}`,
    borderRadius: theme.shape.borderRadius,
  },
  title: { outline: 'none' },
}));

/** What a form among records stands in; the focus is on its title when it opens. */
export function WritingFrame(props: {
  id: string;
  title: string;
  headingLevel: 3 | 4 | 5;
  children: ReactNode;
}) {
  const { id, headingLevel, children } = props;
  const classes = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className={classes.root} role="group" aria-labelledby={id}>
      <Typography
        variant="h6"
        component={`h${headingLevel}` as 'h3'}
        id={id}
        ref={title}
        tabIndex={-1}
        className={classes.title}
        gutterBottom
      >
        {props.title}
      </Typography>
      {children}
    </div>
  );
}
