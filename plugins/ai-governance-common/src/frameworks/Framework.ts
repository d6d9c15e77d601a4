/** A clause, control or category of a framework. */
export interface Requirement {
  id: string;
  title: string;
  /** Id of what it stands under, or the name of the annex. */
  parent?: string;
}

export interface Framework {
  id: string;
  title: string;
  /** Edition. */
  version: string;
  requirements: readonly Requirement[];
}
