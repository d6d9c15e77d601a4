import { LinkButton } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { aiGovernanceApiRef } from '../../api';
import { Loading, NextStep, ProblemPanel } from '../../components';
import { inventoryRouteRef } from '../../routes';
import { DownloadButton } from '../DownloadButton';
import { ListFoot } from '../ListFoot';
import { useReading } from '../useReading';
import { RegisterHead } from './RegisterHead';
import { RiskFilters } from './RiskFilters';
import { RiskRegisterQuery, useRiskQuery } from './riskQuery';
import { risksChoice } from './registers';
import { RiskTable } from './RiskTable';

/** Every risk of every AI system, one scenario a row, by its level. */
export function RiskRegister() {
  const api = useApi(aiGovernanceApiRef);
  const register = useRiskQuery();
  return (
    <>
      <RegisterHead
        title={risksChoice.title}
        description="What could go wrong with AI, of all assessments, as grave as it is today: where evidence has lapsed, the current level is the inherent one again."
      >
        <DownloadButton
          label="Download as CSV"
          load={() => api.risksCsv(register.filter)}
          fileName={() =>
            `ai-risks-${new Date().toISOString().slice(0, 10)}.csv`
          }
        />
      </RegisterHead>
      <RiskFilters register={register} />
      <RiskList register={register} />
    </>
  );
}

function RiskList({ register }: { register: RiskRegisterQuery }) {
  const { query, plain, clear, address, limit } = register;
  const api = useApi(aiGovernanceApiRef);
  const inventoryLink = useRouteRef(inventoryRouteRef);
  const { value, error, pending, reload } = useReading(
    () => api.risks(query),
    [api, JSON.stringify(query)],
  );
  if (!value) {
    return error ? (
      <ProblemPanel error={error} retry={reload} />
    ) : (
      <Loading label="Loading the risks" />
    );
  }
  const { items, totalItems, nextCursor } = value;
  if (totalItems === 0 && !error && !pending) {
    return plain ? (
      <NextStep
        title="No risks yet"
        text="They are assessed on the page of an AI system, on its tab Risk. Choose a system to assess the first."
        action={
          <LinkButton to={inventoryLink()} variant="outlined">
            Choose an AI system
          </LinkButton>
        }
      />
    ) : (
      <NextStep
        title="No risk fits these filters"
        text="Take one away, or begin again with all of them."
        action={
          <Button variant="outlined" onClick={clear}>
            Show all risks
          </Button>
        }
      />
    );
  }
  return (
    <>
      {error && <ProblemPanel error={error} retry={reload} />}
      <Paper variant="outlined">
        <RiskTable risks={items} register={register} busy={pending} />
        <ListFoot
          address={address}
          limit={limit}
          onLimit={size => address.change({ limit: size })}
          shown={items.length}
          totalItems={totalItems}
          nextCursor={nextCursor}
          pending={pending}
        />
      </Paper>
    </>
  );
}
