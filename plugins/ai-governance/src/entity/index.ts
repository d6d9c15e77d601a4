export { PostureCard } from './PostureCard';
export { IntendedUseTab } from './IntendedUseTab';
export { RiskTab } from './RiskTab';
export { ChangesTab } from './ChangesTab';
