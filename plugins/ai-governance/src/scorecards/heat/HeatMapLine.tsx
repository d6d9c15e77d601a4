import { memo } from 'react';
import { Link } from '@backstage/core-components';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import CollapseIcon from '@material-ui/icons/ExpandMore';
import ExpandIcon from '@material-ui/icons/ChevronRight';
import {
  notHoldingStates,
  TeamScorecard,
} from 'backstage-plugin-ai-governance-common';
import { useTexts } from '../../translation';
import { InventoryQuery, inventorySearch } from '../inventorySearch';
import { notHolding } from '../teamTree';
import { Cell, HeatColumn, HeatLine, HeatView } from './columns';
import { ShareCell } from './ShareCell';

const useStyles = makeStyles(theme => ({
  number: {
    padding: theme.spacing(0.75),
    textAlign: 'right',
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  none: { padding: theme.spacing(0.75) },
  team: { display: 'flex', alignItems: 'center' },
  link: {
    color: theme.palette.text.primary,
    textDecoration: 'underline',
    fontWeight: 600,
  },
  noToggle: { width: theme.spacing(3), flexShrink: 0 },
  toggle: { padding: theme.spacing(0.25) },
}));

function Line(props: {
  team: TeamScorecard;
  /** Address of its page. */
  to: string;
  depth: number;
  /** Whether the teams below it show; undefined: they are not its to open. */
  open: boolean | undefined;
  toggle: (ref: string) => void;
  view: HeatView;
  inventory: string;
  /** The instant that is shown; undefined: now. */
  asOf?: string;
}) {
  const t = useTexts();
  const { team, to, depth, open, toggle, view, inventory, asOf } = props;
  const classes = useStyles();
  return (
    <tr>
      <th scope="row" aria-label={team.title}>
        <div className={classes.team} style={{ paddingLeft: `${depth}em` }}>
          {open === undefined ? (
            <span className={classes.noToggle} />
          ) : (
            <IconButton
              size="small"
              className={classes.toggle}
              aria-expanded={open}
              aria-label={t('scorecards.heat.below', { team: team.title })}
              onClick={() => toggle(team.ref)}
            >
              {open ? (
                <CollapseIcon fontSize="small" />
              ) : (
                <ExpandIcon fontSize="small" />
              )}
            </IconButton>
          )}
          <Link className={classes.link} to={to}>
            {team.title}
          </Link>
        </div>
      </th>
      <HeatCells
        title={team.title}
        line={{ id: team.ref, scorecard: team }}
        filter={{ team: team.ref }}
        asOf={asOf}
        view={view}
        inventory={inventory}
      />
    </tr>
  );
}

/** A team in the heat map. There may be hundreds: a line is drawn again only when something of its own changes. */
export const TeamLine = memo(Line);

/** Which states of a cell are looked at: what does not hold; where all does, all that is asked, or else that nothing is. */
function statesBehind({ always }: HeatColumn, { counts }: Cell) {
  if (notHolding(counts) > 0) return { state: [...notHoldingStates] };
  if (!always) return undefined;
  const { 'not-applicable': notAsked, ...asked } = counts;
  if (Object.values(asked).some(n => n > 0)) return {};
  return notAsked > 0 ? { state: 'not-applicable' } : undefined;
}

/** What stands in a line after its head: a cell leads to the systems behind it. */
export function HeatCells(props: {
  title: string;
  line: HeatLine;
  filter: InventoryQuery;
  asOf?: string;
  view: HeatView;
  /** Address of the inventory. */
  inventory: string;
}) {
  const t = useTexts();
  const { title, line, filter, asOf, view, inventory } = props;
  const classes = useStyles();
  const { total, parts } = view;
  const cellOf = (column: HeatColumn) => {
    const cell = column.of(line);
    if (!cell) {
      return (
        <td key={column.id} className={classes.none}>
          –
        </td>
      );
    }
    const states = statesBehind(column, cell);
    const to =
      states &&
      `${inventory}${inventorySearch({
        ...filter,
        ...column.filter,
        ...states,
        asOf,
      })}`;
    const named =
      column.named ?? [column.title, column.note].filter(Boolean).join(' ');
    return (
      <ShareCell
        key={column.id}
        share={cell.share}
        counts={cell.counts}
        label={`${title}, ${named}`}
        to={to}
        unasked={
          column.always && cell.counts.exempt > 0
            ? t('components.counts.exempt', { count: cell.counts.exempt })
            : undefined
        }
      />
    );
  };
  return (
    <>
      <td className={classes.number}>{line.scorecard.subjects}</td>
      {cellOf(total)}
      {parts.map(cellOf)}
      <td className={classes.number}>{total.of(line)?.counts.expired ?? 0}</td>
    </>
  );
}
