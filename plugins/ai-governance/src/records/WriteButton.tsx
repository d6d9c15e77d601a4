import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { SubjectPosture } from 'backstage-plugin-ai-governance-common';
import { Author } from './Author';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));

/** The button that begins to write; for a reader who may not, disabled with the reason beside it. */
export function WriteButton(props: {
  label: string;
  posture: SubjectPosture;
  onClick: () => void;
}) {
  const classes = useStyles();
  const { label, posture, onClick } = props;
  return (
    <span className={classes.root}>
      <Button
        variant="contained"
        color="primary"
        disabled={!posture.may.append}
        onClick={onClick}
      >
        {label}
      </Button>
      {!posture.may.append && (
        <Typography variant="body2" component="span" color="textSecondary">
          You may not write here
          {posture.owner ? (
            <>
              : <Author author={posture.owner} /> does.
            </>
          ) : (
            ': it has no owner who could.'
          )}
        </Typography>
      )}
    </span>
  );
}
