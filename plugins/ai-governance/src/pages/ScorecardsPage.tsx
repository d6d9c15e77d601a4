import { Content } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { aiGovernanceApiRef } from '../api';
import { Loading, ProblemPanel } from '../components';
import { inventoryRouteRef } from '../routes';
import { HeatMap, ScorecardLine } from '../scorecards';
import { NoSystemsYet } from './NoSystemsYet';
import { useReading } from './useReading';

/** Where the organization stands, and which team needs help with what. */
export function ScorecardsPage() {
  const api = useApi(aiGovernanceApiRef);
  const inventoryLink = useRouteRef(inventoryRouteRef);
  const { value, error, reload } = useReading(
    () => Promise.all([api.organizationScorecard(), api.teamScorecards()]),
    [api],
  );
  return (
    <Content>
      <Typography variant="h3" component="h2" gutterBottom>
        Scorecards
      </Typography>
      {error && <ProblemPanel error={error} retry={reload} />}
      {!value && !error && <Loading label="Loading scorecards" />}
      {value && value[0].subjects === 0 && <NoSystemsYet />}
      {value && value[0].subjects > 0 && (
        <>
          <ScorecardLine
            scorecard={value[0]}
            filter={{}}
            inventory={inventoryLink()}
          />
          <Typography variant="h4" component="h3" gutterBottom>
            Teams
          </Typography>
          <Typography variant="body2" paragraph>
            A team counts everything below it, each system once; what needs help
            most comes first. A cell leads to the systems where something does
            not hold.
          </Typography>
          <HeatMap
            caption="Teams and what holds, by control family"
            teams={value[1]}
            families={value[0].families}
            extraLines={[
              {
                title: 'Without an owner',
                scorecard: value[0].withoutTeam.unowned,
                filter: { withoutTeam: 'unowned' },
              },
              {
                title: 'Owned by a person',
                scorecard: value[0].withoutTeam.ownedByPerson,
                filter: { withoutTeam: 'person' },
              },
            ]}
          />
        </>
      )}
    </Content>
  );
}
