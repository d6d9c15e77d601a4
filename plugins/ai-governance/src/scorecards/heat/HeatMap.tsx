import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  Scorecard,
  TeamScorecard,
} from 'backstage-plugin-ai-governance-common';
import { useAsOf } from '../../components';
import { inventoryRouteRef, teamRouteRef } from '../../routes';
import { Texts, useTexts } from '../../translation';
import { InventoryQuery } from '../inventorySearch';
import {
  isNamed,
  teamsNamed,
  TeamRow,
  teamTree,
  visibleRows,
} from '../teamTree';
import { HeatLine, HeatView, withoutEmpty } from './columns';
import { HeatHead, HeatOpening } from './HeatHead';
import { HeatLegend } from './HeatLegend';
import { HeatCells, TeamLine } from './HeatMapLine';
import { useArrowKeys } from './useArrowKeys';

/** Up to so many teams the whole tree shows at first; of more, only the top, and below a lone top the next level. */
const WHOLE_TREE = 30;

/** More rows than these scroll by themselves, so that the heads of the columns stay in sight. */
const LONG = 20;

const cellPadding = 'min(6px, 0.45vw)';

const useStyles = makeStyles(theme => ({
  scroll: { overflow: 'auto', position: 'relative' },
  long: { maxHeight: 'max(320px, calc(100vh - 96px))' },
  table: {
    // each cell its own borders: collapsed ones stay behind when a cell sticks
    borderCollapse: 'separate',
    borderSpacing: 0,
    width: '100%',
    ...theme.typography.body2,
    '& th': { textAlign: 'left', padding: theme.spacing(0.75) },
    '& thead th': {
      verticalAlign: 'bottom',
      fontSize: theme.typography.caption.fontSize,
      position: 'sticky',
      top: 0,
      zIndex: 2,
      backgroundColor: theme.palette.background.paper,
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    // whose line it is stays in sight when the columns are wider than the window
    '& thead th:first-child': { left: 0, zIndex: 3 },
    '& tbody th': {
      fontWeight: 'normal',
      minWidth: 120,
      fontSize: `clamp(${theme.typography.caption.fontSize}, 1vw, ${theme.typography.body2.fontSize})`,
      position: 'sticky',
      left: 0,
      zIndex: 1,
      backgroundColor: theme.palette.background.paper,
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    // a narrow window has narrow cells
    '& th, & td': { paddingLeft: cellPadding, paddingRight: cellPadding },
  },
  aside: { color: theme.palette.text.secondary },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1.5, 1, 1),
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1),
  },
}));

const nameOf = (ref: string) => {
  const { namespace, name } = parseEntityRef(ref);
  return { namespace, name };
};

/** How many teams are named so; those above them stand there only to show where they are. */
function found(t: Texts, rows: readonly TeamRow[], text: string): string {
  const count = rows.filter(({ team }) => isNamed(team, text)).length;
  return count === 0
    ? t('scorecards.heat.noneFound', { text })
    : t('scorecards.heat.found', { count });
}

/** A line beneath the teams, of subjects that no team owns. */
export interface ExtraLine {
  id: 'unowned' | 'person';
  title: string;
  scorecard: Scorecard;
  filter: InventoryQuery;
}

const noLines: readonly ExtraLine[] = [];

export const linesOf = (
  teams: readonly TeamScorecard[],
  extraLines: readonly ExtraLine[] = noLines,
): HeatLine[] => [
  ...teams.map(team => ({ id: team.ref, scorecard: team })),
  ...extraLines,
];

