import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { aiGovernanceApiRef } from '../api';
import { AsOfAddress, CountsBar, ProblemPanel, shareText } from '../components';
import { namedScorecardRouteRef } from '../routes';
import { percent } from '../scorecards';
import { useTexts } from '../translation';
import { holdingWords } from './holdingWords';
import { useReading } from './useReading';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(4) },
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))',
    gap: theme.spacing(2),
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  card: { height: '100%', padding: theme.spacing(2) },
  share: { ...theme.typography.h4, margin: 0, lineHeight: 1.2 },
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
}));

/** Scorecards that have a name, each with what it adds up to at the time that the page shows. */
export function NamedScorecards({ time }: { time: AsOfAddress }) {
  const t = useTexts();
  const { asOf, query, carry } = time;
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const link = useRouteRef(namedScorecardRouteRef);
  const { value, error, reload } = useReading(
    () => api.namedScorecards(query),
    [api, asOf],
  );
  if (error) return <ProblemPanel error={error} retry={reload} />;
  if (!value || value.length === 0) return null;
  return (
    <section className={classes.root}>
      <Typography variant="h4" component="h3" gutterBottom>
        {t('pages.scorecards.named.title')}
      </Typography>
      <ul className={classes.cards}>
        {value.map(card => (
          <li key={card.id}>
            <Paper variant="outlined" className={classes.card}>
              <Typography variant="h6" component="h4">
                <Link
                  to={carry(link({ id: card.id }))}
                  className={classes.link}
                >
                  {card.title}
                </Link>
              </Typography>
              <p className={classes.share}>{percent(card.share)}</p>
              <CountsBar counts={card.counts} />
              <Typography variant="body2">
                {shareText(t, card.share, card.counts)}
              </Typography>
              <Typography variant="body2">{holdingWords(t, card)}</Typography>
            </Paper>
          </li>
        ))}
      </ul>
    </section>
  );
}
