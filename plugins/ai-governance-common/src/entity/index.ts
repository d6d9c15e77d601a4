export * from './AISystem';
export * from './profile';
export { tierOf, type TierDecision, type TierReason } from './tier';
export { profileOf, governsEntity } from './profileOf';
export { governsBy } from './governsBy';
export { ANNOTATION_REGISTRATION, registeredEntity } from './registeredEntity';
export { referencesOf } from './referencesOf';
export { suggestedName } from './suggestedName';
