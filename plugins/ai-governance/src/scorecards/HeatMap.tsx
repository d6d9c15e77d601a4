import { ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import Paper from '@material-ui/core/Paper';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import CollapseIcon from '@material-ui/icons/ExpandMore';
import ExpandIcon from '@material-ui/icons/ChevronRight';
import {
  Scorecard,
  SubjectFilter,
  TeamScorecard,
} from 'backstage-plugin-ai-governance-common';
import { inventoryRouteRef, teamRouteRef } from '../routes';
import { inventorySearch, notHoldingStates } from './inventorySearch';
import { heat, heatColor, ShareCell } from './ShareCell';
import {
  isNamed,
  teamsNamed,
  TeamRow,
  teamTree,
  visibleRows,
} from './teamTree';

/** Up to so many teams the whole tree shows at first; of more, only the top, and below a lone top the next level. */
const WHOLE_TREE = 30;

const useStyles = makeStyles(theme => ({
  scroll: { overflowX: 'auto', position: 'relative' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    ...theme.typography.body2,
    '& th': { textAlign: 'left', padding: theme.spacing(0.75) },
    '& thead th$number': { textAlign: 'right' },
    '& thead th': {
      verticalAlign: 'bottom',
      fontSize: theme.typography.caption.fontSize,
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    '& tbody th': { fontWeight: 'normal', minWidth: 120 },
    '& tbody tr': { borderBottom: `1px solid ${theme.palette.divider}` },
  },
  number: { padding: theme.spacing(0.75), textAlign: 'right' },
  team: { display: 'flex', alignItems: 'center' },
  link: {
    color: theme.palette.text.primary,
    textDecoration: 'underline',
    fontWeight: 600,
  },
  noToggle: { width: theme.spacing(3), flexShrink: 0 },
  toggle: { padding: theme.spacing(0.25) },
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
  filter: SubjectFilter;
}

/** Teams as a tree, each with the share that holds in every family of controls; a cell leads to the systems where something does not. */
export function HeatMap(props: {
  caption: string;
  teams: readonly TeamScorecard[];
  families: readonly { family: string; title: string }[];
  extraLines?: readonly ExtraLine[];
}) {
  const { caption, teams, families, extraLines = [] } = props;
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
  const [chosen, setChosen] = useState<ReadonlySet<string>>();
  const large = teams.length > WHOLE_TREE;
  const [typed, setTyped] = useState('');
  // Typing stays swift however many teams there are.
  const text = useDeferredValue(typed).trim();
  const top = tree.length === 1 ? tree[0].team.ref : undefined;
  const collapsed =
    chosen ?? new Set(large ? parents.filter(ref => ref !== top) : []);
  const rows = text
    ? visibleRows(teamsNamed(tree, text), new Set())
    : visibleRows(tree, collapsed);
  const toggle = (ref: string) => {
    const next = new Set(collapsed);
    if (!next.delete(ref)) next.add(ref);
    setChosen(next);
  };

  const cells = (
    title: string,
    scorecard: Scorecard,
    filter: SubjectFilter,
  ): ReactNode => (
    <>
      <td className={classes.number}>{scorecard.subjects}</td>
      <ShareCell
        share={scorecard.share}
        counts={scorecard.counts}
        label={`${title}, all controls`}
        to={`${inventoryLink()}${inventorySearch({
          ...filter,
          state: [...notHoldingStates],
        })}`}
      />
      {families.map(({ family, title: familyTitle }) => {
        const of = scorecard.families.find(f => f.family === family);
        return of ? (
          <ShareCell
            key={family}
            share={of.share}
            counts={of.counts}
            label={`${title}, ${familyTitle}`}
            to={`${inventoryLink()}${inventorySearch({
              ...filter,
              family,
              state: [...notHoldingStates],
            })}`}
          />
        ) : (
          <td key={family}>–</td>
        );
      })}
      <td className={classes.number}>{scorecard.overdue}</td>
    </>
  );

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
        className={classes.scroll}
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
              {families.map(({ family, title }) => (
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
              <tr key={team.ref}>
                <th scope="row" aria-label={team.title}>
                  <div
                    className={classes.team}
                    style={{ paddingLeft: `${depth}em` }}
                  >
                    {expandable && !text ? (
                      <IconButton
                        size="small"
                        className={classes.toggle}
                        aria-expanded={!collapsed.has(team.ref)}
                        aria-label={`Teams below ${team.title}`}
                        onClick={() => toggle(team.ref)}
                      >
                        {collapsed.has(team.ref) ? (
                          <ExpandIcon fontSize="small" />
                        ) : (
                          <CollapseIcon fontSize="small" />
                        )}
                      </IconButton>
                    ) : (
                      <span className={classes.noToggle} />
                    )}
                    <Link
                      className={classes.link}
                      to={teamLink(nameOf(team.ref))}
                    >
                      {team.title}
                    </Link>
                  </div>
                </th>
                {cells(team.title, team, { team: team.ref })}
              </tr>
            ))}
          </tbody>
          {extraLines.length > 0 && (
            <tbody>
              {extraLines.map(({ title, scorecard, filter }) => (
                <tr key={title}>
                  <th scope="row" className={classes.aside}>
                    {title}
                  </th>
                  {cells(title, scorecard, filter)}
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
            <Button size="small" onClick={() => setChosen(new Set(parents))}>
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
