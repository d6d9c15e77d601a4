import { Theme } from '@material-ui/core/styles';
import ValidIcon from '@material-ui/icons/CheckCircle';
import RequestedIcon from '@material-ui/icons/HourglassEmpty';
import LapsedIcon from '@material-ui/icons/SyncProblem';
import ExpiredIcon from '@material-ui/icons/EventBusy';
import RejectedIcon from '@material-ui/icons/Cancel';
import SuspendedIcon from '@material-ui/icons/PauseCircleOutline';
import WithdrawnIcon from '@material-ui/icons/Undo';
import { StandingState } from 'backstage-plugin-ai-governance-common';
import { SignLabel } from './SignLabel';
import { shade } from './states';

/** How a decision stands, in the words, the sign and the colour that all screens share. */
const standingLooks: Record<
  StandingState,
  { word: string; Icon: typeof ValidIcon; color: (theme: Theme) => string }
> = {
  valid: { word: 'Valid', Icon: ValidIcon, color: t => shade(t, 'success') },
  requested: {
    word: 'Waits for a decision',
    Icon: RequestedIcon,
    color: t => shade(t, 'info'),
  },
  lapsed: { word: 'Lapsed', Icon: LapsedIcon, color: t => shade(t, 'error') },
  expired: {
    word: 'Expired',
    Icon: ExpiredIcon,
    color: t => shade(t, 'error'),
  },
  rejected: {
    word: 'Rejected',
    Icon: RejectedIcon,
    color: t => shade(t, 'error'),
  },
  suspended: {
    word: 'Suspended',
    Icon: SuspendedIcon,
    color: t => shade(t, 'error'),
  },
  withdrawn: {
    word: 'Withdrawn',
    Icon: WithdrawnIcon,
    color: t => t.palette.text.secondary,
  },
};

/** How a decision stands, as sign and word: colour never says it alone. */
export function StandingLabel({ state }: { state: StandingState }) {
  return <SignLabel {...standingLooks[state]} />;
}
