import { ReactNode } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useTableStyles } from './useTableStyles';

/** A table of training, in a region that scrolls. */
export function TrainingTable(props: {
  label: string;
  columns: readonly string[];
  busy: boolean;
  /** Its rows. */
  children: ReactNode;
}) {
  const { label, columns, busy, children } = props;
  const classes = useTableStyles();
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
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** Whom a row is about. */
export function PersonHead(props: { person: { ref: string; title?: string } }) {
  const { ref, title } = props.person;
  return (
    <th scope="row">
      <EntityRefLink entityRef={ref} title={title} hideIcon disableTooltip />
    </th>
  );
}
