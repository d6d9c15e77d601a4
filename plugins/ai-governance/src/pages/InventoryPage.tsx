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
import { useLocale, useTexts } from '../translation';
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
  const t = useTexts();
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
        title={t('pages.inventory.title')}
        time={time}
        aside={past ? undefined : <Observed />}
      >
        {registers && !past && (
          <LinkButton to={registerLink()} variant="contained" color="primary">
            {t('pages.inventory.register')}
          </LinkButton>
        )}
        {seesImports && !past && (
          <LinkButton to={importsLink()} variant="outlined">
            {t('pages.inventory.imports')}
          </LinkButton>
        )}
        {seesHealth && !past && (
          <LinkButton to={healthLink()} variant="outlined">
            {t('pages.inventory.health')}
          </LinkButton>
        )}
        <CsvButton filter={past ? { ...filter, asOf } : filter} />
      </TitleLine>
      <PastBanner
        address={time}
        of={t('pages.inventory.past')}
        error={past ? refused : undefined}
      />
      <InventoryFilters list={list} />
      <SubjectsList
        key={asOf ?? 'now'}
        label={t('pages.inventory.list.label')}
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
              title={t('pages.inventory.noneFits.title')}
              text={t('pages.inventory.noneFits.text')}
              action={
                <Button variant="outlined" onClick={list.clear}>
                  {t('pages.inventory.noneFits.all')}
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
  const t = useTexts();
  const locale = useLocale();
  return asOf === undefined ? (
    <NoSystemsYet />
  ) : (
    <NextStep
      title={t('pages.inventory.nothingThen.title')}
      text={t('pages.inventory.nothingThen.text', {
        day: instantWords(asOf, locale),
      })}
    />
  );
}

/** When the catalog was read last. Who may not see it misses nothing else. */
function Observed() {
  const t = useTexts();
  const api = useApi(aiGovernanceApiRef);
  const { value, reload } = useReading(() => api.inventory(), [api]);
  if (!value) return null;
  return (
    <>
      {value.sweptAt && (
        <Typography variant="body2">
          {t('pages.inventory.read', { time: <When at={value.sweptAt} /> })}
          {value.waiting > 0 &&
            ` · ${t('pages.inventory.waiting', { count: value.waiting })}`}
        </Typography>
      )}
      {value.warning && <SweepWarning text={value.warning} onSwept={reload} />}
    </>
  );
}
