import { makeStyles, useTheme } from '@material-ui/core/styles';
import BlockIcon from '@material-ui/icons/Block';
import HighIcon from '@material-ui/icons/KeyboardArrowUp';
import LimitedIcon from '@material-ui/icons/Remove';
import MinimalIcon from '@material-ui/icons/KeyboardArrowDown';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import { Tier } from 'backstage-plugin-ai-governance-common';
import { shade } from './states';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    verticalAlign: 'bottom',
    alignItems: 'center',
    gap: theme.spacing(0.25),
    whiteSpace: 'nowrap',
  },
}));

const looks = {
  prohibited: { word: 'Prohibited', Icon: BlockIcon, color: 'error' },
  high: { word: 'High', Icon: HighIcon, color: 'error' },
  limited: { word: 'Limited', Icon: LimitedIcon, color: 'warning' },
  minimal: { word: 'Minimal', Icon: MinimalIcon, color: 'success' },
} as const;

/** The tier as sign and word; null before the first evaluation. */
export function TierLabel({ tier }: { tier: Tier | null }) {
  const classes = useStyles();
  const theme = useTheme();
  if (tier === null) {
    return (
      <span className={classes.root}>
        <UnknownIcon aria-hidden fontSize="small" color="disabled" />
        Not decided yet
      </span>
    );
  }
  const { word, Icon, color } = looks[tier];
  return (
    <span className={classes.root}>
      <Icon
        aria-hidden
        fontSize="small"
        style={{ color: shade(theme, color) }}
      />
      {word}
    </span>
  );
}
