import { makeStyles, useTheme } from '@material-ui/core/styles';
import BlockIcon from '@material-ui/icons/Block';
import HighIcon from '@material-ui/icons/KeyboardArrowUp';
import LimitedIcon from '@material-ui/icons/Remove';
import MinimalIcon from '@material-ui/icons/KeyboardArrowDown';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import { Tier } from 'backstage-plugin-ai-governance-common';
import { useTexts } from '../translation';
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
  prohibited: { Icon: BlockIcon, color: 'error' },
  high: { Icon: HighIcon, color: 'error' },
  limited: { Icon: LimitedIcon, color: 'warning' },
  minimal: { Icon: MinimalIcon, color: 'success' },
} as const;

/** The tier as sign and word; null before the first evaluation. */
export function TierLabel({ tier }: { tier: Tier | null }) {
  const t = useTexts();
  const classes = useStyles();
  const theme = useTheme();
  if (tier === null) {
    return (
      <span className={classes.root}>
        <UnknownIcon aria-hidden fontSize="small" color="disabled" />
        {t('words.tier.none')}
      </span>
    );
  }
  const { Icon, color } = looks[tier];
  return (
    <span className={classes.root}>
      <Icon
        aria-hidden
        fontSize="small"
        style={{ color: shade(theme, color) }}
      />
      {t(`words.tier.${tier}`)}
    </span>
  );
}
