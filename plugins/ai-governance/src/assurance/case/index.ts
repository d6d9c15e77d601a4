export { CaseLink } from './CaseLink';
export { CasesSection } from './CasesSection';
export { CaseView } from './CaseView';
export { openCases } from './caseWords';
export { caseSearch, startAbout } from './ofCase';
