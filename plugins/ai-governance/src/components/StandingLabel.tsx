import { Theme } from '@material-ui/core/styles';
import ValidIcon from '@material-ui/icons/CheckCircle';
import RequestedIcon from '@material-ui/icons/HourglassEmpty';
import LapsedIcon from '@material-ui/icons/SyncProblem';
import ExpiredIcon from '@material-ui/icons/EventBusy';
import RejectedIcon from '@material-ui/icons/Cancel';
import SuspendedIcon from '@material-ui/icons/PauseCircleOutline';
import WithdrawnIcon from '@material-ui/icons/Undo';
import { StandingState } from 'backstage-plugin-ai-governance-common';
import { useTexts } from '../translation';
import { SignLabel } from './SignLabel';
import { shade } from './states';

/** How a decision stands, in the sign and the colour that all screens share. */
const standingLooks: Record<
  StandingState,
  { Icon: typeof ValidIcon; color: (theme: Theme) => string }
> = {
  valid: { Icon: ValidIcon, color: t => shade(t, 'success') },
  requested: {
    Icon: RequestedIcon,
    color: t => shade(t, 'info'),
  },
  lapsed: { Icon: LapsedIcon, color: t => shade(t, 'error') },
  expired: {
    Icon: ExpiredIcon,
    color: t => shade(t, 'error'),
  },
  rejected: {
    Icon: RejectedIcon,
    color: t => shade(t, 'error'),
  },
  suspended: {
    Icon: SuspendedIcon,
    color: t => shade(t, 'error'),
  },
  withdrawn: {
    Icon: WithdrawnIcon,
    color: t => t.palette.text.secondary,
  },
};

/** How a decision stands, as sign and word: colour never says it alone. */
export function StandingLabel({ state }: { state: StandingState }) {
  const t = useTexts();
  return (
    <SignLabel word={t(`words.standing.${state}`)} {...standingLooks[state]} />
  );
}
