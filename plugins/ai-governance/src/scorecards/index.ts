export { TeamHeat, type ExtraLine } from './heat';
export { ScorecardLine } from './ScorecardLine';
export { levelsFromTop } from './levelsFromTop';
export { inventorySearch, type InventoryQuery } from './inventorySearch';
export { TrendSection, useTrend } from './trend';
export { ancestorsOf, teamsBelow } from './teamTree';
export { percent } from './percent';
