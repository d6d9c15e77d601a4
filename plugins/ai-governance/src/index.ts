/**
 * AI governance where the software lives: posture, records and scorecards in the Backstage portal.
 *
 * @packageDocumentation
 */
export { aiGovernancePlugin as default, aiGovernancePlugin } from './plugin';
export { aiGovernanceApiRef } from './api';
export { AISystemIcon } from './AISystemIcon';
export { aiGovernanceTranslationRef } from './translation';
