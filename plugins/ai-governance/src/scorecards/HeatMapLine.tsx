import { memo } from 'react';
import { Link } from '@backstage/core-components';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import CollapseIcon from '@material-ui/icons/ExpandMore';
import ExpandIcon from '@material-ui/icons/ChevronRight';
import {
  notHoldingStates,
  Scorecard,
  TeamScorecard,
} from 'backstage-plugin-ai-governance-common';
import { InventoryQuery, inventorySearch } from './inventorySearch';
import { ShareCell } from './ShareCell';

const useStyles = makeStyles(theme => ({
  number: {
    padding: theme.spacing(0.75),
    textAlign: 'right',
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  team: { display: 'flex', alignItems: 'center' },
  link: {
    color: theme.palette.text.primary,
    textDecoration: 'underline',
    fontWeight: 600,
  },
  noToggle: { width: theme.spacing(3), flexShrink: 0 },
  toggle: { padding: theme.spacing(0.25) },
}));

type Families = readonly { family: string; title: string }[];

function Line(props: {
  team: TeamScorecard;
  /** Address of its page. */
  to: string;
  depth: number;
  /** Whether the teams below it show; undefined: they are not its to open. */
  open: boolean | undefined;
  toggle: (ref: string) => void;
  families: Families;
  inventory: string;
  /** The instant that is shown; undefined: now. */
  asOf?: string;
}) {
  const { team, to, depth, open, toggle, families, inventory, asOf } = props;
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
              aria-label={`Teams below ${team.title}`}
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
      <ScorecardCells
        title={team.title}
        scorecard={team}
        filter={{ team: team.ref, asOf }}
        families={families}
        inventory={inventory}
      />
    </tr>
  );
}

/** A team in the heat map. There may be hundreds: a line is drawn again only when something of its own changes. */
export const TeamLine = memo(Line);

/** What of a scorecard stands in a line, after its head: a cell leads to the systems where something does not hold. */
export function ScorecardCells(props: {
  title: string;
  scorecard: Scorecard;
  filter: InventoryQuery;
  families: Families;
  /** Address of the inventory. */
  inventory: string;
}) {
  const { title, scorecard, filter, families, inventory } = props;
  const classes = useStyles();
  const { asOf, ...rest } = filter;
  const state = [...notHoldingStates];
  return (
    <>
      <td className={classes.number}>{scorecard.subjects}</td>
      <ShareCell
        share={scorecard.share}
        counts={scorecard.counts}
        label={`${title}, all controls`}
        to={`${inventory}${inventorySearch({ ...rest, state, asOf })}`}
      />
      {families.map(({ family, title: familyTitle }) => {
        const of = scorecard.families.find(f => f.family === family);
        return of ? (
          <ShareCell
            key={family}
            share={of.share}
            counts={of.counts}
            label={`${title}, ${familyTitle}`}
            to={`${inventory}${inventorySearch({
              ...rest,
              family,
              state,
              asOf,
            })}`}
          />
        ) : (
          <td key={family}>–</td>
        );
      })}
      <td className={classes.number}>{scorecard.overdue}</td>
    </>
  );
}
