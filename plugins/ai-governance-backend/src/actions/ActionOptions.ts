import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { RouteAnswers } from './RouteAnswers';

/** Where an action is registered, and what it is answered from. */
export interface ActionOptions {
  registry: ActionsRegistryService;
  answers: RouteAnswers;
}

/** Of an action that changes nothing, so that a client need not ask before it runs it. */
export const reads = {
  readOnly: true,
  destructive: false,
  idempotent: true,
} as const;
