import { Content, LinkButton } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { sheetTypeOf } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { importSheetRouteRef } from '../routes';
import { DownloadButton } from './DownloadButton';
import { RegisterChoice } from './registers/RegisterChoice';
import { RegisterFilters } from './registers/RegisterFilters';
import { RegisterList } from './registers/RegisterList';
import { useRegisterQuery } from './registers/registerQuery';

const useStyles = makeStyles(theme => ({
  title: { marginBottom: theme.spacing(2) },
  root: {
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: '200px minmax(0, 1fr)',
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1, 2),
  },
  about: { flex: '1 1 300px' },
}));

/** What was written on all AI systems: a register for each type of record. */
export function RegistersPage() {
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const register = useRegisterQuery();
  const { type, filter } = register;
  const importLink = useRouteRef(importSheetRouteRef);
  return (
    <Content>
      <Typography variant="h3" component="h2" className={classes.title}>
        Registers
      </Typography>
      <div className={classes.root}>
        <RegisterChoice register={register} />
        <div>
          <div className={classes.head}>
            <div className={classes.about}>
              <Typography variant="h5" component="h3">
                {type.plural}
              </Typography>
              <Typography variant="body2">{type.description}</Typography>
            </div>
            {sheetTypeOf(type.type) && (
              <LinkButton
                variant="outlined"
                to={`${importLink()}?type=${type.type}`}
              >
                Import a spreadsheet
              </LinkButton>
            )}
            <DownloadButton
              label="Download as CSV"
              load={() => api.registerCsv(filter)}
              fileName={() =>
                `${type.type}-${new Date().toISOString().slice(0, 10)}.csv`
              }
            />
          </div>
          <RegisterFilters register={register} />
          <RegisterList key={type.type} register={register} />
        </div>
      </div>
    </Content>
  );
}
