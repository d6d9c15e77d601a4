import { Theme } from '@material-ui/core/styles';
import WellIcon from '@material-ui/icons/CheckCircle';
import AttentionIcon from '@material-ui/icons/ReportProblem';
import FailingIcon from '@material-ui/icons/Cancel';
import OffIcon from '@material-ui/icons/RemoveCircleOutline';
import { HealthState } from 'backstage-plugin-ai-governance-common';
import { shade } from '../../components';

/** Every state in its sign and colour; its word is a text. */
export const healthLooks: Record<
  HealthState,
  { Icon: typeof WellIcon; color: (theme: Theme) => string }
> = {
  failing: {
    Icon: FailingIcon,
    color: theme => shade(theme, 'error'),
  },
  attention: {
    Icon: AttentionIcon,
    color: theme => shade(theme, 'warning'),
  },
  well: { Icon: WellIcon, color: theme => shade(theme, 'success') },
  off: { Icon: OffIcon, color: theme => theme.palette.text.secondary },
};
