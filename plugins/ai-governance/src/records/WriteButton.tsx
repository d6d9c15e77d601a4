import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { SubjectPosture } from 'backstage-plugin-ai-governance-common';
import { useTexts } from '../translation';
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
  const t = useTexts();
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
          {posture.owner
            ? t('records.write.ownerDoes', {
                owner: <Author author={posture.owner} />,
              })
            : t('records.write.nobody')}
        </Typography>
      )}
    </span>
  );
}
