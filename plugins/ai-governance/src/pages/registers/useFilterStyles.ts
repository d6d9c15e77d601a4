import { makeStyles } from '@material-ui/core/styles';

/** The fields by which a register is filtered, as many in a row as there is room for. */
export const useFilterStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(190px, 1fr))',
    gap: theme.spacing(1.5),
    alignItems: 'start',
    padding: theme.spacing(2),
    margin: theme.spacing(2, 0),
  },
}));
