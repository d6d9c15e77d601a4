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
  const t = useTexts();
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
      title={t('entity.team.title')}
      titleTypographyProps={{ component: 'h2' }}
      deepLink={
        teamLink && value && value.subjects > 0
          ? {
              title: t('entity.team.scorecard'),
              link: teamLink({ namespace, name }),
            }
          : undefined
      }
    >
      {error && <ProblemPanel error={error} retry={reload} />}
      {!value && !error && <Loading label={t('entity.team.loading')} />}
      {value &&
        (value.subjects > 0 ? (
          <Standing team={value} />
        ) : (
          <NextStep
            title={t('entity.team.none.title')}
            text={t('entity.team.none.text')}
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
        {t('entity.team.below')}
      </Typography>
      <dl className={classes.facts}>
        <dt>{t('entity.team.systems')}</dt>
        <dd>
          {team.unevaluated > 0
            ? t('entity.team.unevaluated', {
                all: team.subjects,
                count: team.unevaluated,
              })
            : team.subjects}
        </dd>
        <dt>{t('entity.team.levels')}</dt>
        <dd>
          {levels
            .map(level => `${team.levels[level]} ${t(`words.level.${level}`)}`)
            .join(', ') || t('entity.team.noLevels')}
        </dd>
        <dt>{t('entity.team.overdue')}</dt>
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
