export interface Config {
  search?: {
    collators?: {
      /** What is written about AI systems, in the search. */
      aiGovernance?: {
        /** When the index is made anew. Every 10 minutes unless said otherwise. */
        schedule?: {
          frequency:
            | string
            | { cron: string }
            | { trigger: 'manual' }
            | { [unit: string]: number };
          timeout: string | { [unit: string]: number };
          initialDelay?: string | { [unit: string]: number };
          scope?: 'global' | 'local';
        };
        /** Address of an entity's page. `/catalog/:namespace/:kind/:name` unless said otherwise. */
        locationTemplate?: string;
        /**
         * The permission that a reader must have for what they find. Name `ai-governance.subject.read` where your policy grants it more narrowly than
         * `catalog.entity.read`, which is the default.
         */
        visibleBy?: 'catalog.entity.read' | 'ai-governance.subject.read';
      };
    };
  };
}
