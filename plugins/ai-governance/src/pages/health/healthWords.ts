import { Theme } from '@material-ui/core/styles';
import WellIcon from '@material-ui/icons/CheckCircle';
import AttentionIcon from '@material-ui/icons/ReportProblem';
import FailingIcon from '@material-ui/icons/Cancel';
import OffIcon from '@material-ui/icons/RemoveCircleOutline';
import {
  HealthCheckId,
  HealthState,
} from 'backstage-plugin-ai-governance-common';
import { shade } from '../../components';

/** Every state in its word, sign and colour. */
export const healthLooks: Record<
  HealthState,
  { word: string; Icon: typeof WellIcon; color: (theme: Theme) => string }
> = {
  failing: {
    word: 'Failing',
    Icon: FailingIcon,
    color: t => shade(t, 'error'),
  },
  attention: {
    word: 'Needs attention',
    Icon: AttentionIcon,
    color: t => shade(t, 'warning'),
  },
  well: { word: 'Well', Icon: WellIcon, color: t => shade(t, 'success') },
  off: { word: 'Off', Icon: OffIcon, color: t => t.palette.text.secondary },
};

export const healthTitles: Record<HealthCheckId, string> = {
  ledger: 'Ledger',
  inventory: 'Reading the catalog',
  queue: 'Evaluation',
  'records-as-code': 'Documents kept in files',
  notices: 'Notifications',
};
