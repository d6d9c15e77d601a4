import { useMemo } from 'react';
import { Content } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { OrganizationScorecard } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import {
  AsOfAddress,
  instantWords,
  Loading,
  NextStep,
  PastBanner,
  useAsOf,
} from '../components';
import { inventoryRouteRef } from '../routes';
import {
  ExtraLine,
  ScorecardLine,
  TeamHeat,
  TrendSection,
  useTrend,
} from '../scorecards';
import { Texts, useLocale, useTexts } from '../translation';
import { NamedScorecards } from './NamedScorecards';
import { NoSystemsYet } from './NoSystemsYet';
import { TitleLine } from './TitleLine';
import { useReading } from './useReading';

/** Where the organization stands, and which team needs help with what: now, or as it was on a day. */
export function ScorecardsPage() {
  const t = useTexts();
  const time = useAsOf();
  return (
    <Content>
      <TitleLine title={t('pages.scorecards.title')} time={time} />
      {/* what was said of another time is no answer, also not for a moment */}
      <Scorecards key={time.asOf ?? 'now'} time={time} />
    </Content>
  );
}

function Scorecards({ time }: { time: AsOfAddress }) {
  const t = useTexts();
  const { asOf, query } = time;
  const api = useApi(aiGovernanceApiRef);
  const inventoryLink = useRouteRef(inventoryRouteRef);
  const { value, error, reload } = useReading(
    () =>
      Promise.all([
        api.organizationScorecard(query),
        api.teamScorecards(query),
      ]),
    [api, asOf],
  );
  const organization = value?.[0];
  const trend = useTrend(range => api.organizationTrend(range), {
    of: 'organization',
    asOf,
    current: organization,
  });
  const again = () => {
    reload();
    trend.reload();
  };
  const withoutTeam = useMemo(
    () => organization && linesWithoutTeam(t, organization),
    [organization, t],
  );
  const some = organization && organization.subjects > 0;
  return (
    <>
      <PastBanner address={time} error={error} retry={again} />
      {!value && !error && <Loading label={t('pages.scorecards.loading')} />}
      {organization && !some && <Nothing time={time} />}
      {value && some && (
        <>
          <ScorecardLine
            scorecard={organization}
            filter={{}}
            inventory={inventoryLink()}
            before={trend.before}
          />
          <TrendSection caption={t('pages.scorecards.trend')} trend={trend} />
          <Typography variant="h4" component="h3" gutterBottom>
            {t('pages.scorecards.teams.title')}
          </Typography>
          <Typography variant="body2" paragraph>
            {t('pages.scorecards.teams.about')}
          </Typography>
          <TeamHeat
            caption={t('pages.scorecards.teams.caption')}
            teams={value[1]}
            families={organization.families}
            extraLines={withoutTeam}
          />
          <NamedScorecards time={time} />
        </>
      )}
    </>
  );
}

function linesWithoutTeam(
  t: Texts,
  { withoutTeam: { unowned, ownedByPerson } }: OrganizationScorecard,
): ExtraLine[] {
  return [
    {
      id: 'unowned',
      title: t('pages.inventory.filters.ownership.unowned'),
      scorecard: unowned,
      filter: { withoutTeam: 'unowned' },
    },
    {
      id: 'person',
      title: t('pages.inventory.filters.ownership.person'),
      scorecard: ownedByPerson,
      filter: { withoutTeam: 'person' },
    },
  ];
}

function Nothing({ time }: { time: AsOfAddress }) {
  const t = useTexts();
  const locale = useLocale();
  return time.asOf === undefined ? (
    <NoSystemsYet />
  ) : (
    <NextStep
      title={t('pages.inventory.nothingThen.title')}
      text={t('pages.inventory.nothingThen.text', {
        day: instantWords(time.asOf, locale),
      })}
    />
  );
}
