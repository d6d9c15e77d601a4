import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /**
       * What people registered in the portal, read from the ai-governance backend.
       */
      aiSystemRegistrations?: {
        /**
         * When it is read in case an event was missed. Default: every 5 minutes, at most 2 minutes, first 5 seconds after the start. The scope
         * is always global: one backend reads for all.
         *
         * @visibility backend
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
      /**
       * Registers of AI systems in CSV, by an id of your choice. What a register brings is tied to its id.
       */
      aiSystemRegister?: {
        [id: string]: {
          /**
           * Where the file is: on disk or behind a URL that the URL reader may read (`backend.reading`, `integrations`).
           *
           * @visibility backend
           */
          source:
            | {
                /** Path below `root`. */
                file: string;
                /** Directory that the file must be in; relative to the working directory of the backend, which is also the default. */
                root?: string;
              }
            | {
                /** `https` (or `http`) address. */
                url: string;
              };
          /**
           * Default: `utf-8`, with or without byte order mark.
           *
           * @visibility backend
           */
          encoding?: 'utf-8' | 'windows-1252';
          /**
           * The character between two cells. Default: `,`.
           *
           * @visibility backend
           */
          delimiter?: string;
          /**
           * When the file is read. Default: every hour, at most 10 minutes, first 3 seconds after the start; with
           * `frequency: { trigger: manual }` only when the scheduler is told to. The scope is always global: one backend reads for all.
           *
           * @visibility backend
           */
          schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
          /**
           * How large a share of the AI systems may be missing from one reading to the next. When more are, the catalog keeps what it has
           * and the report warns; a single one may always go. Default: 0.1. Set it to 1 for a while when the register really became that much smaller.
           *
           * @visibility backend
           */
          maxShrink?: number;
          /**
           * How columns become fields, groups and annotations. Keep it in a file of its own: `mapping: { $include: ./mapping.yaml }`.
           * A mapping that is not valid stops the start with the path of what is wrong.
           *
           * @visibility backend
           */
          mapping: object;
        };
      };
    };
  };
}
