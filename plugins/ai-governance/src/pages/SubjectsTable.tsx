import { EntityRefLink } from '@backstage/plugin-catalog-react';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { makeStyles } from '@material-ui/core/styles';
import { SubjectSummary } from 'backstage-plugin-ai-governance-common';
import {
  CountsBar,
  LevelLabel,
  ShareText,
  StateLabel,
  TierLabel,
} from '../components';
import { OrderBy } from './listQuery';
import { nothingFirst } from './nothingFirst';

const useStyles = makeStyles(theme => ({
  scroll: { overflowX: 'auto', position: 'relative' },
  table: {
    ...theme.typography.body2,
    borderCollapse: 'collapse',
    width: '100%',
    minWidth: 820,
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: theme.spacing(1),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    '& tbody th': { fontWeight: 'normal' },
  },
  title: {
    color: theme.palette.text.primary,
    textDecoration: 'underline',
    fontWeight: 600,
  },
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
  aside: {
    color: theme.palette.text.secondary,
    ...theme.typography.caption,
    display: 'block',
  },
  counts: { minWidth: 150 },
  first: { minWidth: 200 },
}));

// What matters most comes first: a small window shows only so many.
const columns: readonly { title: string; orderBy?: OrderBy }[] = [
  { title: 'AI system', orderBy: 'title' },
  { title: 'Tier', orderBy: 'tier' },
  { title: 'Level', orderBy: 'level' },
  { title: 'What to do first' },
  { title: 'Controls', orderBy: 'share' },
  { title: 'Overdue', orderBy: 'overdue' },
  { title: 'Owner', orderBy: 'owner' },
  { title: 'Lifecycle', orderBy: 'lifecycle' },
];

/** Subjects with where they stand and what each needs first. The server sorts. */
export function SubjectsTable(props: {
  label: string;
  subjects: readonly SubjectSummary[];
  orderBy: OrderBy;
  order: 'asc' | 'desc';
  onOrder: (orderBy: OrderBy, order: 'asc' | 'desc') => void;
  busy?: boolean;
}) {
  const { label, subjects, orderBy, order, onOrder, busy } = props;
  const classes = useStyles();
  return (
    <div
      className={classes.scroll}
      role="region"
      aria-label={label}
      // Wider than a small window: the keyboard must be able to scroll it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={classes.table} aria-label={label} aria-busy={busy}>
        <thead>
          <tr>
            {columns.map(column => (
              <th
                key={column.title}
                scope="col"
                aria-sort={
                  column.orderBy === orderBy
                    ? (`${order}ending` as const)
                    : undefined
                }
              >
                {column.orderBy ? (
                  <TableSortLabel
                    active={column.orderBy === orderBy}
                    direction={column.orderBy === orderBy ? order : 'asc'}
                    onClick={() =>
                      onOrder(
                        column.orderBy!,
                        column.orderBy === orderBy && order === 'asc'
                          ? 'desc'
                          : 'asc',
                      )
                    }
                  >
                    {column.title}
                  </TableSortLabel>
                ) : (
                  column.title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {subjects.map(subject => (
            <SubjectRow key={subject.ref} subject={subject} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SubjectRow({ subject }: { subject: SubjectSummary }) {
  const classes = useStyles();
  const { ref, title, kind, type, owner, first } = subject;
  return (
    <tr>
      <th scope="row">
        <EntityRefLink
          entityRef={ref}
          className={classes.title}
          hideIcon
          disableTooltip
        >
          {title}
        </EntityRefLink>
        <span className={classes.aside}>
          {[
            kind.toLocaleLowerCase('en-US') === 'aisystem' ? undefined : kind,
            type,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </th>
      <td>
        <TierLabel tier={subject.tier} />
      </td>
      <td>
        <LevelLabel level={subject.level} />
      </td>
      <td className={classes.first}>
        {first ? (
          <>
            <StateLabel state={first.state} />
            <div>{first.title}</div>
            <span className={classes.aside}>{first.reason}</span>
          </>
        ) : (
          nothingFirst(subject)
        )}
      </td>
      <td className={classes.counts}>
        <CountsBar counts={subject.counts} />
        <ShareText share={subject.share} counts={subject.counts} />
      </td>
      <td>{subject.overdue}</td>
      <td>
        {owner ? (
          <EntityRefLink entityRef={owner} className={classes.link} hideIcon />
        ) : (
          'No owner'
        )}
      </td>
      <td>
        {subject.lifecycle ?? 'Not said'}
        <span className={classes.aside}>
          {subject.sourcing ?? 'sourcing not said'}
        </span>
      </td>
    </tr>
  );
}
