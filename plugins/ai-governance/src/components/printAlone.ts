import { makeStyles } from '@material-ui/core/styles';

/** What is alone on the paper carries these attributes; the component that shows it calls `usePrintAlone`. */
export const printedAlone = { 'data-printed-alone': true };

const alone = '[data-printed-alone]';
const around = `:has(${alone})`;

/** Prints one part of the page without the portal's menu and head around it, in black on white whatever the theme. */
export const usePrintAlone = makeStyles({
  '@global': {
    '@media print': {
      [`body *:not(${around}):not(${alone}):not(${alone} *)`]: {
        display: 'none !important',
      },
      // the portal scrolls within its window: on paper that would cut it off
      [`html${around}, body${around}, body *${around}`]: {
        display: 'block !important',
        position: 'static !important',
        height: 'auto !important',
        maxHeight: 'none !important',
        overflow: 'visible !important',
        margin: '0 !important',
        padding: '0 !important',
        background: 'none !important',
      },
      [`${alone}, ${alone} *`]: {
        color: '#000 !important',
        background: 'none !important',
        boxShadow: 'none !important',
      },
    },
  },
});
