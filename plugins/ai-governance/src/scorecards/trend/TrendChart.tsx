import { useId } from 'react';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { ResultState } from 'backstage-plugin-ai-governance-common';
import { DateTime } from 'luxon';
import {
  Bar,
  ComposedChart,
  LabelList,
  Line,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { isHatched, stateLooks } from '../../components';
import { percent } from '../percent';
import { StatePatterns } from './StatePatterns';
import { TrendKey } from './TrendKey';
import { statesOf } from './trendStates';
import { TrendTip } from './TrendTip';
import { useBoxWidth } from './useBoxWidth';
import { TrendPoint } from './useTrend';

/** px of the drawing, the days below it included. */
const HEIGHT = 250;
/** How much of the height the bars take at most; above them, from `LINE_FROM` up, runs the line. */
const BARS_TO = 0.56;
const LINE_FROM = 0.66;
/** px that the word of a day takes at least. */
const DAY_WIDTH = 46;

const useStyles = makeStyles({
  // the words are for the chart, and are chosen with none of them
  box: { overflow: 'hidden', userSelect: 'none' },
});

const total = (point: TrendPoint, states: readonly ResultState[]) =>
  states.reduce((sum, state) => sum + point.counts[state], 0);

interface TickProps {
  x?: number | string;
  y?: number | string;
  index?: number;
}

/**
 * The share that holds as a line, below it the results of what is asked as stacked bars, and those that are exempt beside them. For the eye
 * and the mouse alone: the same stands in a table for everybody else. Nothing moves in it.
 */
export function TrendChart(props: {
  points: readonly TrendPoint[];
  /** Whether the last point is the present. */
  untilNow: boolean;
  onChoose: (point: TrendPoint) => void;
}) {
  const { points, untilNow, onChoose } = props;
  const classes = useStyles();
  const theme = useTheme();
  const prefix = useId();
  const { box, width } = useBoxWidth();
  const states = statesOf(points);
  const someExempt = points.some(({ counts }) => counts.exempt > 0);
  const shown = someExempt ? [...states, 'exempt' as const] : states;
  const most = Math.max(
    1,
    ...points.map(p => Math.max(total(p, states), p.counts.exempt)),
  );
  const column = width / points.length;
  const every = Math.max(1, Math.ceil(DAY_WIDTH / column));
  // counted from the last point, which always has its words
  const isNamed = (index: number) => (points.length - 1 - index) % every === 0;
  const { text, background } = theme.palette;
  const font = { fontSize: 12, fontFamily: theme.typography.fontFamily };
  const fill = (state: ResultState) =>
    isHatched(state)
      ? `url(#${prefix}-${state})`
      : stateLooks[state].color(theme);

  const day = ({ x = 0, y = 0, index = 0 }: TickProps) => {
    if (!isNamed(index)) return <g />;
    const time = DateTime.fromISO(points[index].at);
    const yearBefore = index > 0 && DateTime.fromISO(points[index - 1].at).year;
    const words =
      untilNow && index === points.length - 1
        ? 'Now'
        : time.toLocaleString({ day: 'numeric', month: 'short' });
    return (
      <text x={x} y={y} textAnchor="middle" fill={text.primary} {...font}>
        <tspan x={x} dy={12}>
          {words}
        </tspan>
        {time.year !== yearBefore && (
          <tspan x={x} dy={16}>
            {time.year}
          </tspan>
        )}
      </text>
    );
  };

  return (
    <div aria-hidden>
      <div ref={box} className={classes.box}>
        {width > 0 && (
          <ComposedChart
            data={[...points]}
            width={width}
            height={HEIGHT}
            margin={{ top: 24, right: 0, bottom: 0, left: 0 }}
            barGap={2}
            // what it would give to the keyboard stands in the table
            accessibilityLayer={false}
            style={{ cursor: 'pointer' }}
            onClick={({ activeTooltipIndex }) => {
              const index = Number(activeTooltipIndex ?? -1);
              const point = points[index];
              const isLast = index === points.length - 1;
              if (point && !isLast && point.subjects > 0) onChoose(point);
            }}
          >
            <StatePatterns prefix={prefix} states={shown} />
            <XAxis
              dataKey="at"
              tick={day}
              tickLine={false}
              interval={0}
              height={40}
              axisLine={{ stroke: theme.palette.divider }}
            />
            <YAxis yAxisId="results" hide domain={[0, most / BARS_TO]} />
            <YAxis
              yAxisId="share"
              hide
              domain={[-LINE_FROM / (1 - LINE_FROM), 1]}
            />
            <Tooltip
              cursor={{ fill: theme.palette.action.hover }}
              isAnimationActive={false}
              content={({ label }) => (
                <TrendTip point={points.find(({ at }) => at === label)} />
              )}
            />
            <ReferenceLine
              yAxisId="share"
              y={0}
              stroke={theme.palette.divider}
            />
            {shown.map(state => (
              <Bar
                key={state}
                yAxisId="results"
                dataKey={(point: TrendPoint) => point.counts[state]}
                stackId={state === 'exempt' ? 'exempt' : 'asked'}
                barSize={Math.min(
                  state === 'exempt' ? 10 : 48,
                  column * (state === 'exempt' ? 0.12 : 0.55),
                )}
                // so that a few are seen beside many
                minPointSize={state === 'exempt' ? exemptSize : 0}
                fill={fill(state)}
                stroke={background.paper}
                strokeWidth={1}
                isAnimationActive={false}
              />
            ))}
            <Line
              yAxisId="share"
              dataKey="share"
              type="linear"
              stroke={text.primary}
              strokeWidth={2}
              dot={{ r: 4, fill: text.primary, strokeWidth: 0 }}
              activeDot={false}
              isAnimationActive={false}
            >
              <LabelList
                dataKey={(point: TrendPoint) => point.share}
                content={({ x, y, value, index = 0 }) =>
                  typeof value === 'number' && isNamed(index) ? (
                    <text
                      x={x}
                      y={Number(y) - 10}
                      textAnchor="middle"
                      fill={text.primary}
                      {...font}
                    >
                      {percent(value)}
                    </text>
                  ) : null
                }
              />
            </Line>
          </ComposedChart>
        )}
      </div>
      <TrendKey states={shown} />
    </div>
  );
}

function exemptSize(count: unknown): number {
  return typeof count === 'number' && count > 0 ? 3 : 0;
}
