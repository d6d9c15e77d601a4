export { casesOf } from './casesOf';
export { isOfCase, type CaseRecords } from './linkedRecords';
