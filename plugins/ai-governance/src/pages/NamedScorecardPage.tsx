import { Content, Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { NamedScorecardDetail } from 'backstage-plugin-ai-governance-common';
import { useParams } from 'react-router-dom';
import { aiGovernanceApiRef } from '../api';
import {
  CountsBar,
  Loading,
  NextStep,
  PastBanner,
  shareText,
  useAsOf,
} from '../components';
import { inventoryRouteRef, scorecardsRouteRef } from '../routes';
import { InventoryQuery, inventorySearch } from '../scorecards';
import { useTexts } from '../translation';
import { ControlCountsTable } from './ControlCountsTable';
import { holdingWords } from './holdingWords';
import { TitleLine } from './TitleLine';
import { useReading } from './useReading';

const useStyles = makeStyles(theme => ({
  path: { ...theme.typography.body2, margin: theme.spacing(0, 0, 1) },
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
  sum: { padding: theme.spacing(2), marginBottom: theme.spacing(3) },
}));

/** One scorecard that has a name: its controls, and how many results of each are in which state. */
export function NamedScorecardPage() {
  const t = useTexts();
  const { id = '' } = useParams();
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const scorecardsLink = useRouteRef(scorecardsRouteRef);
  const time = useAsOf();
  const { asOf, query, carry } = time;
  const { value, error, pending, reload } = useReading(
    () => api.namedScorecard(id, query),
    [api, id, asOf],
  );
  // what was said of another time is no answer, also not for a moment
  const card = pending ? undefined : value;
  return (
    <Content>
      <nav
        aria-label={t('pages.scorecards.named.above')}
        className={classes.path}
      >
        <Link to={carry(scorecardsLink())} className={classes.link}>
          {t('pages.scorecards.named.all')}
        </Link>
      </nav>
      <TitleLine
        title={card?.title ?? t('pages.scorecards.named.one')}
        time={time}
      />
      {card?.description && (
        <Typography variant="body2" paragraph>
          {card.description}
        </Typography>
      )}
      <PastBanner address={time} error={error} retry={reload} />
      {!card && !error && <Loading label={t('pages.scorecards.loadingOne')} />}
      {card && <Sum card={card} asOf={asOf} />}
    </Content>
  );
}

function Sum(props: { card: NamedScorecardDetail; asOf?: string }) {
  const t = useTexts();
  const { card, asOf } = props;
  const classes = useStyles();
  const inventory = useRouteRef(inventoryRouteRef)();
  const to = (more: InventoryQuery) =>
    `${inventory}${inventorySearch({ ...card.filter, ...more, asOf })}`;
  if (card.subjects === 0) {
    return (
      <NextStep
        title={t('pages.scorecards.named.nothing.title')}
        text={t('pages.scorecards.named.nothing.text')}
      />
    );
  }
  return (
    <>
      <Paper variant="outlined" className={classes.sum}>
        <CountsBar counts={card.counts} />
        <Typography variant="body2">
          {shareText(t, card.share, card.counts)}
        </Typography>
        <Typography variant="body2">
          <Link to={to({})} className={classes.link}>
            {holdingWords(t, card)}
          </Link>
        </Typography>
      </Paper>
      <ControlCountsTable
        caption={t('pages.scorecards.named.controls', {
          scorecard: card.title,
        })}
        controls={card.controls}
        to={to}
      />
    </>
  );
}
