import { makeStyles, Theme, useTheme } from '@material-ui/core/styles';
import { RiskLevel, riskLevels } from 'backstage-plugin-ai-governance-common';
import { shade } from '../../components';
import { useTexts } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    verticalAlign: 'bottom',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    whiteSpace: 'nowrap',
  },
  scale: { display: 'inline-flex', alignItems: 'flex-end', gap: 1 },
  step: { width: 4, borderRadius: 1 },
}));

/** The colour of a level, in light and in dark. */
export function riskColor(theme: Theme, level: RiskLevel): string {
  if (level === 'very-low' || level === 'low') return shade(theme, 'success');
  return shade(theme, level === 'medium' ? 'warning' : 'error');
}

/** A level of risk in words, with one to five steps beside it. */
export function RiskLevelLabel({ level }: { level: RiskLevel }) {
  const t = useTexts();
  const classes = useStyles();
  const theme = useTheme();
  const height = riskLevels.indexOf(level);
  return (
    <span className={classes.root}>
      <span className={classes.scale} aria-hidden>
        {riskLevels.map((step, index) => (
          <span
            key={step}
            className={classes.step}
            style={{
              height: 4 + 2 * index,
              backgroundColor:
                index <= height
                  ? riskColor(theme, level)
                  : theme.palette.action.disabledBackground,
            }}
          />
        ))}
      </span>
      {t(`words.risk.${level}`)}
    </span>
  );
}
