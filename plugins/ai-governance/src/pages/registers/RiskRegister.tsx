import { LinkButton } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { aiGovernanceApiRef } from '../../api';
import { Loading, NextStep, ProblemPanel } from '../../components';
import { inventoryRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { DownloadButton } from '../DownloadButton';
import { ListFoot } from '../ListFoot';
import { useReading } from '../useReading';
import { RegisterHead } from './RegisterHead';
import { RiskFilters } from './RiskFilters';
import { RiskRegisterQuery, useRiskQuery } from './riskQuery';
import { RiskTable } from './RiskTable';

/** Every risk of every AI system, one scenario a row, by its level. */
export function RiskRegister() {
  const t = useTexts();
  const api = useApi(aiGovernanceApiRef);
  const register = useRiskQuery();
  return (
    <>
      <RegisterHead
        title={t('pages.registers.risks.title')}
        description={t('pages.registers.risks.description')}
      >
        <DownloadButton
          label={t('pages.registers.csv')}
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
  const t = useTexts();
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
      <Loading label={t('pages.registers.risks.loading')} />
    );
  }
  const { items, totalItems, nextCursor } = value;
  if (totalItems === 0 && !error && !pending) {
    return plain ? (
      <NextStep
        title={t('pages.registers.risks.none.title')}
        text={t('pages.registers.risks.none.text')}
        action={
          <LinkButton to={inventoryLink()} variant="outlined">
            {t('pages.registers.list.choose')}
          </LinkButton>
        }
      />
    ) : (
      <NextStep
        title={t('pages.registers.risks.unfit.title')}
        text={t('pages.registers.list.unfit.text')}
        action={
          <Button variant="outlined" onClick={clear}>
            {t('pages.registers.risks.unfit.all')}
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
