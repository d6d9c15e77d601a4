import HoldsIcon from '@material-ui/icons/CheckCircle';
import LapsedIcon from '@material-ui/icons/EventBusy';
import MissingIcon from '@material-ui/icons/HelpOutline';
import RunsOutIcon from '@material-ui/icons/Schedule';
import WithdrawnIcon from '@material-ui/icons/RemoveCircleOutline';
import { Theme } from '@material-ui/core/styles';
import {
  Completion,
  TrainingState,
} from 'backstage-plugin-ai-governance-common';
import { shade, SignLabel } from '../components';

type State = TrainingState | Completion['state'];

/** How somebody stands with a course, in the words, the sign and the colour that all screens share. */
export const trainingLooks: Record<
  State,
  { word: string; Icon: typeof HoldsIcon; color: (theme: Theme) => string }
> = {
  lapsed: { word: 'Lapsed', Icon: LapsedIcon, color: t => shade(t, 'error') },
  missing: {
    word: 'Not recorded',
    Icon: MissingIcon,
    color: t => shade(t, 'info'),
  },
  'runs-out': {
    word: 'Runs out soon',
    Icon: RunsOutIcon,
    color: t => shade(t, 'warning'),
  },
  holds: { word: 'Holds', Icon: HoldsIcon, color: t => shade(t, 'success') },
  withdrawn: {
    word: 'Withdrawn',
    Icon: WithdrawnIcon,
    color: t => t.palette.text.secondary,
  },
};

/** How somebody stands with a course, as sign and word: colour never says it alone. */
export function TrainingStateLabel({ state }: { state: State }) {
  return <SignLabel {...trainingLooks[state]} />;
}
