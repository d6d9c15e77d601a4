export { aiGovernanceModuleExampleRecords as default } from './aiGovernanceModuleExampleRecords';
