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
import { useTexts } from '../translation';

type State = TrainingState | Completion['state'];

/** How somebody stands with a course, in the sign and the colour that all screens share; its word is the text `training.state.<state>`. */
const trainingLooks: Record<
  State,
  { Icon: typeof HoldsIcon; color: (theme: Theme) => string }
> = {
  lapsed: { Icon: LapsedIcon, color: t => shade(t, 'error') },
  missing: {
    Icon: MissingIcon,
    color: t => shade(t, 'info'),
  },
  'runs-out': {
    Icon: RunsOutIcon,
    color: t => shade(t, 'warning'),
  },
  holds: { Icon: HoldsIcon, color: t => shade(t, 'success') },
  withdrawn: {
    Icon: WithdrawnIcon,
    color: t => t.palette.text.secondary,
  },
};

/** How somebody stands with a course, as sign and word: colour never says it alone. */
export function TrainingStateLabel({ state }: { state: State }) {
  const t = useTexts();
  return (
    <SignLabel word={t(`training.state.${state}`)} {...trainingLooks[state]} />
  );
}
