import { makeStyles } from '@material-ui/core/styles';

/** Tables of training: wider than a small window they scroll by themselves. */
export const useTableStyles = makeStyles(theme => ({
  scroll: { overflowX: 'auto', position: 'relative' },
  table: {
    ...theme.typography.body2,
    borderCollapse: 'collapse',
    width: '100%',
    minWidth: 720,
    '& > thead > tr > th, & > tbody > tr > th, & > tbody > tr > td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: theme.spacing(1),
      borderBottom: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
    },
    // a heading in two lines would be parted within a word
    '& > thead > tr > th': { whiteSpace: 'nowrap' },
    '& a': {
      color: theme.palette.text.primary,
      textDecoration: 'underline',
    },
  },
  aside: {
    ...theme.typography.caption,
    color: theme.palette.text.secondary,
    display: 'block',
  },
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
    gap: theme.spacing(1.5),
    alignItems: 'start',
    padding: theme.spacing(2),
    margin: theme.spacing(2, 0),
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: theme.spacing(1, 2),
    margin: theme.spacing(2, 0),
  },
  about: { flex: '1 1 300px', maxWidth: 800 },
}));
