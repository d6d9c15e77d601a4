import { makeStyles } from '@material-ui/core/styles';

/** What the pages of frameworks share, on the screen and on paper. */
export const useFrameworkStyles = makeStyles(theme => ({
  link: { color: theme.palette.text.primary, textDecoration: 'underline' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(2),
    '@media print': { display: 'none' },
  },
  team: { minWidth: 220 },
  onScreen: { '@media print': { display: 'none' } },
  onPaper: { display: 'none', '@media print': { display: 'block' } },
  box: {
    '@media print': {
      border: 0,
      overflow: 'visible',
      // a line is not torn apart where the paper ends
      '& tr': { breakInside: 'avoid' },
      '& td, & th': {
        borderBottom: '1px solid #999',
        padding: theme.spacing(0.5, 1),
      },
      '& thead th': { fontWeight: theme.typography.fontWeightBold },
    },
  },
}));
