import { ReactNode, useEffect, useState } from 'react';
import MuiLink from '@material-ui/core/Link';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { PlaceHeading } from '../records';
import { useTexts } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(3),
    overflow: 'hidden',
    '& + &': { marginTop: theme.spacing(3) },
  },
  contents: {
    ...theme.typography.body2,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    listStyle: 'none',
    margin: theme.spacing(0, 0, 2),
    padding: 0,
  },
  text: { maxWidth: 900 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    margin: theme.spacing(2, 0),
    '&[hidden]': { display: 'none' },
  },
  heading: {
    margin: theme.spacing(3, 0, 1),
    '&:first-child': { marginTop: 0 },
  },
}));

/** One subject of the tab under its own heading, with a sentence on what it is for. */
export function Section(props: {
  id: string;
  title: string;
  text: ReactNode;
  /** Whether the reader came to see it: then the focus is there as soon as it is. */
  cameFor?: boolean;
  children: ReactNode;
}) {
  const classes = useStyles();
  const { id, title, text, children } = props;
  const [cameFor] = useState(props.cameFor);
  useEffect(() => {
    if (cameFor) document.getElementById(id)?.focus();
  }, [cameFor, id]);
  return (
    <Paper className={classes.root} component="section" aria-labelledby={id}>
      <PlaceHeading id={id} gutterBottom>
        {title}
      </PlaceHeading>
      <Typography color="textSecondary" paragraph className={classes.text}>
        {text}
      </Typography>
      {children}
    </Paper>
  );
}

/** The way to each section of a long tab. */
export function OnThisPage(props: {
  sections: readonly { id: string; title: string; about?: string }[];
}) {
  const t = useTexts();
  const classes = useStyles();
  return (
    <nav aria-label={t('assurance.onThisTab')}>
      <ul className={classes.contents}>
        {props.sections.map(({ id, title, about }) => (
          <li key={id}>
            <MuiLink href={`#${id}`}>
              {title}
              {about && ` (${about})`}
            </MuiLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The buttons of a section, out of sight while one of its forms is open. */
export function Actions(props: { hidden: boolean; children: ReactNode }) {
  const classes = useStyles();
  return (
    <div className={classes.actions} hidden={props.hidden}>
      {props.children}
    </div>
  );
}

/** The heading of a part of a section. */
export function PartHeading({ children }: { children: ReactNode }) {
  const classes = useStyles();
  return (
    <Typography variant="h6" component="h3" className={classes.heading}>
      {children}
    </Typography>
  );
}
