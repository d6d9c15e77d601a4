import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  /** AI governance. */
  aiGovernance: {
    /**
     * The governance policy: title, version, uses, cadences, tolerance. Controls read their numbers from it.
     *
     * Keep it in a file of its own: `policy: { $include: ./governance-policy.yaml }`. A policy that is not valid stops the start
     * with the path of what is wrong; the README of the backend package describes every field.
     *
     * @visibility backend
     */
    policy: object;
    inventory?: {
      /**
       * When the catalog is swept. Default: every 30 seconds, at most 5 minutes, first 3 seconds after the start.
       * The scope is always global: one sweep at a time for all backends together.
       *
       * @visibility backend
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
  };
}
