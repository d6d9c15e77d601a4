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
import { Loading, NextStep, ProblemPanel } from '../components';
import { inventoryRouteRef, scorecardsRouteRef, teamRouteRef } from '../routes';
import { ancestorsOf, HeatMap, ScorecardLine, teamsBelow } from '../scorecards';
import { useListQuery } from './listQuery';
import { SubjectsList } from './SubjectsList';
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

/** One team with everything below it: its scorecard, its teams, its systems. */
export function TeamPage() {
  const { namespace = '', name = '' } = useParams();
  const ref = stringifyEntityRef({ kind: 'group', namespace, name });
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const scorecardsLink = useRouteRef(scorecardsRouteRef);
  const teamLink = useRouteRef(teamRouteRef);
  const inventoryLink = useRouteRef(inventoryRouteRef);
  const list = useListQuery();
  const { value, error, pending, reload } = useReading(
    () => Promise.all([api.teamScorecard(ref), api.teamScorecards()]),
    [api, ref],
  );
  // The answer about the team looked at before is no answer about this one.
  const answer = pending && value?.[0].ref !== ref ? undefined : value;
  const [team, teams] = answer ?? nothing;
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
            <Link to={scorecardsLink()} className={classes.link}>
              All teams
            </Link>
          </li>
          {ancestorsOf(teams, ref).map(above => (
            <li key={above.ref}>
              <Link
                to={teamLink(parseEntityRef(above.ref))}
                className={classes.link}
              >
                {above.title}
              </Link>
            </li>
          ))}
          <li aria-current="page">{team?.title ?? name}</li>
        </ol>
      </nav>
      <Typography variant="h3" component="h2" gutterBottom>
        {team?.title ?? name}
      </Typography>
      {error && <ProblemPanel error={error} retry={reload} />}
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
            <NextStep
              title="This team owns no AI system"
              text="Name the team as spec.owner of the systems that it answers for, and they appear here."
            />
          ) : (
            <>
              <ScorecardLine
                scorecard={team}
                filter={{ team: ref }}
                inventory={inventoryLink()}
              />
              <Typography variant="h4" component="h3" gutterBottom>
                {below.length > 0 ? 'The team and those below' : 'The team'}
              </Typography>
              <HeatMap
                key={ref}
                caption="The team and what holds, by control family"
                teams={shown}
                families={team.families}
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
