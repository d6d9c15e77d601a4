export interface Config {
  /** AI governance. */
  aiGovernance?: {
    /**
     * Which entities are subjects: a filter predicate, as `filter` of an entity card takes it. Backend and screens read the same one.
     * Default: every entity of the kind `AISystem`, and every one with `spec.aiGovernance`.
     *
     * @deepVisibility frontend
     */
    subjects?: object;
  };
}
