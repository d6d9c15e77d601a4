import { Theme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';

/** Whether the window is too narrow for a table with many columns: what stands in them goes below the first. */
export const useNarrow = () =>
  useMediaQuery((theme: Theme) => theme.breakpoints.down('md'), {
    noSsr: true,
  });
