import { useMemo } from 'react';
import { Content, Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import MenuItem from '@material-ui/core/MenuItem';
import Paper from '@material-ui/core/Paper';
import Switch from '@material-ui/core/Switch';
import TableContainer from '@material-ui/core/TableContainer';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import {
  Coverage,
  requirementStandings,
} from 'backstage-plugin-ai-governance-common';
import { useParams, useSearchParams } from 'react-router-dom';
import { aiGovernanceApiRef } from '../../api';
import {
  Loading,
  NextStep,
  PastBanner,
  printedAlone,
  useAsOf,
  useOnPageGround,
  usePrintAlone,
} from '../../components';
import { applicabilityRouteRef, frameworksRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { DownloadButton } from '../DownloadButton';
import { TitleLine } from '../TitleLine';
import { useReading } from '../useReading';
import { CoverageTable } from './CoverageTable';
import { gaps } from './coverageLooks';
import { PrintedLine } from './PrintedLine';
import { useFrameworkStyles } from './useFrameworkStyles';

/** One framework: each requirement, the controls that answer it, and how these stand over the organization or a team. */
export function FrameworkPage() {
  const t = useTexts();
  const { id = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const team = params.get('team') ?? undefined;
  const time = useAsOf();
  const { query, carry } = time;
  const onlyGaps = params.has('gaps');
  const classes = useFrameworkStyles();
  const onGround = useOnPageGround();
  usePrintAlone();
  const api = useApi(aiGovernanceApiRef);
  const frameworks = useRouteRef(frameworksRouteRef)();
  const applicability = useRouteRef(applicabilityRouteRef)();
  const { value, error, reload } = useReading(
    () =>
      Promise.all([
        api.coverage(id, { team, ...query }),
        api.teamScorecards(query),
      ]),
    [api, id, team, time.asOf],
  );
  const change = (key: string, to: string | undefined) =>
    setParams(old => {
      const next = new URLSearchParams(old);
      next.delete(key);
      if (to !== undefined) next.set(key, to);
      return next;
    });
  const [coverage, teams] = value ?? [];
  const shown = useMemo(
    () => (coverage ? shownOf(coverage.items, onlyGaps) : []),
    [coverage, onlyGaps],
  );
  const framework = coverage?.framework;
  const ofTeam = teams?.find(({ ref }) => ref === team)?.title ?? team;
  return (
    <Content>
      <div className={classes.onScreen}>
        <TitleLine
          title={framework?.title ?? t('pages.frameworks.coverage.framework')}
          time={time}
        />
      </div>
      <PastBanner
        address={time}
        of={t('pages.frameworks.coverage.of')}
        error={error}
        retry={reload}
      />
      {!value && !error && (
        <Loading label={t('pages.frameworks.coverage.loading')} />
      )}
      {framework && teams && (
        <section aria-label={framework.title} {...printedAlone}>
          <Typography variant="h3" component="h2" className={classes.onPaper}>
            {ofTeam
              ? t('pages.frameworks.coverage.titleOfTeam', {
                  framework: framework.title,
                  team: ofTeam,
                })
              : t('pages.frameworks.coverage.title', {
                  framework: framework.title,
                })}
          </Typography>
          <PrintedLine of={value} asOf={time.asOf} />
          <Typography variant="body2" paragraph>
            {t('pages.frameworks.coverage.about', {
              version: framework.version,
              licence: framework.licence,
              source: (
                <Link to={framework.source} className={classes.link}>
                  {t('pages.frameworks.coverage.source')}
                </Link>
              ),
              reading: t('pages.frameworks.reading'),
              requirements: framework.requirements,
              standings: requirementStandings
                .filter(standing => framework.standings[standing] > 0)
                .map(standing =>
                  t(`pages.frameworks.several.${standing}`, {
                    count: framework.standings[standing],
                  }),
                )
                .join(', '),
            })}
            {ofTeam &&
              ` ${t('pages.frameworks.coverage.team', { team: ofTeam })}`}
          </Typography>
          <div className={classes.actions}>
            <TextField
              select
              id="coverage-team"
              label={t('pages.frameworks.coverage.over')}
              size="small"
              variant="outlined"
              className={`${classes.team} ${onGround.field}`}
              value={teams.some(({ ref }) => ref === team) ? team : ''}
              onChange={event =>
                change('team', event.target.value || undefined)
              }
              SelectProps={{ displayEmpty: true }}
              InputLabelProps={{ shrink: true }}
            >
              <MenuItem value="">
                {t('pages.frameworks.coverage.organization')}
              </MenuItem>
              {teams.map(({ ref, title }) => (
                <MenuItem key={ref} value={ref}>
                  {title}
                </MenuItem>
              ))}
            </TextField>
            <FormControlLabel
              label={t('pages.frameworks.coverage.gaps')}
              control={
                <Switch
                  color="primary"
                  checked={onlyGaps}
                  onChange={(_, on) => change('gaps', on ? '' : undefined)}
                />
              }
            />
            <DownloadButton
              label={t('pages.frameworks.csv')}
              load={() => api.coverageCsv(id, { team, ...query })}
              fileName={() => `${id}-coverage.csv`}
            />
            <Button variant="outlined" onClick={() => window.print()}>
              {t('pages.frameworks.print')}
            </Button>
            {id === 'iso-42001' && (
              <Link to={applicability} className={classes.link}>
                {t('pages.frameworks.applicability.title')}
              </Link>
            )}
            <Link to={carry(frameworks)} className={classes.link}>
              {t('pages.frameworks.coverage.all')}
            </Link>
          </div>
          {shown.length === 0 ? (
            <NextStep
              title={t('pages.frameworks.coverage.complete.title')}
              text={t('pages.frameworks.coverage.complete.text')}
            />
          ) : (
            <TableContainer
              component={Paper}
              variant="outlined"
              className={classes.box}
              tabIndex={0}
            >
              <CoverageTable
                label={t('pages.frameworks.coverage.table.label', {
                  framework: framework.title,
                })}
                items={shown}
                filter={team ? { team, ...query } : query}
              />
            </TableContainer>
          )}
        </section>
      )}
    </Content>
  );
}

/** What is missing, with the headings that it stands under; or everything. */
function shownOf(items: Coverage['items'], onlyGaps: boolean) {
  if (!onlyGaps) return items;
  const kept = new Set<string>();
  const parents = new Map(items.map(({ id, parent }) => [id, parent]));
  for (const { id, standing } of items) {
    if (!standing || !gaps.includes(standing)) continue;
    kept.add(id);
    let above = parents.get(id);
    while (above && !kept.has(above)) {
      kept.add(above);
      above = parents.get(above);
    }
  }
  return items.filter(
    ({ id, standing }) =>
      kept.has(id) && (!standing || gaps.includes(standing)),
  );
}
