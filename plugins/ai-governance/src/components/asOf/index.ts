export { AsOfPicker } from './AsOfPicker';
export { PastBanner } from './PastBanner';
export { dayOfInstant, instantWords, yearBefore } from './instants';
export { useAsOf, type AsOfAddress } from './useAsOf';
