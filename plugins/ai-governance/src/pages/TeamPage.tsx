import { useMemo } from 'react';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Content, Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { TeamScorecard } from 'backstage-plugin-ai-governance-common';
import { useParams } from 'react-router-dom';
import { aiGovernanceApiRef } from '../api';
import {
  AsOfAddress,
  instantWords,
  Loading,
  NextStep,
  PastBanner,
  useAsOf,
} from '../components';
import { inventoryRouteRef, scorecardsRouteRef, teamRouteRef } from '../routes';
import {
  ancestorsOf,
  ScorecardLine,
  TeamHeat,
  teamsBelow,
  TrendSection,
  useTrend,
} from '../scorecards';
import { useLocale, useTexts } from '../translation';
import { useListQuery } from './listQuery';
import { SubjectsList } from './SubjectsList';
import { TitleLine } from './TitleLine';
import { useReading } from './useReading';

const useStyles = makeStyles(theme => ({
  path: {
    ...theme.typography.body2,
    listStyle: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    padding: 0,
    margin: theme.spacing(0, 0, 1),
    '& li + li::before': { content: '"/"', margin: theme.spacing(0, 1) },
  },
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
  section: { marginTop: theme.spacing(3) },
}));

const nothing: [undefined, TeamScorecard[]] = [undefined, []];

/** One team with everything below it: its scorecard, its teams, its systems; now, or as they were on a day. */
export function TeamPage() {
  const time = useAsOf();
  // what was said of another time is no answer, also not for a moment
  return <Team key={time.asOf ?? 'now'} time={time} />;
}

function Team({ time }: { time: AsOfAddress }) {
  const t = useTexts();
  const { asOf, query, carry } = time;
  const { namespace = '', name = '' } = useParams();
  const ref = stringifyEntityRef({ kind: 'group', namespace, name });
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const scorecardsLink = useRouteRef(scorecardsRouteRef);
  const teamLink = useRouteRef(teamRouteRef);
  const inventoryLink = useRouteRef(inventoryRouteRef);
  const list = useListQuery();
  const { value, error, pending, reload } = useReading(
    () =>
      Promise.all([api.teamScorecard(ref, query), api.teamScorecards(query)]),
    [api, ref, asOf],
  );
  // The answer about the team looked at before is no answer about this one.
  const answer = pending && value?.[0].ref !== ref ? undefined : value;
  const [team, teams] = answer ?? nothing;
  const trend = useTrend(range => api.teamTrend(ref, range), {
    of: ref,
    asOf,
    current: team,
  });
  const again = () => {
    reload();
    trend.reload();
  };
  const below = useMemo(() => teamsBelow(teams, ref), [teams, ref]);
  const shown = useMemo(
    () => (team ? [{ ...team, parent: undefined }, ...below] : below),
    [team, below],
  );
  return (
    <Content>
      <nav aria-label={t('pages.scorecards.team.above')}>
        <ol className={classes.path}>
          <li>
            <Link to={carry(scorecardsLink())} className={classes.link}>
              {t('pages.scorecards.team.all')}
            </Link>
          </li>
          {ancestorsOf(teams, ref).map(above => (
            <li key={above.ref}>
              <Link
                to={carry(teamLink(parseEntityRef(above.ref)))}
                className={classes.link}
              >
                {above.title}
              </Link>
            </li>
          ))}
          <li aria-current="page">{team?.title ?? name}</li>
        </ol>
      </nav>
      <TitleLine title={team?.title ?? name} time={time} />
      <PastBanner address={time} error={error} retry={again} />
      {!team && !error && <Loading label={t('pages.scorecards.loadingOne')} />}
      {team && (
        <>
          <Typography variant="body2" paragraph>
            <EntityRefLink
              entityRef={ref}
              className={classes.link}
              hideIcon
              disableTooltip
            >
              {t('pages.scorecards.team.inCatalog')}
            </EntityRefLink>
            {` · ${t('pages.scorecards.team.owns', {
              own: team.own,
              all: team.subjects,
            })}`}
          </Typography>
          {team.subjects === 0 ? (
            <Nothing time={time} />
          ) : (
            <>
              <ScorecardLine
                scorecard={team}
                filter={{ team: ref }}
                inventory={inventoryLink()}
                before={trend.before}
              />
              <TrendSection
                key={`trend of ${ref}`}
                caption={t('pages.scorecards.team.trend', { team: team.title })}
                trend={trend}
              />
              <Typography variant="h4" component="h3" gutterBottom>
                {below.length > 0
                  ? t('pages.scorecards.team.withBelow')
                  : t('pages.scorecards.team.alone')}
              </Typography>
              <TeamHeat
                key={ref}
                caption={t('pages.scorecards.team.caption')}
                teams={shown}
                families={team.families}
                team={ref}
              />
              <Typography
                variant="h4"
                component="h3"
                gutterBottom
                className={classes.section}
              >
                {t('pages.scorecards.team.systems')}
              </Typography>
              <SubjectsList
                label={t('pages.scorecards.team.systemsOf', {
                  team: team.title,
                })}
                filter={{ team: ref }}
                asOf={asOf}
                list={list}
                empty={
                  <NextStep
                    title={t('pages.scorecards.team.noneVisible.title')}
                    text={t('pages.scorecards.team.noneVisible.text')}
                  />
                }
              />
            </>
          )}
        </>
      )}
    </Content>
  );
}

function Nothing({ time }: { time: AsOfAddress }) {
  const t = useTexts();
  const locale = useLocale();
  return time.asOf === undefined ? (
    <NextStep
      title={t('pages.scorecards.team.nothing.title')}
      text={t('pages.scorecards.team.nothing.text')}
    />
  ) : (
    <NextStep
      title={t('pages.scorecards.team.nothingThen.title')}
      text={t('pages.scorecards.team.nothingThen.text', {
        day: instantWords(time.asOf, locale),
      })}
    />
  );
}
