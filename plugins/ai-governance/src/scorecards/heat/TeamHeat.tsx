import { useMemo, useRef } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  Scorecard,
  TeamScorecard,
} from 'backstage-plugin-ai-governance-common';
import { useLocation, useSearchParams } from 'react-router-dom';
import { aiGovernanceApiRef } from '../../api';
import {
  Loading,
  ProblemPanel,
  useAiGovernanceSignal,
  useAsOf,
  useLoad,
  useOnPageGround,
} from '../../components';
import { useTexts } from '../../translation';
import { byControl, byFamily, withoutEmpty } from './columns';
import { ExtraLine, HeatMap, linesOf } from './HeatMap';

/** In the address: the family whose controls are the columns. */
const KEY = 'controls';

const useStyles = makeStyles(theme => ({
  choice: { width: 280, margin: theme.spacing(0, 0, 1.5) },
}));

/** Which family's controls are shown, as the address says it; undefined: every family as one column. */
function useFamilyChoice() {
  const [params, setParams] = useSearchParams();
  const { pathname } = useLocation();
  const changed = (old: URLSearchParams, family: string) => {
    const next = new URLSearchParams(old);
    if (family) next.set(KEY, family);
    else next.delete(KEY);
    return next;
  };
  return {
    family: params.get(KEY) || undefined,
    choose: (family: string) => setParams(old => changed(old, family)),
    addressOf: (family: string) => `${pathname}?${changed(params, family)}`,
  };
}

/** Teams by family of controls, or by the controls of one that is chosen: by the head of its column, or from a list. */
export function TeamHeat(props: {
  /** What the table shows, to be followed by what its columns are. */
  caption: string;
  teams: readonly TeamScorecard[];
  families: Scorecard['families'];
  extraLines?: readonly ExtraLine[];
  /** Reference of a group: the teams are this one and those below it. */
  team?: string;
}) {
  const t = useTexts();
  const { caption, teams, families, extraLines, team } = props;
  const classes = useStyles();
  const onGround = useOnPageGround();
  const api = useApi(aiGovernanceApiRef);
  const { asOf, query } = useAsOf();
  const { family, choose, addressOf } = useFamilyChoice();
  const field = useRef<HTMLSelectElement>(null);
  const { value, error, reload } = useLoad(
    async () =>
      family === undefined
        ? undefined
        : api.familyScorecard(family, { ...query, ...(team && { team }) }),
    [api, family, team, asOf],
  );
  useAiGovernanceSignal(reload);
  const detail = value?.family === family ? value : undefined;
  const view = useMemo(
    () => (detail ? byControl(t, detail) : byFamily(t, families)),
    [t, detail, families],
  );
  const choices = useMemo(
    () => withoutEmpty(byFamily(t, families), linesOf(teams, extraLines)).parts,
    [t, families, teams, extraLines],
  );
  const known = choices.some(({ id }) => id === family);
  return (
    <>
      <TextField
        select
        className={`${classes.choice} ${onGround.field}`}
        id="ai-governance-heat-columns"
        label={t('scorecards.heat.columns')}
        size="small"
        variant="outlined"
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
        inputRef={field}
        value={known ? family : ''}
        onChange={event => choose(event.target.value)}
      >
        <option value="">{t('scorecards.heat.families')}</option>
        {choices.map(({ id, title }) => (
          <option key={id} value={id}>
            {t('scorecards.heat.controlsOf', { family: title })}
          </option>
        ))}
      </TextField>
      {family !== undefined && error && (
        <ProblemPanel error={error} retry={reload} />
      )}
      {family !== undefined && !detail && !error && (
        <Loading label={t('scorecards.heat.loading')} />
      )}
      <HeatMap
        caption={
          detail
            ? t('scorecards.heat.byControl', { caption, family: detail.title })
            : t('scorecards.heat.byFamily', { caption })
        }
        teams={teams}
        view={view}
        opening={{
          addressOf,
          // the link is gone with its column: who goes by keyboard goes on from the list
          onOpen: () => field.current?.focus({ preventScroll: true }),
        }}
        extraLines={extraLines}
      />
    </>
  );
}
