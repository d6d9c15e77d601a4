import { makeStyles } from '@material-ui/core/styles';

/** For fields that stand on the page's own ground: there the paler text of their labels and hints is too pale. */
export const useOnPageGround = makeStyles(theme => ({
  field: {
    '& .MuiFormLabel-root, & .MuiFormHelperText-root': {
      color: theme.palette.text.primary,
    },
  },
}));
