/** A clause, control or category of a framework. */
export interface Requirement {
  id: string;
  title: string;
  /** Id of what it stands under, or the name of the annex. */
  parent?: string;
  /** The day from which it applies, where the framework says one; YYYY-MM-DD. */
  from?: string;
}

export interface Framework {
  id: string;
  title: string;
  /** Edition. */
  version: string;
  /** Where it was read. */
  source: string;
  licence: string;
  /** What stands before an id where it is named outside its framework, because the id alone would not say whose it is. */
  prefix?: string;
  requirements: readonly Requirement[];
}
