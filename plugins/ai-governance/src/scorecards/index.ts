export { TeamHeat, type ExtraLine } from './heat';
export { ScorecardLine, levelWords, tierWords } from './ScorecardLine';
export { inventorySearch, type InventoryQuery } from './inventorySearch';
export { TrendSection, useTrend, type TrendPoint } from './trend';
export { ancestorsOf, notHolding, teamsBelow } from './teamTree';
export { percent } from './percent';
