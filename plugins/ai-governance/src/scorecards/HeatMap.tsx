import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  Scorecard,
  TeamScorecard,
} from 'backstage-plugin-ai-governance-common';
import { useAsOf } from '../components';
import { inventoryRouteRef, teamRouteRef } from '../routes';
import { ScorecardCells, TeamLine } from './HeatMapLine';
import { InventoryQuery } from './inventorySearch';
import { heat, heatColor } from './ShareCell';
import {
  isNamed,
  teamsNamed,
  TeamRow,
  teamTree,
  visibleRows,
} from './teamTree';

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
    '& thead th$number': { textAlign: 'right' },
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
  number: { textAlign: 'right' },
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
  key: { display: 'inline-flex', alignItems: 'center', gap: theme.spacing(1) },
  swatch: {
    width: theme.spacing(3),
    height: theme.spacing(2),
    border: `1px solid ${theme.palette.divider}`,
  },
}));

const nameOf = (ref: string) => {
  const { namespace, name } = parseEntityRef(ref);
  return { namespace, name };
};

/** How many teams are named so; those above them stand there only to show where they are. */
function found(rows: readonly TeamRow[], text: string): string {
  const count = rows.filter(({ team }) => isNamed(team, text)).length;
  if (count === 0) return `No team is called “${text}”`;
  return count === 1 ? '1 team found' : `${count} teams found`;
}

/** A line beneath the teams, of subjects that no team owns. */
export interface ExtraLine {
  title: string;
  scorecard: Scorecard;
  filter: InventoryQuery;
}

const noLines: readonly ExtraLine[] = [];

function hasResults(
  family: string,
  teams: readonly TeamScorecard[],
  extraLines: readonly ExtraLine[],
): boolean {
  return [...teams, ...extraLines.map(line => line.scorecard)].some(card =>
    card.families.some(
      of => of.family === family && Object.values(of.counts).some(n => n > 0),
    ),
  );
}

/** Teams as a tree, each with the share that holds in every family of controls; a cell leads to the systems where something does not. */
export function HeatMap(props: {
  caption: string;
  teams: readonly TeamScorecard[];
  families: readonly { family: string; title: string }[];
  extraLines?: readonly ExtraLine[];
}) {
  const { caption, teams, families, extraLines = noLines } = props;
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
  // A family of which no control has a result yet would be an empty column.
  const shown = useMemo(
    () =>
      families.filter(({ family }) => hasResults(family, teams, extraLines)),
    [families, teams, extraLines],
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

  return (
    <Paper variant="outlined">
      {large && (
        <div className={classes.head}>
          <TextField
            size="small"
            type="search"
            label="Find a team"
            id="ai-governance-find-team"
            value={typed}
            onChange={event => setTyped(event.target.value)}
          />
          <Typography variant="body2" role="status" aria-live="polite">
            {text
              ? found(rows, text)
              : `${rows.length} of ${teams.length} teams shown`}
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
        <table className={classes.table} aria-label={caption}>
          <thead>
            <tr>
              <th scope="col">Team</th>
              <th scope="col" className={classes.number}>
                Systems
              </th>
              <th scope="col">All controls</th>
              {shown.map(({ family, title }) => (
                <th scope="col" key={family}>
                  {title}
                </th>
              ))}
              <th scope="col" className={classes.number}>
                Overdue
              </th>
            </tr>
          </thead>
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
                families={shown}
                inventory={inventory}
                asOf={asOf}
              />
            ))}
          </tbody>
          {extraLines.length > 0 && (
            <tbody>
              {extraLines.map(({ title, scorecard, filter }) => (
                <tr key={title}>
                  <th scope="row" className={classes.aside}>
                    {title}
                  </th>
                  <ScorecardCells
                    title={title}
                    scorecard={scorecard}
                    filter={{ ...filter, asOf }}
                    families={shown}
                    inventory={inventory}
                  />
                </tr>
              ))}
            </tbody>
          )}
        </table>
      </div>
      <div className={classes.foot}>
        <Legend />
        {parents.length > 0 && !text && (
          <span>
            <Button size="small" onClick={() => setChosen(new Set())}>
              Expand all
            </Button>
            <Button
              size="small"
              onClick={() =>
                // below a lone top its teams stay: closed, it would say nothing
                setChosen(new Set(parents.filter(ref => ref !== top)))
              }
            >
              Collapse all
            </Button>
          </span>
        )}
      </div>
    </Paper>
  );
}

function Legend() {
  const classes = useStyles();
  const theme = useTheme();
  return (
    <>
      {heat.map(({ color, words }) => (
        <Typography key={color} variant="caption" className={classes.key}>
          <span
            aria-hidden
            className={classes.swatch}
            style={{ backgroundColor: heatColor(theme, color) }}
          />
          {words}
        </Typography>
      ))}
    </>
  );
}
