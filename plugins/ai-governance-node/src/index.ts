/**
 * What modules of the plugin `ai-governance` add to it.
 *
 * @packageDocumentation
 */
export {
  aiGovernanceControlsExtensionPoint,
  type AiGovernanceControlsExtensionPoint,
} from './controlsExtensionPoint';
