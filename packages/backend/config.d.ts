export interface Config {
  permission?: {
    /** Groups by what they may do in the portal, as entity references. */
    roles?: {
      administrator?: string[];
      auditor?: string[];
      external?: string[];
    };
  };
  /** Records that the example company has written before somebody opens the portal for the first time. */
  exampleCompany?: {
    /** Folder of the YAML files, relative to the working directory of the backend. Nothing is loaded without it. */
    records?: string;
  };
}
