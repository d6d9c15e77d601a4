import { stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { TeamScorecard } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import {
  CountsBar,
  Loading,
  NextStep,
  ProblemPanel,
  shareText,
} from '../components';
import { useReading } from '../pages/useReading';
import { useTeamLink } from '../routes';
import { levelsFromTop } from '../scorecards';
import { useTexts } from '../translation';

const useStyles = makeStyles(theme => ({
  facts: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    '& dt': { color: theme.palette.text.secondary },
    '& dd': { margin: 0 },
  },
}));

/** A team's scorecard on the page of its group. */
export function TeamCard() {
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  const api = useApi(aiGovernanceApiRef);
  const teamLink = useTeamLink();
  const { value, error, reload } = useReading(
    () => api.teamScorecard(ref),
    [api, ref],
  );
  const { namespace = 'default', name } = entity.metadata;
  return (
    <InfoCard
      title="AI governance"
      titleTypographyProps={{ component: 'h2' }}
      deepLink={
        teamLink && value && value.subjects > 0
          ? {
              title: 'Scorecard of the team',
              link: teamLink({ namespace, name }),
            }
          : undefined
      }
    >
      {error && <ProblemPanel error={error} retry={reload} />}
      {!value && !error && <Loading label="Loading the scorecard" />}
      {value &&
        (value.subjects > 0 ? (
          <Standing team={value} />
        ) : (
          <NextStep
            title="This team owns no AI system"
            text="Name the team as spec.owner of the systems that it answers for, and its scorecard appears here."
          />
        ))}
    </InfoCard>
  );
}

function Standing({ team }: { team: TeamScorecard }) {
  const t = useTexts();
  const classes = useStyles();
  const levels = levelsFromTop.filter(level => team.levels[level] > 0);
  return (
    <>
      <Typography gutterBottom>
        {shareText(t, team.share, team.counts)}
      </Typography>
      <CountsBar counts={team.counts} />
      <Typography variant="body2" color="textSecondary" paragraph>
        The team with everything below it
      </Typography>
      <dl className={classes.facts}>
        <dt>AI systems</dt>
        <dd>
          {team.subjects}
          {team.unevaluated > 0 &&
            `, ${team.unevaluated} of them wait for the first evaluation`}
        </dd>
        <dt>Levels</dt>
        <dd>
          {levels
            .map(level => `${team.levels[level]} ${t(`words.level.${level}`)}`)
            .join(', ') || 'None yet'}
        </dd>
        <dt>Overdue</dt>
        <dd>{team.overdue}</dd>
        {familiesWithResults(team).map(({ family, title, share, counts }) => (
          <FamilyLine
            key={family}
            title={title}
            text={shareText(t, share, counts)}
          />
        ))}
      </dl>
    </>
  );
}

// Of a family that has no control there is nothing to say.
function familiesWithResults({ families }: TeamScorecard) {
  return families.filter(({ counts }) =>
    Object.values(counts).some(n => n > 0),
  );
}

function FamilyLine(props: { title: string; text: string }) {
  return (
    <>
      <dt>{props.title}</dt>
      <dd>{props.text}</dd>
    </>
  );
}
