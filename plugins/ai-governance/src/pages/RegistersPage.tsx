import { Content, LinkButton } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { sheetTypeOf } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { importSheetRouteRef } from '../routes';
import { useTexts } from '../translation';
import { DownloadButton } from './DownloadButton';
import { RegisterChoice } from './registers/RegisterChoice';
import { RegisterFilters } from './registers/RegisterFilters';
import { RegisterHead } from './registers/RegisterHead';
import { RegisterList } from './registers/RegisterList';
import { Register, useRegisterQuery } from './registers/registerQuery';
import { risksId } from './registers/registers';
import { RiskRegister } from './registers/RiskRegister';

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
}));

/** What was written on all AI systems: a register for each type of record, and one of all risks. */
export function RegistersPage() {
  const t = useTexts();
  const classes = useStyles();
  const register = useRegisterQuery();
  return (
    <Content>
      <Typography variant="h3" component="h2" className={classes.title}>
        {t('pages.registers.title')}
      </Typography>
      <div className={classes.root}>
        <RegisterChoice register={register} />
        <div>
          {register.id === risksId ? (
            <RiskRegister />
          ) : (
            <RecordRegister register={register} />
          )}
        </div>
      </div>
    </Content>
  );
}

/** The records of one type. */
function RecordRegister({ register }: { register: Register }) {
  const t = useTexts();
  const api = useApi(aiGovernanceApiRef);
  const { type, filter } = register;
  const importLink = useRouteRef(importSheetRouteRef);
  return (
    <>
      <RegisterHead title={type.plural} description={type.description}>
        {sheetTypeOf(type.type) && (
          <LinkButton
            variant="outlined"
            to={`${importLink()}?type=${type.type}`}
          >
            {t('pages.registers.import')}
          </LinkButton>
        )}
        <DownloadButton
          label={t('pages.registers.csv')}
          load={() => api.registerCsv(filter)}
          fileName={() =>
            `${type.type}-${new Date().toISOString().slice(0, 10)}.csv`
          }
        />
      </RegisterHead>
      <RegisterFilters register={register} />
      <RegisterList key={type.type} register={register} />
    </>
  );
}
