import { Link } from '@backstage/core-components';
import {
  EntityRefLink,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { SubjectSummary } from 'backstage-plugin-ai-governance-common';
import {
  CountsBar,
  LevelLabel,
  Sentence,
  useNarrow,
  ShareText,
  StateLabel,
  TierLabel,
} from '../components';
import { inventorySearch } from '../scorecards';
import { useTexts } from '../translation';
import { ChooseAll, ChooseRow } from './bulk/ChooseAll';
import { Selection } from './bulk/useSelection';
import { OrderBy } from './listQuery';
import { nothingFirst } from './nothingFirst';
import { SortHead } from './SortHead';

const useStyles = makeStyles(theme => ({
  scroll: { overflowX: 'auto', position: 'relative' },
  table: {
    ...theme.typography.body2,
    borderCollapse: 'collapse',
    width: '100%',
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: theme.spacing(1),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    // a title may be one long word
    '& tbody th': {
      fontWeight: 'normal',
      minWidth: 160,
      overflowWrap: 'anywhere',
    },
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
  folded: {
    ...theme.typography.caption,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.25, 1.5),
    marginTop: theme.spacing(0.5),
  },
  counts: { minWidth: 130 },
  first: { minWidth: 160 },
}));

// What matters most comes first: a small window shows only so many.
const columns: readonly {
  title: OrderBy | 'first';
  orderBy?: OrderBy;
  /** In a narrow window it stands below the first. */
  folds?: boolean;
}[] = [
  { title: 'title', orderBy: 'title' },
  { title: 'tier', orderBy: 'tier' },
  { title: 'level', orderBy: 'level', folds: true },
  { title: 'first' },
  { title: 'share', orderBy: 'share' },
  { title: 'overdue', orderBy: 'overdue', folds: true },
  { title: 'owner', orderBy: 'owner', folds: true },
  { title: 'lifecycle', orderBy: 'lifecycle', folds: true },
];

/** Subjects with where they stand and what each needs first. The server sorts. */
export function SubjectsTable(props: {
  label: string;
  subjects: readonly SubjectSummary[];
  /** The instant that is shown, which the page of a subject shows, too; undefined: now. */
  asOf?: string;
  orderBy: OrderBy;
  order: 'asc' | 'desc';
  onOrder: (orderBy: OrderBy, order: 'asc' | 'desc') => void;
  busy?: boolean;
  /** Rows that are chosen, where something is done with many at once. */
  selection?: Selection;
}) {
  const t = useTexts();
  const { label, subjects, asOf, orderBy, order, onOrder, busy, selection } =
    props;
  const classes = useStyles();
  const narrow = useNarrow();
  const refs = subjects.map(({ ref }) => ref);
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
            {selection && <ChooseAll ids={refs} selection={selection} />}
            {columns
              .filter(column => !narrow || !column.folds)
              .map(column => (
                <SortHead
                  key={column.title}
                  column={{
                    title: t(`pages.inventory.table.column.${column.title}`),
                    orderBy: column.orderBy,
                  }}
                  {...{ orderBy, order, onOrder }}
                />
              ))}
          </tr>
        </thead>
        <tbody>
          {subjects.map(subject => (
            <SubjectRow
              key={subject.ref}
              subject={subject}
              asOf={asOf}
              narrow={narrow}
              selection={selection}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SubjectRow(props: {
  subject: SubjectSummary;
  asOf?: string;
  narrow: boolean;
  selection?: Selection;
}) {
  const t = useTexts();
  const { subject, asOf, narrow, selection } = props;
  const classes = useStyles();
  const { ref, nowRef, title, kind, type, owner, first } = subject;
  const entityLink = useEntityRefLink();
  const ownerLink = owner ? (
    <EntityRefLink entityRef={owner} className={classes.link} hideIcon />
  ) : (
    t('pages.inventory.table.noOwner')
  );
  return (
    <tr>
      {selection && <ChooseRow id={ref} label={title} selection={selection} />}
      <th scope="row">
        <Link
          to={`${entityLink(nowRef ?? ref)}${inventorySearch({ asOf })}`}
          className={classes.title}
        >
          {title}
        </Link>
        <span className={classes.aside}>
          {[
            kind.toLocaleLowerCase('en-US') === 'aisystem' ? undefined : kind,
            type,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {narrow && (
          <span className={classes.folded}>
            <LevelLabel level={subject.level} />
            <span>{ownerLink}</span>
            <span>
              {subject.lifecycle ?? t('pages.inventory.table.noLifecycle')}
            </span>
            {subject.overdue > 0 && (
              <span>
                {t('pages.inventory.table.overdue', { count: subject.overdue })}
              </span>
            )}
          </span>
        )}
      </th>
      <td>
        <TierLabel tier={subject.tier} />
      </td>
      {!narrow && (
        <td>
          <LevelLabel level={subject.level} />
        </td>
      )}
      <td className={classes.first}>
        {first ? (
          <>
            <StateLabel state={first.state} />
            <div>{first.title}</div>
            <span className={classes.aside}>
              <Sentence text={first.reason} />
            </span>
          </>
        ) : (
          nothingFirst(t, subject)
        )}
      </td>
      <td className={classes.counts}>
        <CountsBar counts={subject.counts} />
        <ShareText share={subject.share} counts={subject.counts} />
      </td>
      {!narrow && (
        <>
          <td>{subject.overdue}</td>
          <td>{ownerLink}</td>
          <td>
            {subject.lifecycle ?? t('pages.inventory.table.notSaid')}
            <span className={classes.aside}>
              {subject.sourcing ?? t('pages.inventory.table.noSourcing')}
            </span>
          </td>
        </>
      )}
    </tr>
  );
}
