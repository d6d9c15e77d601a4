export { PostureCard } from './PostureCard';
export { IntendedUseTab } from './IntendedUseTab';
export { RiskTab } from './RiskTab';
export { DocumentsTab } from './DocumentsTab';
export { ChangesTab } from './ChangesTab';
