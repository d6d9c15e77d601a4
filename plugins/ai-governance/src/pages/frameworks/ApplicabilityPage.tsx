import { Content, Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import TableContainer from '@material-ui/core/TableContainer';
import Typography from '@material-ui/core/Typography';
import { StatementOfApplicability } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import {
  Loading,
  printedAlone,
  ProblemPanel,
  usePrintAlone,
} from '../../components';
import { frameworkRouteRef } from '../../routes';
import { Texts, useTexts } from '../../translation';
import { DownloadButton } from '../DownloadButton';
import { useReading } from '../useReading';
import { ApplicabilityTable } from './ApplicabilityTable';
import { PrintedLine } from './PrintedLine';
import { useFrameworkStyles } from './useFrameworkStyles';

/** The statement of applicability for Annex A of ISO/IEC 42001: to read, to print, and to see what is not stated yet. */
export function ApplicabilityPage() {
  const t = useTexts();
  const classes = useFrameworkStyles();
  usePrintAlone();
  const api = useApi(aiGovernanceApiRef);
  const framework = useRouteRef(frameworkRouteRef)({ id: 'iso-42001' });
  const { value, error, reload } = useReading(
    () =>
      Promise.all([
        api.statementOfApplicability(),
        api.organizationPosture().then(({ may }) => may.append),
      ]),
    [api],
  );
  return (
    <Content>
      {error && <ProblemPanel error={error} retry={reload} />}
      {!value && !error && (
        <Loading label={t('pages.frameworks.applicability.loading')} />
      )}
      {value && (
        <section aria-labelledby="applicability-title" {...printedAlone}>
          <Typography
            variant="h3"
            component="h2"
            id="applicability-title"
            gutterBottom
          >
            {t('pages.frameworks.applicability.title')}
          </Typography>
          <PrintedLine of={value} />
          <Typography variant="body2" paragraph>
            {t('pages.frameworks.applicability.about', {
              summary: summaryOf(t, value[0]),
              reading: t('pages.frameworks.reading'),
            })}
          </Typography>
          <div className={classes.actions}>
            <DownloadButton
              label={t('pages.frameworks.csv')}
              load={() => api.statementOfApplicabilityCsv()}
              fileName={() => 'statement-of-applicability.csv'}
            />
            <Button variant="outlined" onClick={() => window.print()}>
              {t('pages.frameworks.print')}
            </Button>
            <Link to={framework} className={classes.link}>
              {t('pages.frameworks.coverage.title', {
                framework: 'ISO/IEC 42001',
              })}
            </Link>
          </div>
          <TableContainer
            component={Paper}
            variant="outlined"
            className={classes.box}
            tabIndex={0}
          >
            <ApplicabilityTable items={value[0]} mayState={value[1]} />
          </TableContainer>
        </section>
      )}
    </Content>
  );
}

function summaryOf(t: Texts, items: StatementOfApplicability['items']): string {
  const stated = (applies: 'yes' | 'no') =>
    items.filter(({ stated: s }) => s?.data.applies === applies).length;
  const [yes, no] = [stated('yes'), stated('no')];
  return t('pages.frameworks.applicability.summary', {
    all: items.length,
    yes,
    no,
    open: items.length - yes - no,
  });
}
