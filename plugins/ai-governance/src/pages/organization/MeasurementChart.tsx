import { makeStyles } from '@material-ui/core/styles';
import {
  Objective,
  ObjectiveMeasurement,
} from 'backstage-plugin-ai-governance-common';
import { useTexts } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: { display: 'block', width: '100%', maxWidth: 480, height: 120 },
  line: { fill: 'none', stroke: theme.palette.primary.main, strokeWidth: 2 },
  dot: { fill: theme.palette.primary.main },
  target: {
    stroke: theme.palette.text.secondary,
    strokeWidth: 1.5,
    strokeDasharray: '6 4',
  },
  word: { ...theme.typography.caption, fill: theme.palette.text.secondary },
}));

const [width, height, margin] = [480, 120, 16];

/** The measurements over time, and the target as a broken line. The table beside it says the same to those who do not see it. */
export function MeasurementChart(props: {
  objective: Pick<Objective, 'target' | 'baseline' | 'unit'>;
  /** Two or more, in the order of their days. */
  measured: readonly ObjectiveMeasurement[];
}) {
  const t = useTexts();
  const classes = useStyles();
  const { objective, measured } = props;
  const days = measured.map(m => Date.parse(m.on));
  const values = [...measured.map(m => m.value), objective.target];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [first, last] = [days[0], days[days.length - 1]];
  const x = (day: number) =>
    margin + ((day - first) / (last - first || 1)) * (width - 2 * margin);
  const y = (value: number) =>
    height -
    margin -
    ((value - low) / (high - low || 1)) * (height - 2 * margin);
  const points = measured.map((m, i) => [x(days[i]), y(m.value)] as const);
  const target = y(objective.target);
  return (
    <svg
      className={classes.root}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden
      focusable="false"
    >
      <line
        className={classes.target}
        x1={margin}
        x2={width - margin}
        y1={target}
        y2={target}
      />
      <text
        className={classes.word}
        x={margin}
        y={target > height / 2 ? target - 6 : target + 14}
      >
        {t('pages.organization.measurements.targetOf', {
          target: objective.target,
          unit: objective.unit,
        })}
      </text>
      <polyline
        className={classes.line}
        points={points.map(p => p.join(',')).join(' ')}
      />
      {points.map(([cx, cy], i) => (
        <circle
          key={measured[i].on}
          className={classes.dot}
          cx={cx}
          cy={cy}
          r={3.5}
        />
      ))}
    </svg>
  );
}
