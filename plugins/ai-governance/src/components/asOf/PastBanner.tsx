import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { makeStyles } from '@material-ui/core/styles';
import HistoryIcon from '@material-ui/icons/History';
import { useLocale, useTexts } from '../../translation';
import { errorWords } from '../errorWords';
import { ProblemPanel, statusOf } from '../ProblemPanel';
import { instantWords } from './instants';
import { AsOfAddress } from './useAsOf';

const useStyles = makeStyles(theme => ({
  root: {
    marginBottom: theme.spacing(2),
    border: `1px solid ${theme.palette.divider}`,
    color: theme.palette.text.primary,
    '& .MuiAlert-icon': { color: 'inherit' },
  },
  back: { whiteSpace: 'nowrap' },
}));

/** What the API refuses by saying why: an instant that is not settled or is none, or what was not there then. */
const refusals: readonly (number | undefined)[] = [400, 404];

/** Says that a page shows the past, and leads back; or why the API does not answer of that instant. Nothing while it shows the present. */
export function PastBanner(props: {
  address: AsOfAddress;
  /** What is as it was. Default: what pages of teams show. */
  of?: string;
  error?: Error;
  retry?: () => void;
}) {
  const t = useTexts();
  const locale = useLocale();
  const { address, error, retry } = props;
  const { of = t('components.asOf.ofTeams') } = props;
  const { asOf, show } = address;
  const classes = useStyles();
  if (asOf === undefined) {
    return error ? <ProblemPanel error={error} retry={retry} /> : null;
  }
  const refused = error && refusals.includes(statusOf(error));
  const back = (
    <Button
      color="inherit"
      size="small"
      className={classes.back}
      onClick={() => show(undefined)}
    >
      {t('components.asOf.back')}
    </Button>
  );
  return (
    <>
      <Alert
        severity={refused ? 'warning' : 'info'}
        className={classes.root}
        icon={<HistoryIcon fontSize="inherit" />}
        action={back}
      >
        {refused ? (
          <>
            <AlertTitle>
              {t('components.asOf.refused', {
                instant: instantWords(asOf, locale),
              })}
            </AlertTitle>
            {errorWords(error)}
          </>
        ) : (
          t('components.asOf.past', {
            instant: <strong>{instantWords(asOf, locale)}</strong>,
            of,
          })
        )}
      </Alert>
      {error && !refused && <ProblemPanel error={error} retry={retry} />}
    </>
  );
}
