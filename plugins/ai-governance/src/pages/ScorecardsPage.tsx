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
import { useLocale } from '../translation';
import { NamedScorecards } from './NamedScorecards';
import { NoSystemsYet } from './NoSystemsYet';
import { TitleLine } from './TitleLine';
import { useReading } from './useReading';

/** Where the organization stands, and which team needs help with what: now, or as it was on a day. */
export function ScorecardsPage() {
  const time = useAsOf();
  return (
    <Content>
      <TitleLine title="Scorecards" time={time} />
      {/* what was said of another time is no answer, also not for a moment */}
      <Scorecards key={time.asOf ?? 'now'} time={time} />
    </Content>
  );
}

function Scorecards({ time }: { time: AsOfAddress }) {
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
    () => organization && linesWithoutTeam(organization),
    [organization],
  );
  const some = organization && organization.subjects > 0;
  return (
    <>
      <PastBanner address={time} error={error} retry={again} />
      {!value && !error && <Loading label="Loading scorecards" />}
      {organization && !some && <Nothing time={time} />}
      {value && some && (
        <>
          <ScorecardLine
            scorecard={organization}
            filter={{}}
            inventory={inventoryLink()}
            before={trend.before}
          />
          <TrendSection
            caption="The organization through twelve months"
            trend={trend}
          />
          <Typography variant="h4" component="h3" gutterBottom>
            Teams
          </Typography>
          <Typography variant="body2" paragraph>
            A team counts everything below it, each system once. Where more does
            not hold at a graver tier comes first. A cell leads to the systems
            where something does not hold; the head of a column to the controls
            of its family.
          </Typography>
          <TeamHeat
            caption="Teams and what holds"
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

function linesWithoutTeam({
  withoutTeam: { unowned, ownedByPerson },
}: OrganizationScorecard): ExtraLine[] {
  return [
    {
      id: 'unowned',
      title: 'Without an owner',
      scorecard: unowned,
      filter: { withoutTeam: 'unowned' },
    },
    {
      id: 'person',
      title: 'Owned by a person',
      scorecard: ownedByPerson,
      filter: { withoutTeam: 'person' },
    },
  ];
}

function Nothing({ time }: { time: AsOfAddress }) {
  const locale = useLocale();
  return time.asOf === undefined ? (
    <NoSystemsYet />
  ) : (
    <NextStep
      title="No AI system was known then"
      text={`Nothing is held of any AI system on ${instantWords(
        time.asOf,
        locale,
      )}. Choose a later day.`}
    />
  );
}
