import { Theme } from '@material-ui/core/styles';
import SuccessIcon from '@material-ui/icons/CheckCircle';
import WarningIcon from '@material-ui/icons/Schedule';
import FailIcon from '@material-ui/icons/Cancel';
import ExpiredIcon from '@material-ui/icons/EventBusy';
import NotReportedIcon from '@material-ui/icons/HelpOutline';
import NotApplicableIcon from '@material-ui/icons/RemoveCircleOutline';
import ExemptIcon from '@material-ui/icons/VerifiedUser';
import ErrorIcon from '@material-ui/icons/ReportProblem';
import { ResultState } from 'backstage-plugin-ai-governance-common';

/** Every state in the sign and the colour that all screens share; its word is the text `words.state.<state>`. */
export const stateLooks: Record<
  ResultState,
  { Icon: typeof SuccessIcon; color: (theme: Theme) => string }
> = {
  pass: { Icon: SuccessIcon, color: t => shade(t, 'success') },
  warning: {
    Icon: WarningIcon,
    color: t => shade(t, 'warning'),
  },
  fail: { Icon: FailIcon, color: t => shade(t, 'error') },
  expired: {
    Icon: ExpiredIcon,
    color: t => shade(t, 'error'),
  },
  'not-reported': {
    Icon: NotReportedIcon,
    color: t => shade(t, 'info'),
  },
  'not-applicable': {
    Icon: NotApplicableIcon,
    color: t => t.palette.text.secondary,
  },
  exempt: {
    Icon: ExemptIcon,
    color: t => t.palette.text.secondary,
  },
  error: { Icon: ErrorIcon, color: t => t.palette.text.primary },
};

/** A colour of the theme that stands out from its background, in light and in dark. */
export function shade(
  theme: Theme,
  color: 'success' | 'warning' | 'error' | 'info',
): string {
  const palette = theme.palette[color];
  return theme.palette.type === 'dark' ? palette.light : palette.dark;
}

/** What an exemption can be asked from: a control that does not hold. */
export const notHolding: readonly ResultState[] = [
  'fail',
  'expired',
  'not-reported',
];

/** What a person should see to, the most urgent first. */
export const needsAction: readonly ResultState[] = [
  'error',
  'expired',
  'fail',
  'not-reported',
  'warning',
];
