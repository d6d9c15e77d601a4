import { useState } from 'react';
import { Content, LinkButton } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import {
  healthReadPermission,
  importsReadPermission,
  systemRegisterPermission,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import {
  instantWords,
  NextStep,
  PastBanner,
  useAsOf,
  When,
} from '../components';
import { healthRouteRef, importsRouteRef, registerRouteRef } from '../routes';
import { useLocale } from '../translation';
import { ConfirmButton } from './bulk/ConfirmButton';
import { OwnerTeamButton } from './bulk/OwnerTeamButton';
import { CsvButton } from './CsvButton';
import { InventoryFilters } from './InventoryFilters';
import { filterOf, useListQuery } from './listQuery';
import { NoSystemsYet } from './NoSystemsYet';
import { SubjectsList } from './SubjectsList';
import { SweepWarning } from './SweepWarning';
import { TitleLine } from './TitleLine';
import { useReading } from './useReading';

/** Every subject that the reader may see, filtered, sorted and paged by the server; now, or as they were on a day. */
export function InventoryPage() {
  const time = useAsOf();
  const { asOf } = time;
  const past = asOf !== undefined;
  const [refused, setRefused] = useState<Error>();
  const list = useListQuery();
  const filter = filterOf(list.query);
  const importsLink = useRouteRef(importsRouteRef);
  const { allowed: seesImports } = usePermission({
    permission: importsReadPermission,
  });
  const healthLink = useRouteRef(healthRouteRef);
  const { allowed: seesHealth } = usePermission({
    permission: healthReadPermission,
  });
  const registerLink = useRouteRef(registerRouteRef);
  const { allowed: registers } = usePermission({
    permission: systemRegisterPermission,
  });
  return (
    <Content>
      <TitleLine
        title="Inventory"
        time={time}
        aside={past ? undefined : <Observed />}
      >
        {registers && !past && (
          <LinkButton to={registerLink()} variant="contained" color="primary">
            Register an AI system
          </LinkButton>
        )}
        {seesImports && !past && (
          <LinkButton to={importsLink()} variant="outlined">
            Imports
          </LinkButton>
        )}
        {seesHealth && !past && (
          <LinkButton to={healthLink()} variant="outlined">
            Health
          </LinkButton>
        )}
        <CsvButton filter={past ? { ...filter, asOf } : filter} />
      </TitleLine>
      <PastBanner
        address={time}
        of="systems, owners and results"
        error={past ? refused : undefined}
      />
      <InventoryFilters list={list} />
      <SubjectsList
        key={asOf ?? 'now'}
        label="AI systems"
        filter={filter}
        asOf={asOf}
        list={list}
        onError={past ? setRefused : undefined}
        actions={
          past
            ? undefined
            : (refs, done) => (
                <>
                  <OwnerTeamButton refs={refs} onDone={done} />
                  <ConfirmButton refs={refs} onDone={done} />
                </>
              )
        }
        empty={
          list.query.plain ? (
            <Nothing asOf={asOf} />
          ) : (
            <NextStep
              title="No AI system fits these filters"
              text="Take one away, or begin again with all of them."
              action={
                <Button variant="outlined" onClick={list.clear}>
                  Show all AI systems
                </Button>
              }
            />
          )
        }
      />
    </Content>
  );
}

function Nothing({ asOf }: { asOf?: string }) {
  const locale = useLocale();
  return asOf === undefined ? (
    <NoSystemsYet />
  ) : (
    <NextStep
      title="No AI system was known then"
      text={`Nothing is held of any AI system on ${instantWords(
        asOf,
        locale,
      )}. Choose a later day.`}
    />
  );
}

/** When the catalog was read last. Who may not see it misses nothing else. */
function Observed() {
  const api = useApi(aiGovernanceApiRef);
  const { value, reload } = useReading(() => api.inventory(), [api]);
  if (!value) return null;
  return (
    <>
      {value.sweptAt && (
        <Typography variant="body2">
          Catalog read <When at={value.sweptAt} />
          {value.waiting > 0 && ` · ${value.waiting} being evaluated`}
        </Typography>
      )}
      {value.warning && <SweepWarning text={value.warning} onSwept={reload} />}
    </>
  );
}
