import { useApi } from '@backstage/core-plugin-api';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { aiGovernanceApiRef } from '../../api';
import {
  Loading,
  ProblemPanel,
  Sentence,
  StateLabel,
  stateLooks,
  When,
} from '../../components';
import { useReading } from '../useReading';
import { Section } from './Section';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0, maxWidth: 800 },
  item: {
    padding: theme.spacing(1.5, 2),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
  title: { flex: '1 1 200px', fontWeight: 500 },
}));

/** How the organization stands as a whole: what the policy itself is asked. */
export function OrganizationControls() {
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const { value, error, reload } = useReading(
    () => api.organizationPosture(),
    [api],
  );
  return (
    <Section title="What is asked of the organization">
      {error && <ProblemPanel error={error} retry={reload} />}
      {!value && !error && <Loading label="Loading the controls" />}
      {value && (
        <Paper variant="outlined" component="ul" className={classes.list}>
          {value.results.map(result => (
            <li key={result.controlId} className={classes.item}>
              <div className={classes.head}>
                <StateLabel state={result.state} />
                <Typography className={classes.title} component="span">
                  {result.title}
                </Typography>
                <Typography
                  variant="body2"
                  color="textSecondary"
                  component="span"
                >
                  {result.controlId}
                </Typography>
              </div>
              <Typography>
                <Sentence text={result.reason} />
              </Typography>
              {result.validUntil && result.nextState && (
                <Typography variant="body2" color="textSecondary">
                  {stateLooks[result.nextState].word} from{' '}
                  <When at={result.validUntil} />
                </Typography>
              )}
            </li>
          ))}
        </Paper>
      )}
    </Section>
  );
}
