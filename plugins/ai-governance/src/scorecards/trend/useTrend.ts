import {
  Scorecard,
  Trend,
  TrendQuery,
} from 'backstage-plugin-ai-governance-common';
import { useLoad, yearBefore } from '../../components';
import { Before } from '../compare';

export type TrendPoint = Trend['items'][number];

/** Totals of the year before the time that is shown. */
export interface TrendReading {
  /** Thirteen, a month apart, the last of the time that is shown; undefined until they are there. */
  points?: readonly TrendPoint[];
  /** The point a month before, if there was anything then. */
  before?: Before;
  error?: Error;
  reload: () => Promise<void>;
}

/**
 * Reads a trend once: what was held at past instants does not change. Its last point is the scorecard that is shown, which may.
 *
 * @param of - whose trend it is: asked again when it is another
 * @param current - the scorecard of the time that is shown
 */
export function useTrend(
  load: (query: TrendQuery) => Promise<TrendPoint[]>,
  options: { of: string; asOf?: string; current?: Scorecard },
): TrendReading {
  const { of, asOf, current } = options;
  const { value, error, reload } = useLoad(
    // without an end it is the present by the clock of the backend
    () => load(asOf === undefined ? {} : { from: yearBefore(asOf), to: asOf }),
    [of, asOf],
  );
  const last = value?.at(-1);
  if (!value || !last || !current) return { error, reload };
  const points = [...value.slice(0, -1), { ...current, at: last.at }];
  const monthBefore = points.at(-2);
  return {
    points,
    before: monthBefore && monthBefore.subjects > 0 ? monthBefore : undefined,
    error,
    reload,
  };
}
