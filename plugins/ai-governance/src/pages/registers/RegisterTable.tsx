import { useState } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import ButtonBase from '@material-ui/core/ButtonBase';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { makeStyles } from '@material-ui/core/styles';
import ClosedIcon from '@material-ui/icons/ChevronRight';
import OpenIcon from '@material-ui/icons/ExpandMore';
import {
  RecordType,
  RegisterEntry,
} from 'backstage-plugin-ai-governance-common';
import { When } from '../../components';
import { Author, materialityText } from '../../records';
import { OpenRecord } from './OpenRecord';

const useStyles = makeStyles(theme => ({
  scroll: { overflowX: 'auto', position: 'relative' },
  table: {
    ...theme.typography.body2,
    borderCollapse: 'collapse',
    width: '100%',
    minWidth: 780,
    '& > thead > tr > th, & > tbody > tr > th, & > tbody > tr > td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: theme.spacing(1),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    '& a': {
      color: theme.palette.text.primary,
      textDecoration: 'underline',
    },
  },
  summary: { minWidth: 220 },
  toggle: {
    ...theme.typography.body2,
    textAlign: 'left',
    alignItems: 'flex-start',
    overflowWrap: 'anywhere',
    borderRadius: theme.shape.borderRadius,
    '&:hover, &:focus-visible': { textDecoration: 'underline' },
  },
  aside: {
    ...theme.typography.caption,
    color: theme.palette.text.secondary,
    display: 'block',
    paddingLeft: 24,
  },
}));

const columns = ['AI system', 'Record', 'Owner', 'Written by', 'Effective'];

/** Records of one type over all subjects; each opens in its place. The server sorts. */
export function RegisterTable(props: {
  type: RecordType<any>;
  entries: readonly RegisterEntry[];
  order: 'asc' | 'desc';
  onOrder: (order: 'asc' | 'desc') => void;
  busy: boolean;
}) {
  const { type, entries, order, onOrder, busy } = props;
  const classes = useStyles();
  return (
    <div
      className={classes.scroll}
      role="region"
      aria-label={`${type.plural} of all AI systems`}
      // Wider than a small window: the keyboard must be able to scroll it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table
        className={classes.table}
        aria-label={type.plural}
        aria-busy={busy}
      >
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            <th scope="col" aria-sort={`${order}ending` as const}>
              <TableSortLabel
                active
                direction={order}
                onClick={() => onOrder(order === 'asc' ? 'desc' : 'asc')}
              >
                Recorded
              </TableSortLabel>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map(entry => (
            <Row key={entry.recordId} type={type} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row(props: { type: RecordType<any>; entry: RegisterEntry }) {
  const { type, entry } = props;
  const { subject, recordId, summary } = entry;
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const Icon = open ? OpenIcon : ClosedIcon;
  return (
    <>
      <tr>
        <th scope="row">
          <EntityRefLink entityRef={subject.ref} hideIcon disableTooltip>
            {subject.title}
          </EntityRefLink>
        </th>
        <td className={classes.summary}>
          <ButtonBase
            className={classes.toggle}
            aria-expanded={open}
            aria-controls={open ? `record-${recordId}` : undefined}
            onClick={() => setOpen(!open)}
          >
            <Icon aria-hidden />
            <span>{summary}</span>
          </ButtonBase>
          {entry.materiality === 'routine' && (
            <span className={classes.aside}>{materialityText(entry)}</span>
          )}
        </td>
        <td>
          {subject.owner ? (
            <EntityRefLink entityRef={subject.owner} hideIcon />
          ) : (
            'No owner'
          )}
        </td>
        <td>
          <Author author={entry.author} />
        </td>
        <td>
          <When at={entry.effectiveAt} />
        </td>
        <td>
          <When at={entry.recordedAt} />
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={columns.length + 1} id={`record-${recordId}`}>
            <OpenRecord type={type} entry={entry} />
          </td>
        </tr>
      )}
    </>
  );
}
