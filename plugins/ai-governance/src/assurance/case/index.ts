export { CaseLink } from './CaseLink';
export { CaseView } from './CaseView';
export { caseSearch, startAbout } from './ofCase';
