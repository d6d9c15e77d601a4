export interface Config {
  scaffolder?: {
    /** Software templates of AI governance. */
    aiGovernance?: {
      /**
       * A folder on the disk of the backend into which `ai-governance:write:local` writes what a template has made, for a portal on one
       * machine that is tried out. Relative to where the backend runs. Without it there is no such action.
       */
      localFolder?: string;
    };
  };
}
