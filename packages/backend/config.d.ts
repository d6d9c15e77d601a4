export interface Config {
  permission?: {
    /** Groups and people by what they may do in the portal, as entity references. What else there is to be follows from the catalog. */
    roles?: {
      /** Run the portal: write and redact records of every system, sweep, read imports and what people stated, verify the ledger. */
      administrator?: string[];
      /** May decide on every system, as far as the governance policy gives them the authority, and test controls. */
      reviewer?: string[];
      /** Read everything, test controls, verify the ledger, and write nothing else. */
      auditor?: string[];
      /** See and touch only what their own team owns, and decide nothing. */
      external?: string[];
    };
  };
  /** Records that the example company has written before somebody opens the portal for the first time. */
  exampleCompany?: {
    /** Folder of the YAML files, relative to the working directory of the backend. Nothing is loaded without it. */
    records?: string;
  };
}
