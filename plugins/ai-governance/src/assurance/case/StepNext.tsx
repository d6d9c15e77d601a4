import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { LinkButton } from '@backstage/core-components';
import { Sentence } from '../../components';
import { useTexts } from '../../translation';
import { StepWay } from './stepWays';

const useStyles = makeStyles(theme => ({
  root: {
    maxWidth: 900,
    padding: theme.spacing(1, 2),
    margin: theme.spacing(1, 0, 0),
    borderLeft: `4px solid ${theme.palette.primary.main}`,
    backgroundColor: theme.palette.action.hover,
  },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
    '@media print': { display: 'none' },
  },
}));

/** What is missing at a step, and the buttons that do it; for a reader who may do none of them, why. */
export function StepNext(props: {
  text: string;
  /** The title of the step, for those who hear the buttons out of their place. */
  of: string;
  ways: readonly StepWay[];
  page: string;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { text, of, ways, page } = props;
  const open = ways.filter(way => way.whyNot === undefined);
  const whyNot = open.length === 0 ? ways[0]?.whyNot : undefined;
  return (
    <div className={classes.root}>
      <Typography variant="body2" component="div">
        <strong>{t('assurance.cases.step.next')}</strong>{' '}
        <Sentence text={text} />
      </Typography>
      {whyNot && (
        <Typography variant="body2" component="div">
          <Sentence text={whyNot} />
        </Typography>
      )}
      {open.length > 0 && (
        <div className={classes.buttons}>
          {open.map(({ label, to }, index) => (
            <LinkButton
              key={label}
              size="small"
              variant={index === 0 ? 'contained' : 'outlined'}
              color={index === 0 ? 'primary' : 'default'}
              to={`${page}/${to}`}
              aria-label={t('assurance.about', { label, of })}
            >
              {label}
            </LinkButton>
          ))}
        </div>
      )}
    </div>
  );
}
