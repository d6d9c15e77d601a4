import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { useTexts } from '../../translation';
import { heat, heatColor } from './ShareCell';

const useStyles = makeStyles(theme => ({
  key: { display: 'inline-flex', alignItems: 'center', gap: theme.spacing(1) },
  swatch: {
    width: theme.spacing(3),
    height: theme.spacing(2),
    border: `1px solid ${theme.palette.divider}`,
  },
}));

/** What the shades of the heat map say. */
export function HeatLegend() {
  const t = useTexts();
  const classes = useStyles();
  const theme = useTheme();
  return (
    <>
      {heat.map(({ color }) => (
        <Typography key={color} variant="caption" className={classes.key}>
          <span
            aria-hidden
            className={classes.swatch}
            style={{ backgroundColor: heatColor(theme, color) }}
          />
          {t(`scorecards.heat.shade.${color}`)}
        </Typography>
      ))}
    </>
  );
}
