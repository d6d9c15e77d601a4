import { ResultState } from 'backstage-plugin-ai-governance-common';
import { TrendPoint } from './useTrend';

const asked: readonly ResultState[] = [
  'pass',
  'warning',
  'fail',
  'expired',
  'not-reported',
];

/** States of what is asked that a trend shows; a control that could not be judged is rare, and shows only where there is one. */
export const statesOf = (
  points: readonly TrendPoint[],
): readonly ResultState[] =>
  points.some(point => point.counts.error > 0) ? [...asked, 'error'] : asked;
