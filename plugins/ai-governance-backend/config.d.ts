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
      /** Who approved this version, and when. Default: it does not say, and the control ORG-01 asks. */
      approved?: {
        /**
         * Full reference of a group or user.
         *
         * @visibility backend
         */
        by: string;
        /**
         * The day, such as `2025-12-10`.
         *
         * @visibility backend
         */
        on: string;
      };
      /**
       * What the AI management system covers, in Markdown.
       *
       * @visibility backend
       */
      scope?: string;
      /**
       * Address of the whole text of the policy, http or https.
       *
       * @visibility backend
       */
      link?: string;
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
      /** Vendors that may be used, each once. Default: the policy does not say, and no vendor is objected to. */
      vendors?: Array<{
        /**
         * What `spec.vendor.name` of an AI system says, upper and lower case alike.
         *
         * @visibility backend
         */
        name: string;
        /**
         * Products that may be used. Default: all.
         *
         * @visibility backend
         */
        products?: string[];
        /**
         * Classes of data that may be sent to the vendor.
         *
         * @visibility backend
         */
        data: Array<'public' | 'internal' | 'confidential' | 'restricted'>;
      }>;
      /**
       * Lifecycles in which a system is at work, so that it must be approved. Default: `production` and `deprecated`.
       *
       * @visibility backend
       */
      inProduction?: string[];
      /**
       * Who decides. Each is a list of `accountable` (the accountable leader of the subject), `owner` (its owner, and everybody in the owning
       * group) and full references of groups (everybody in them and below) and users. Nobody named: nobody decides.
       */
      authorities?: {
        /**
         * Who approves a subject and its connectors, by its tier. Default: nobody.
         *
         * @visibility backend
         */
        approval?: {
          high?: string[];
          limited?: string[];
          minimal?: string[];
        };
        /**
         * Who approves subjects with a restricted use, whatever their tier. Default: those of the tier.
         *
         * @visibility backend
         */
        restrictedUse?: string[];
        /** Who accepts a risk above the tolerance, by its level. */
        riskAcceptance?: {
          /**
           * Low and very low ones. Default: nobody.
           *
           * @visibility backend
           */
          low?: string[];
          /**
           * Medium ones. Default: nobody.
           *
           * @visibility backend
           */
          medium?: string[];
          /**
           * High ones. Default: nobody.
           *
           * @visibility backend
           */
          high?: string[];
          /**
           * Very high ones. Default: nobody.
           *
           * @visibility backend
           */
          'very-high'?: string[];
        };
        /**
         * Who grants exemptions from controls, by the tier of the subject. Default: nobody.
         *
         * @visibility backend
         */
        exemption?: {
          high?: string[];
          limited?: string[];
          minimal?: string[];
        };
        /**
         * Who decides on another tier than the rule gives. Default: nobody.
         *
         * @visibility backend
         */
        tierOverride?: string[];
      };
      /** Nobody decides on their own work. */
      separationOfDuties?: {
        /**
         * Who decides when everybody who holds the authority is an author: members of the nearest group above the owner, or nobody. Default: `parent-group`.
         *
         * @visibility backend
         */
        smallTeam?: 'parent-group' | 'nobody';
      };
      /** How long decisions may last at most. Years, months, weeks and days only. */
      longest?: {
        /**
         * Exemptions. Default: 6 months.
         *
         * @visibility backend
         */
        exemption?: HumanDuration;
        /**
         * Acceptances of a risk. Default: 1 year.
         *
         * @visibility backend
         */
        'risk-acceptance'?: HumanDuration;
        /**
         * Another tier than the rule gives. Default: 1 year.
         *
         * @visibility backend
         */
        'tier-override'?: HumanDuration;
      };
      /** Who must have acknowledged the version of the policy that is in force. */
      acknowledgement?: {
        /**
         * Of the owning group: anybody, everybody, or nobody. Default: `any`.
         *
         * @visibility backend
         */
        owner?: 'any' | 'every' | 'none';
        /**
         * Whether the accountable leader must. Default: true.
         *
         * @visibility backend
         */
        accountable?: boolean;
      };
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
        /**
         * Of the confirmation that the entry in the inventory is right. Default: 1 year, and 2 for `minimal`.
         *
         * @visibility backend
         */
        confirmation?: {
          high: HumanDuration;
          limited: HumanDuration;
          minimal: HumanDuration;
        };
        /**
         * Of the approval: how long one lasts at most. Default: 1 year, and 2 for `minimal`.
         *
         * @visibility backend
         */
        approval?: {
          high: HumanDuration;
          limited: HumanDuration;
          minimal: HumanDuration;
        };
        /**
         * Of the test of a control. Default: 1 year, and 2 for `minimal`.
         *
         * @visibility backend
         */
        'control-test'?: {
          high: HumanDuration;
          limited: HumanDuration;
          minimal: HumanDuration;
        };
        /**
         * Of what monitoring found. Default: 1, 3 and 6 months.
         *
         * @visibility backend
         */
        monitoring?: {
          high: HumanDuration;
          limited: HumanDuration;
          minimal: HumanDuration;
        };
        /**
         * Of the assessment of the vendor. Default: 6 months for `high`, else as above.
         *
         * @visibility backend
         */
        'vendor-assessment'?: {
          high: HumanDuration;
          limited: HumanDuration;
          minimal: HumanDuration;
        };
        /**
         * How often the policy must be approved anew, whatever the tiers. Default: 1 year.
         *
         * @visibility backend
         */
        policy?: HumanDuration;
        /**
         * How often management reviews the management system. Default: 1 year.
         *
         * @visibility backend
         */
        'management-review'?: HumanDuration;
        /**
         * How often an open objective of the organization is measured. Default: 6 months.
         *
         * @visibility backend
         */
        objective?: HumanDuration;
      };
      /**
       * How long before a record runs out its controls warn; of what is renewed every so often in the last third of that time at
       * most. Years, months, weeks and days only.
       *
       * @visibility backend
       */
      warningWindow: HumanDuration;
      /** Courses that a part in a system takes. */
      training?: {
        /**
         * Of its owners. Default: none.
         *
         * @visibility backend
         */
        owner?: string[];
        /**
         * Of those who decide on it. Default: none.
         *
         * @visibility backend
         */
        reviewer?: string[];
        /**
         * Of its users. Default: none.
         *
         * @visibility backend
         */
        user?: string[];
      };
      /** How long an incident or a corrective action may stay open, by its severity. Years, months, weeks and days only. */
      deadlines?: {
        /**
         * Critical. Default: 1 day.
         *
         * @visibility backend
         */
        critical?: HumanDuration;
        /**
         * High. Default: 7 days.
         *
         * @visibility backend
         */
        high?: HumanDuration;
        /**
         * Medium. Default: 30 days.
         *
         * @visibility backend
         */
        medium?: HumanDuration;
        /**
         * Low. Default: 90 days.
         *
         * @visibility backend
         */
        low?: HumanDuration;
      };
      /**
       * Levels of controls that differ from the catalogue's, by the id of the control. Default: none differs.
       *
       * @visibility backend
       */
      levels?: Record<string, 'bronze' | 'silver' | 'gold'>;
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
    /** Controls of your own, judged beside those of the suite; docs/controls.md describes them. Default: none. */
    controls?: Array<{
      /**
       * Its id, such as `BANK-01`: 2 to 8 capital letters, a hyphen, 2 to 4 digits; not the letters of the suite's own.
       *
       * @visibility backend
       */
      id: string;
      /**
       * What it is called.
       *
       * @visibility backend
       */
      title: string;
      /**
       * Family of controls that it belongs to. Default: `CUS`, Custom.
       *
       * @visibility backend
       */
      family?:
        | 'INV'
        | 'DOC'
        | 'RSK'
        | 'DAT'
        | 'OPS'
        | 'VEN'
        | 'PPL'
        | 'ASR'
        | 'POL'
        | 'CUS';
      /**
       * Level that a subject reaches by it, among others. The policy may give it another.
       *
       * @visibility backend
       */
      level: 'bronze' | 'silver' | 'gold';
      /**
       * What must be true, in words, to read after “Holds when”.
       *
       * @visibility backend
       */
      holdsWhen: string;
      /**
       * Which subjects it asks, in words. Default: all.
       *
       * @visibility backend
       */
      appliesTo?: string;
      /** Which requirements it answers. Default: none. */
      references?: Array<{
        /**
         * Id of a framework, such as `iso-42001`.
         *
         * @visibility backend
         */
        framework: string;
        /**
         * Id of the requirement there, such as `A.6.2.4`.
         *
         * @visibility backend
         */
        id: string;
      }>;
      /** Where a person mends what it found. */
      remediation: {
        /**
         * The button, such as “Add the report”.
         *
         * @visibility backend
         */
        label: string;
        /**
         * Where it leads, such as `assurance` (a tab of the subject’s page) or `source` (its file).
         *
         * @visibility backend
         */
        place:
          | 'source'
          | 'intended-use'
          | 'risk'
          | 'changes'
          | 'assurance'
          | 'documents'
          | 'policy'
          | 'policy-file'
          | 'organization'
          | 'training';
        /**
         * Which type of record is to be written there. Default: not said.
         *
         * @visibility backend
         */
        recordType?: string;
      };
      /**
       * Which subjects it asks: a filter predicate over the state of the subject. Default: every one.
       *
       * @visibility backend
       */
      applies?: object;
      /**
       * What must be true: a filter predicate over the state of the subject.
       *
       * @visibility backend
       */
      holds: object;
      /**
       * What is said where it does not hold. Default: that it does not hold, and `holdsWhen`.
       *
       * @visibility backend
       */
      otherwise?: string;
    }>;
    /** Scorecards that have a name: some controls of some systems. Default: ISO 42001 baseline, High-impact and Vendor AI, as docs/scorecards.md says; an empty list: none. */
    scorecards?: Array<{
      /**
       * Names it in addresses: lower-case letters, digits and hyphens.
       *
       * @visibility backend
       */
      id: string;
      /**
       * What it is called.
       *
       * @visibility backend
       */
      title: string;
      /**
       * What it is for. Default: not said.
       *
       * @visibility backend
       */
      description?: string;
      /**
       * Ids of controls, families, or what answers a framework or is of a level. Default: all.
       *
       * @visibility backend
       */
      controls?: Array<
        string | { framework?: string; level?: 'bronze' | 'silver' | 'gold' }
      >;
      /** Which systems it is about; of a list, any. Default: all. */
      subjects?: {
        /**
         * Tiers. Default: any.
         *
         * @visibility backend
         */
        tier?: Array<'prohibited' | 'high' | 'limited' | 'minimal'>;
        /**
         * Sourcings, such as `vendor`. Default: any.
         *
         * @visibility backend
         */
        sourcing?: string[];
        /**
         * Lifecycles, such as `production`. Default: any.
         *
         * @visibility backend
         */
        lifecycle?: string[];
        /**
         * Types, such as `generative-assistant`. Default: any.
         *
         * @visibility backend
         */
        type?: string[];
        /**
         * Full references of owners. Default: any.
         *
         * @visibility backend
         */
        owner?: string[];
      };
    }>;
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
    /**
     * What AI looks like in the catalog: a filter predicate, as `subjects` is one. What it finds that is no subject, and that no AI system names, is listed as found and not registered. Default: nothing is looked for.
     *
     * @visibility backend
     */
    discovery?: object;
    /** When providers retire their models. Keep it in a file of its own: `models: { $include: ./models.yaml }`. Default: not known, and the control OPS-09 is not asked. */
    models?: Array<{
      /**
       * As `spec.models[].provider` of an AI system names it, upper and lower case alike.
       *
       * @visibility backend
       */
      provider: string;
      /**
       * As `spec.models[].name` names it. Default: only that the provider is watched is said, and a model that is not listed passes.
       *
       * @visibility backend
       */
      name?: string;
      /**
       * Through whom it is reached. Default: it holds for every channel that has no entry of its own.
       *
       * @visibility backend
       */
      channel?: string;
      /**
       * The day from which it is no longer there, such as `2026-11-30`. Default: none is announced.
       *
       * @visibility backend
       */
      retires?: string;
      /**
       * What the provider recommends instead.
       *
       * @visibility backend
       */
      replacement?: string;
      /**
       * Where the provider says so, http or https.
       *
       * @visibility backend
       */
      source?: string;
      /**
       * The day on which it was read there.
       *
       * @visibility backend
       */
      observed?: string;
    }>;
    /** What tools report of systems at work. */
    monitoring?: {
      /** Which aspects alerts and metrics are about, where they do not say it; the first entry that names one counts. Default: drift where the name says so, else performance. */
      aspects?: Array<{
        /**
         * Name of an alert, or of a type of metric; with `*` at its end, of all that begin so. Upper and lower case alike.
         *
         * @visibility backend
         */
        name: string;
        /**
         * What it is about.
         *
         * @visibility backend
         */
        aspect: 'drift' | 'performance' | 'abuse' | 'violations';
      }>;
    };
    /** How people hear of what they have to do, through the portal's notifications. */
    notices?: {
      /**
       * Whether they are told at all. Default: true.
       *
       * @visibility backend
       */
      enabled?: boolean;
      /** When it is looked whom to tell of what. Default: every 10 minutes, at most 10 minutes, first 1 minute after the start. */
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
         * After how long a run is given up, so that another backend may begin one.
         *
         * @visibility backend
         */
        timeout: string | HumanDuration;
        /**
         * How long after the start the first run begins. Default: 1 minute.
         *
         * @visibility backend
         */
        initialDelay?: string | HumanDuration;
        /**
         * One run at a time for all backends together; there is no other choice.
         *
         * @visibility backend
         */
        scope?: 'global';
      };
    };
    /** Whether every row of the ledger is still as it was written, and none is missing. */
    verification?: {
      /**
       * Whether it is verified by itself. Default: true.
       *
       * @visibility backend
       */
      enabled?: boolean;
      /** When it is verified as a whole. Default: every 24 hours, at most 1 hour, first 10 minutes after the start. */
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
         * After how long a run is given up, so that another backend may begin one.
         *
         * @visibility backend
         */
        timeout: string | HumanDuration;
        /**
         * How long after the start the first run begins. Default: 10 minutes.
         *
         * @visibility backend
         */
        initialDelay?: string | HumanDuration;
        /**
         * One run at a time for all backends together; there is no other choice.
         *
         * @visibility backend
         */
        scope?: 'global';
      };
    };
    /** The ends of all streams of the ledger, signed, so that it is found when all of it is written anew. */
    checkpoints?: {
      /**
       * Whether they are taken by themselves. Default: true.
       *
       * @visibility backend
       */
      enabled?: boolean;
      /** When one is taken. Default: every 24 hours, at most 30 minutes, first 5 minutes after the start. */
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
         * After how long a run is given up, so that another backend may begin one.
         *
         * @visibility backend
         */
        timeout: string | HumanDuration;
        /**
         * How long after the start the first run begins. Default: 5 minutes.
         *
         * @visibility backend
         */
        initialDelay?: string | HumanDuration;
        /**
         * One run at a time for all backends together; there is no other choice.
         *
         * @visibility backend
         */
        scope?: 'global';
      };
      /**
       * Private key of Ed25519 that signs, in PEM (PKCS #8). Default: one that is made once and kept in the database, where whoever
       * writes to the database can sign with it, too.
       *
       * @visibility secret
       */
      signingKey?: string;
      /**
       * Public keys that signed before, as their checkpoints have them. Default: none.
       *
       * @visibility backend
       */
      retiredKeys?: string[];
      /**
       * File that each is added to, as a line of JSON. Default: none.
       *
       * @visibility backend
       */
      file?: string;
      /**
       * Whether each is written into the log. Default: false.
       *
       * @visibility backend
       */
      log?: boolean;
    };
    /** Documents that are kept in files beside the code of a system, named by its annotation `ai-governance/records`. */
    recordsAsCode?: {
      /**
       * Folders on the disk of the backend below which files of entities with a `file:` location are read, relative to its working
       * directory. Default: none. What is at an address goes by `integrations` and `backend.reading.allow`.
       *
       * @visibility backend
       */
      roots?: string[];
      /** When the files are read. Default: every 10 minutes, at most 10 minutes, first 20 seconds after the start. */
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
         * After how long a run is given up, so that another backend may begin one.
         *
         * @visibility backend
         */
        timeout: string | HumanDuration;
        /**
         * How long after the start the first run begins. Default: 20 seconds.
         *
         * @visibility backend
         */
        initialDelay?: string | HumanDuration;
        /**
         * One run at a time for all backends together; there is no other choice.
         *
         * @visibility backend
         */
        scope?: 'global';
      };
    };
  };
}
