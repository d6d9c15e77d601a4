export { TrendSection } from './TrendSection';
export { useTrend, type TrendPoint } from './useTrend';
