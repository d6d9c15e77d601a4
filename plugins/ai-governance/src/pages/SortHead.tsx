import TableSortLabel from '@material-ui/core/TableSortLabel';

/** The head of a column by which the server may sort. */
export function SortHead<By extends string>(props: {
  column: { title: string; orderBy?: By };
  /** By what it is sorted now, and in which order. */
  orderBy: By;
  order: 'asc' | 'desc';
  onOrder: (orderBy: By, order: 'asc' | 'desc') => void;
}) {
  const { column, orderBy, order, onOrder } = props;
  const { title, orderBy: by } = column;
  const active = by === orderBy;
  return (
    <th scope="col" aria-sort={active ? `${order}ending` : undefined}>
      {by ? (
        <TableSortLabel
          active={active}
          direction={active ? order : 'asc'}
          onClick={() =>
            onOrder(by, active && order === 'asc' ? 'desc' : 'asc')
          }
        >
          {title}
        </TableSortLabel>
      ) : (
        title
      )}
    </th>
  );
}
