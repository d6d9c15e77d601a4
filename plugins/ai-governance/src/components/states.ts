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

/** Every state in the words, the sign and the colour that all screens share. */
export const stateLooks: Record<
  ResultState,
  { word: string; Icon: typeof SuccessIcon; color: (theme: Theme) => string }
> = {
  pass: { word: 'Pass', Icon: SuccessIcon, color: t => shade(t, 'success') },
  warning: {
    word: 'Warning',
    Icon: WarningIcon,
    color: t => shade(t, 'warning'),
  },
  fail: { word: 'Fail', Icon: FailIcon, color: t => shade(t, 'error') },
  expired: {
    word: 'Expired',
    Icon: ExpiredIcon,
    color: t => shade(t, 'error'),
  },
  'not-reported': {
    word: 'Not reported',
    Icon: NotReportedIcon,
    color: t => shade(t, 'info'),
  },
  'not-applicable': {
    word: 'Not applicable',
    Icon: NotApplicableIcon,
    color: t => t.palette.text.secondary,
  },
  exempt: {
    word: 'Exempt',
    Icon: ExemptIcon,
    color: t => t.palette.text.secondary,
  },
  error: { word: 'Error', Icon: ErrorIcon, color: t => t.palette.text.primary },
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
