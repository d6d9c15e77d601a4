export { TeamHeat } from './TeamHeat';
export { type ExtraLine } from './HeatMap';
