import { Content, Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import Paper from '@material-ui/core/Paper';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { requirementStandings } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { Loading, LookLabel, PastBanner, useAsOf } from '../../components';
import { applicabilityRouteRef, frameworkRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { TitleLine } from '../TitleLine';
import { useReading } from '../useReading';
import { coverageLooks } from './coverageLooks';

const useStyles = makeStyles(theme => ({
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
  number: {
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    wordBreak: 'normal',
  },
}));

/** Every framework that controls answer to, and how many of its requirements stand how. */
export function FrameworksPage() {
  const t = useTexts();
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const time = useAsOf();
  const frameworkLink = useRouteRef(frameworkRouteRef);
  const applicability = useRouteRef(applicabilityRouteRef)();
  const { value, error, reload } = useReading(
    () => api.frameworks(time.query),
    [api, time.asOf],
  );
  return (
    <Content>
      <TitleLine title={t('pages.frameworks.title')} time={time} />
      <PastBanner
        address={time}
        of={t('pages.frameworks.of')}
        error={error}
        retry={reload}
      />
      <Typography variant="body2" paragraph>
        {t('pages.frameworks.about', {
          reading: t('pages.frameworks.reading'),
        })}
      </Typography>
      {!value && !error && <Loading label={t('pages.frameworks.loading')} />}
      {value && (
        <TableContainer component={Paper} variant="outlined" tabIndex={0}>
          <Table size="small" aria-label={t('pages.frameworks.table.label')}>
            <TableHead>
              <TableRow>
                <TableCell>{t('pages.frameworks.table.framework')}</TableCell>
                <TableCell className={classes.number}>
                  {t('pages.frameworks.table.requirements')}
                </TableCell>
                {requirementStandings.map(standing => (
                  <TableCell key={standing} className={classes.number}>
                    <LookLabel
                      word={t(`pages.frameworks.standing.${standing}`)}
                      look={coverageLooks[standing]}
                    />
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {value.map(framework => (
                <TableRow key={framework.id}>
                  <TableCell component="th" scope="row">
                    <Link
                      to={time.carry(frameworkLink({ id: framework.id }))}
                      className={classes.link}
                    >
                      {framework.title}
                    </Link>
                    <Typography variant="caption" component="div">
                      {framework.version}
                    </Typography>
                    {framework.id === 'iso-42001' && (
                      <Typography variant="caption" component="div">
                        <Link to={applicability} className={classes.link}>
                          {t('pages.frameworks.applicability.title')}
                        </Link>
                      </Typography>
                    )}
                  </TableCell>
                  <TableCell className={classes.number}>
                    {framework.requirements}
                  </TableCell>
                  {requirementStandings.map(standing => (
                    <TableCell key={standing} className={classes.number}>
                      {framework.standings[standing]}
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </Content>
  );
}
