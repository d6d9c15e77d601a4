export { TrendSection } from './TrendSection';
export { useTrend } from './useTrend';
