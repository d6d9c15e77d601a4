import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { Control } from 'backstage-plugin-ai-governance-common';

/**
 * Adds controls to those that subjects are judged by.
 *
 * @public
 */
export interface AiGovernanceControlsExtensionPoint {
  /**
   * Controls beside those of the suite, in the order in which they are added. A control is pure: no I/O, no clock. One that throws is `error` for
   * itself alone. Its `version` is raised whenever its meaning changes: every subject is judged anew at the next start.
   *
   * @throws Error at the start of the backend when an id is there twice, or begins as those of the suite do
   */
  addControl(...controls: Control[]): void;
}

/**
 * Where modules of the plugin `ai-governance` add controls that are written in code.
 *
 * @public
 */
export const aiGovernanceControlsExtensionPoint =
  createExtensionPoint<AiGovernanceControlsExtensionPoint>({
    id: 'ai-governance.controls',
  });
