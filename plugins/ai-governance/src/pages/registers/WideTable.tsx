import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: { overflowX: 'auto', position: 'relative' },
  table: {
    ...theme.typography.body2,
    borderCollapse: 'collapse',
    width: '100%',
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
    // the arrow of a column that is not sorted by takes no room from the words
    '& .MuiTableSortLabel-root:not(.MuiTableSortLabel-active) .MuiTableSortLabel-icon':
      { position: 'absolute', left: '100%', margin: 0 },
  },
}));

/** The table of a register. */
export function WideTable(props: {
  /** What it holds; of all AI systems. */
  title: string;
  busy: boolean;
  children: ReactNode;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { title, busy, children } = props;
  return (
    <div
      className={classes.root}
      role="region"
      aria-label={t('pages.registers.table.region', { records: title })}
      // It may be wider than a small window: the keyboard must be able to scroll it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={classes.table} aria-label={title} aria-busy={busy}>
        {children}
      </table>
    </div>
  );
}
