export { casesOf } from './casesOf';
export { type CaseRecords } from './linkedRecords';
