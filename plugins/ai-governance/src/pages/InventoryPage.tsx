import { Content, LinkButton } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  importsReadPermission,
  systemRegisterPermission,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { NextStep, When } from '../components';
import { importsRouteRef, registerRouteRef } from '../routes';
import { ConfirmButton } from './bulk/ConfirmButton';
import { CsvButton } from './CsvButton';
import { InventoryFilters } from './InventoryFilters';
import { filterOf, useListQuery } from './listQuery';
import { NoSystemsYet } from './NoSystemsYet';
import { SubjectsList } from './SubjectsList';
import { SweepWarning } from './SweepWarning';
import { useReading } from './useReading';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(2),
  },
  title: { flexGrow: 1 },
}));

/** Every subject that the reader may see, filtered, sorted and paged by the server. */
export function InventoryPage() {
  const classes = useStyles();
  const list = useListQuery();
  const filter = filterOf(list.query);
  const importsLink = useRouteRef(importsRouteRef);
  const { allowed: seesImports } = usePermission({
    permission: importsReadPermission,
  });
  const registerLink = useRouteRef(registerRouteRef);
  const { allowed: registers } = usePermission({
    permission: systemRegisterPermission,
  });
  return (
    <Content>
      <div className={classes.head}>
        <div className={classes.title}>
          <Typography variant="h3" component="h2">
            Inventory
          </Typography>
          <Observed />
        </div>
        {registers && (
          <LinkButton to={registerLink()} variant="contained" color="primary">
            Register an AI system
          </LinkButton>
        )}
        {seesImports && (
          <LinkButton to={importsLink()} variant="outlined">
            Imports
          </LinkButton>
        )}
        <CsvButton filter={filter} />
      </div>
      <InventoryFilters list={list} />
      <SubjectsList
        label="AI systems"
        filter={filter}
        list={list}
        actions={(refs, done) => <ConfirmButton refs={refs} onDone={done} />}
        empty={
          list.query.plain ? (
            <NoSystemsYet />
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
