import { EntityRefLink } from '@backstage/plugin-catalog-react';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import ClosedIcon from '@material-ui/icons/ChevronRight';
import OpenIcon from '@material-ui/icons/ExpandMore';
import {
  RecordType,
  RegisterEntry,
} from 'backstage-plugin-ai-governance-common';
import { useNarrow, When } from '../../components';
import { Author, materialityText } from '../../records';
import { Texts, useTexts } from '../../translation';
import { ChooseAll, ChooseRow } from '../bulk/ChooseAll';
import { Selection } from '../bulk/useSelection';
import { SortHead } from '../SortHead';
import { OpenRecord } from './OpenRecord';
import { RecordFacts } from './RecordFacts';
import { WideTable } from './WideTable';

const useStyles = makeStyles(theme => ({
  summary: { minWidth: 160 },
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
  folded: {
    ...theme.typography.caption,
    fontWeight: 'normal',
    display: 'block',
  },
}));

export type RegisterOrder = 'recordedAt' | 'due' | 'severity' | 'status';

/** Whether the columns of its own leave no room for those that every type has. */
const crowded = ({ register }: RecordType<any>) =>
  Boolean(register?.status && register.severity && register.due);

/** Columns beside the system and the record; where there is little room some stand below the first. */
function columnsOf(
  t: Texts,
  type: RecordType<any>,
  folded: boolean,
): { title: string; orderBy?: RegisterOrder; key: string }[] {
  const { status, severity, due } = type.register ?? {};
  return [
    ...(status ? [{ title: t('pages.registers.table.status'), key: 'status', orderBy: 'status' as const }] : []), // prettier-ignore
    ...(severity ? [{ title: t('pages.registers.table.severity'), key: 'severity', orderBy: 'severity' as const }] : []), // prettier-ignore
    ...(due ? [{ title: due.title, key: 'due', orderBy: 'due' as const }] : []),
    ...(folded
      ? []
      : [
          { title: t('pages.registers.table.owner'), key: 'owner' },
          { title: t('pages.registers.table.author'), key: 'author' },
          { title: t('pages.registers.table.effective'), key: 'effective' },
        ]),
    {
      title: t('pages.registers.table.recorded'),
      key: 'recorded',
      orderBy: 'recordedAt',
    },
  ];
}

/** Records of one type over all subjects; each opens in its place. The server sorts. */
export function RegisterTable(props: {
  type: RecordType<any>;
  entries: readonly RegisterEntry[];
  /** What is chosen with all of the page: of the page, and not what stands above it. */
  pageIds: readonly string[];
  orderBy: RegisterOrder;
  order: 'asc' | 'desc';
  onOrder: (orderBy: RegisterOrder, order: 'asc' | 'desc') => void;
  busy: boolean;
  /** The record that is open. */
  opened?: string;
  onOpen: (recordId: string | undefined) => void;
  /** Records that are chosen, where something is done with many at once. */
  selection?: Selection;
}) {
  const t = useTexts();
  const { type, entries, orderBy, order, onOrder, busy, selection } = props;
  const narrow = useNarrow();
  const folded = narrow || crowded(type);
  const columns = columnsOf(t, type, folded);
  return (
    <WideTable title={type.plural} busy={busy}>
      <thead>
        <tr>
          {selection && <ChooseAll ids={props.pageIds} selection={selection} />}
          <th scope="col">{t('pages.registers.table.system')}</th>
          <th scope="col">{t('pages.registers.table.record')}</th>
          {columns.map(column => (
            <SortHead
              key={column.key}
              {...{ column, orderBy, order, onOrder }}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map(entry => (
          <Row
            key={entry.recordId}
            type={type}
            entry={entry}
            folded={folded}
            columns={columns.length}
            open={props.opened === entry.recordId}
            onOpen={props.onOpen}
            selection={selection}
          />
        ))}
      </tbody>
    </WideTable>
  );
}

function Row(props: {
  type: RecordType<any>;
  entry: RegisterEntry;
  /** What stands in columns of its own elsewhere stands below the first two. */
  folded: boolean;
  /** Beside the system and the record. */
  columns: number;
  open: boolean;
  onOpen: (recordId: string | undefined) => void;
  selection?: Selection;
}) {
  const t = useTexts();
  const { type, entry, folded, columns, open, onOpen, selection } = props;
  const { subject, recordId, summary } = entry;
  const classes = useStyles();
  const Icon = open ? OpenIcon : ClosedIcon;
  const owner = subject.owner ? (
    <EntityRefLink entityRef={subject.owner} hideIcon />
  ) : (
    t('pages.registers.table.noOwner')
  );
  return (
    <>
      <tr>
        {selection && (
          <ChooseRow
            id={recordId}
            label={`${summary}, ${subject.title}`}
            selection={selection}
          />
        )}
        <th scope="row">
          <EntityRefLink entityRef={subject.ref} hideIcon disableTooltip>
            {subject.title}
          </EntityRefLink>
          {folded && <span className={classes.folded}>{owner}</span>}
        </th>
        <td className={classes.summary}>
          <ButtonBase
            className={classes.toggle}
            aria-expanded={open}
            aria-controls={open ? `record-${recordId}` : undefined}
            onClick={() => onOpen(open ? undefined : recordId)}
          >
            <Icon aria-hidden />
            <span>{summary}</span>
          </ButtonBase>
          {entry.materiality === 'routine' && (
            <span className={classes.aside}>{materialityText(t, entry)}</span>
          )}
          {folded && (
            <span className={classes.aside}>
              {t('pages.registers.table.written', {
                author: <Author author={entry.author} />,
                day: <When at={entry.effectiveAt} dayOnly />,
              })}
            </span>
          )}
        </td>
        <RecordFacts type={type} entry={entry} />
        {!folded && (
          <>
            <td>{owner}</td>
            <td>
              <Author author={entry.author} />
            </td>
            <td>
              <When at={entry.effectiveAt} dayOnly />
            </td>
          </>
        )}
        <td>
          <When at={entry.recordedAt} dayOnly />
        </td>
      </tr>
      {open && (
        <tr>
          <td
            colSpan={columns + 2 + (selection ? 1 : 0)}
            id={`record-${recordId}`}
          >
            <OpenRecord type={type} entry={entry} />
          </td>
        </tr>
      )}
    </>
  );
}
