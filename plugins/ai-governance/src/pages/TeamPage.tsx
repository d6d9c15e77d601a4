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
import { useLocale } from '../translation';
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
      <nav aria-label="Teams above">
        <ol className={classes.path}>
          <li>
            <Link to={carry(scorecardsLink())} className={classes.link}>
              All teams
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
      {!team && !error && <Loading label="Loading the scorecard" />}
      {team && (
        <>
          <Typography variant="body2" paragraph>
            <EntityRefLink
              entityRef={ref}
              className={classes.link}
              hideIcon
              disableTooltip
            >
              Team in the catalog
            </EntityRefLink>
            {` · owns ${team.own} of ${team.subjects} itself`}
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
                caption={`${team.title} through twelve months`}
                trend={trend}
              />
              <Typography variant="h4" component="h3" gutterBottom>
                {below.length > 0 ? 'The team and those below' : 'The team'}
              </Typography>
              <TeamHeat
                key={ref}
                caption="The team and what holds"
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
                AI systems
              </Typography>
              <SubjectsList
                label={`AI systems of ${team.title}`}
                filter={{ team: ref }}
                asOf={asOf}
                list={list}
                empty={
                  <NextStep
                    title="Nothing to show"
                    text="None of the team's systems is visible to you any more."
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
  const locale = useLocale();
  return time.asOf === undefined ? (
    <NextStep
      title="This team owns no AI system"
      text="Name the team as spec.owner of the systems that it answers for, and they appear here."
    />
  ) : (
    <NextStep
      title="This team owned no AI system then"
      text={`On ${instantWords(
        time.asOf,
        locale,
      )} no system was its own, nor of a team below it.`}
    />
  );
}
