export { AsOfPicker } from './AsOfPicker';
export { PastBanner } from './PastBanner';
export { instantWords, yearBefore } from './instants';
export { useAsOf, type AsOfAddress } from './useAsOf';
