import { Link } from '@backstage/core-components';
import { alpha, makeStyles, Theme } from '@material-ui/core/styles';
import { StateCounts } from 'backstage-plugin-ai-governance-common';
import { countsText, shade } from '../../components';
import { useTexts } from '../../translation';
import { percent } from '../percent';
import { notHolding } from '../teamTree';

/** Shades of the heat map, the share at which each begins, and their words in the legend, by the colour. */
export const heat = [
  { from: 1, color: 'success' },
  { from: 0.7, color: 'info' },
  { from: 0.4, color: 'warning' },
  { from: 0, color: 'error' },
] as const;

/** Pale enough that text of the theme's own colour reads on it, in light and in dark. */
export const heatColor = (
  theme: Theme,
  color: (typeof heat)[number]['color'],
): string =>
  alpha(shade(theme, color), theme.palette.type === 'dark' ? 0.24 : 0.16);

const useStyles = makeStyles(theme => ({
  cell: {
    padding: theme.spacing(0.75),
    border: `1px solid ${theme.palette.background.paper}`,
    minWidth: 64,
    verticalAlign: 'top',
  },
  share: { ...theme.typography.body2, fontWeight: 600, display: 'block' },
  detail: {
    ...theme.typography.caption,
    display: 'block',
    whiteSpace: 'nowrap',
    color: theme.palette.text.primary,
  },
  link: {
    color: theme.palette.text.primary,
    display: 'block',
    textDecoration: 'underline',
  },
  ...Object.fromEntries(
    heat.map(({ color }) => [
      color,
      { backgroundColor: heatColor(theme, color) },
    ]),
  ),
}));

/** A share as a cell of a table: number, words and shade. */
export function ShareCell(props: {
  share: number | null;
  counts: StateCounts;
  /** Whose share of what, for those who hear the link by itself. */
  label: string;
  /** Where the cell leads, if anywhere. */
  to?: string;
  /** What is said where nothing is asked. */
  unasked?: string;
}) {
  const t = useTexts();
  const { share, counts, label, to } = props;
  const { unasked = t('scorecards.heat.notAsked') } = props;
  const classes: Record<string, string> = useStyles();
  const shadeClass =
    share === null ? '' : classes[heat.find(h => share >= h.from)!.color];
  const detail =
    share === null
      ? unasked
      : t('scorecards.heat.open', { count: notHolding(counts) });
  const text = (
    <>
      <span className={classes.share}>{percent(share)}</span>
      <span className={classes.detail}>{detail}</span>
    </>
  );
  return (
    <td
      className={`${classes.cell} ${shadeClass}`}
      title={countsText(t, counts)}
    >
      {to ? (
        <Link
          to={to}
          className={classes.link}
          aria-label={`${label}: ${
            share === null ? detail : `${percent(share)}, ${detail}`
          }`}
        >
          {text}
        </Link>
      ) : (
        text
      )}
    </td>
  );
}