/** Teams as a tree, each with the share that holds in every column; a cell leads to the systems behind it. */
export function HeatMap(props: {
  caption: string;
  teams: readonly TeamScorecard[];
  view: HeatView;
  /** Where the heads of families lead. */
  opening?: HeatOpening;
  extraLines?: readonly ExtraLine[];
}) {
  const t = useTexts();
  const { caption, teams, view, opening, extraLines = noLines } = props;
  const classes = useStyles();
  const teamLink = useRouteRef(teamRouteRef);
  const inventoryLink = useRouteRef(inventoryRouteRef);
  const tree = useMemo(() => teamTree(teams), [teams]);
  const parents = useMemo(
    () =>
      visibleRows(tree, new Set())
        .filter(row => row.expandable)
        .map(row => row.team.ref),
    [tree],
  );
  const shown = useMemo(
    () => withoutEmpty(view, linesOf(teams, extraLines)),
    [view, teams, extraLines],
  );
  const large = teams.length > WHOLE_TREE;
  const [typed, setTyped] = useState('');
  // Typing stays swift however many teams there are.
  const text = useDeferredValue(typed).trim();
  const top = tree.length === 1 ? tree[0].team.ref : undefined;
  const atFirst = useMemo(
    () => new Set(large ? parents.filter(ref => ref !== top) : []),
    [large, parents, top],
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>();
  const collapsed = chosen ?? atFirst;
  const rows = text
    ? visibleRows(teamsNamed(tree, text), new Set())
    : visibleRows(tree, collapsed);
  // The same from one render to the next, so that only the line that opens is drawn again.
  const toggle = useCallback(
    (ref: string) =>
      setChosen(before => {
        const next = new Set(before ?? atFirst);
        if (!next.delete(ref)) next.add(ref);
        return next;
      }),
    [atFirst],
  );
  const inventory = inventoryLink();
  const { asOf, carry } = useAsOf();
  const table = useArrowKeys();

  return (
    <Paper variant="outlined">
      {large && (
        <div className={classes.head}>
          <TextField
            size="small"
            type="search"
            label={t('scorecards.heat.find')}
            id="ai-governance-find-team"
            value={typed}
            onChange={event => setTyped(event.target.value)}
          />
          <Typography variant="body2" role="status" aria-live="polite">
            {text
              ? found(t, rows, text)
              : t('scorecards.heat.shown', {
                  count: rows.length,
                  all: teams.length,
                })}
          </Typography>
        </div>
      )}
      <div
        className={`${classes.scroll} ${
          rows.length > LONG ? classes.long : ''
        }`}
        role="region"
        aria-label={caption}
        // Wider than a small window: the keyboard must be able to scroll it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <table className={classes.table} aria-label={caption} ref={table}>
          <HeatHead view={shown} opening={opening} />
          <tbody>
            {rows.map(({ team, depth, expandable }) => (
              <TeamLine
                key={team.ref}
                team={team}
                to={carry(teamLink(nameOf(team.ref)))}
                depth={depth}
                open={
                  expandable && !text ? !collapsed.has(team.ref) : undefined
                }
                toggle={toggle}
                view={shown}
                inventory={inventory}
                asOf={asOf}
              />
            ))}
          </tbody>
          {extraLines.length > 0 && (
            <tbody>
              {extraLines.map(({ id, title, scorecard, filter }) => (
                <tr key={id}>
                  <th scope="row" className={classes.aside}>
                    {title}
                  </th>
                  <HeatCells
                    title={title}
                    line={{ id, scorecard }}
                    filter={filter}
                    asOf={asOf}
                    view={shown}
                    inventory={inventory}
                  />
                </tr>
              ))}
            </tbody>
          )}
        </table>
      </div>
      <div className={classes.foot}>
        <HeatLegend />
        {parents.length > 0 && !text && (
          <span>
            <Button size="small" onClick={() => setChosen(new Set())}>
              {t('scorecards.heat.expand')}
            </Button>
            <Button
              size="small"
              onClick={() =>
                // below a lone top its teams stay: closed, it would say nothing
                setChosen(new Set(parents.filter(ref => ref !== top)))
              }
            >
              {t('scorecards.heat.collapse')}
            </Button>
          </span>
        )}
      </div>
    </Paper>
  );
}
