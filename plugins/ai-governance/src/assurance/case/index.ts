export { CaseLink } from './CaseLink';
export { CaseView } from './CaseView';
export { caseSearch, isOfCase, startAbout } from './ofCase';
