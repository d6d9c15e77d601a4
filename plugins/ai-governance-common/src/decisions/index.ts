export {
  type Admission,
  type OrganizationAtHand,
  type SubjectAtHand,
} from './Admission';
export { assessedState } from './assessedState';
export {
  authorsSince,
  lastApproved,
  routineSince,
  type Author,
  type GovernedDocument,
} from './authors';
export { type Deciding } from './Deciding';
export { decisionTakes, isApproved } from './admitDecision';
export { type DecisionData } from './decisionFields';
export {
  governedProfile,
  governedStateOf,
  stateHash,
  type GovernedState,
  type RevisionHead,
} from './governedState';
export {
  candidates,
  decisionKinds,
  holdersOf,
  mayDecide,
  restrictedUses,
  type Authority,
  type DecisionContext,
  type DecisionKind,
  type People,
  type Question,
  type StandIn,
  type Verdict,
} from './mayDecide';
export { beyond, type Reach } from './reach';
export { locationOfAuthor, sourceAuthor } from './sourceAuthor';
export { tierUnder, type HeldTier } from './tierUnder';
export {
  changedSince,
  standingInstants,
  standingOf,
  standingStates,
  type Standing,
  type StandingContext,
  type StandingState,
} from './standing';
