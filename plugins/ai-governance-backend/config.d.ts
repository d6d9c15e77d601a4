import { HumanDuration } from '@backstage/types';

export interface Config {
  /** AI governance. What `aiGovernance.subjects` may be is said by `backstage-plugin-ai-governance-common`; docs/configure.md describes all of it. */
  aiGovernance: {
    /**
     * The governance policy: controls read their numbers from it. Keep it in a file of its own: `policy: { $include: ./governance-policy.yaml }`.
     * Without one, or with one that is not valid, the backend does not start and says which path is wrong.
     */
    policy: {
      /**
       * Names this version of the policy wherever a result says what it was judged by. At most 40 characters.
       *
       * @visibility backend
       */
      version: string;
      /**
       * What the policy is called.
       *
       * @visibility backend
       */
      title: string;
      /**
       * The day from which it holds, such as `2026-01-01`.
       *
       * @visibility backend
       */
      effectiveFrom: string;
      /**
       * Laws whose questions are asked of every subject. Default: none.
       *
       * @visibility backend
       */
      regulations?: Array<'eu-ai-act'>;
      /** What AI may be used for, and what not. Default: nothing is listed. */
      uses?: Array<{
        /**
         * What `spec.uses` of an AI system names: lower-case letters, digits and dashes. Each once.
         *
         * @visibility backend
         */
        id: string;
        /**
         * The use in words.
         *
         * @visibility backend
         */
        title: string;
        /**
         * A `prohibited` use makes the tier of a subject prohibited.
         *
         * @visibility backend
         */
        standing: 'allowed' | 'restricted' | 'prohibited';
      }>;
      /** How often a record must be renewed, by the tier of the subject. */
      cadences: {
        /**
         * Of the intended use. Years, months, weeks and days only.
         *
         * @visibility backend
         */
        'intended-use': {
          high: HumanDuration;
          limited: HumanDuration;
          minimal: HumanDuration;
        };
        /**
         * Of the risk assessment. Years, months, weeks and days only.
         *
         * @visibility backend
         */
        'risk-assessment': {
          high: HumanDuration;
          limited: HumanDuration;
          minimal: HumanDuration;
        };
      };
      /**
       * How long before a record runs out its controls warn. Years, months, weeks and days only.
       *
       * @visibility backend
       */
      warningWindow: HumanDuration;
      /**
       * The gravest risk that needs no treatment, by the tier of the subject.
       *
       * @visibility backend
       */
      tolerance: {
        high: 'very-low' | 'low' | 'medium' | 'high' | 'very-high';
        limited: 'very-low' | 'low' | 'medium' | 'high' | 'very-high';
        minimal: 'very-low' | 'low' | 'medium' | 'high' | 'very-high';
      };
    };
    /** How what the catalog holds is observed. */
    inventory?: {
      /** When the catalog is swept. Default: every 30 seconds, at most 5 minutes, first 3 seconds after the start. */
      schedule?: {
        /**
         * How often: a duration, a cron expression, or only when somebody asks for it.
         *
         * @visibility backend
         */
        frequency:
          | string
          | HumanDuration
          | { cron: string }
          | { trigger: 'manual' };
        /**
         * After how long a sweep is given up, so that another backend may begin one.
         *
         * @visibility backend
         */
        timeout: string | HumanDuration;
        /**
         * How long after the start the first sweep begins. Default: 3 seconds.
         *
         * @visibility backend
         */
        initialDelay?: string | HumanDuration;
        /**
         * One sweep at a time for all backends together; there is no other choice.
         *
         * @visibility backend
         */
        scope?: 'global';
      };
    };
  };
}
