/**
 * Fields of a record that its register is filtered and sorted by. Each path leads from the top of the data to one text, keys parted by dots.
 * They are read from the data as they were recorded: nothing is stored twice, so nothing can disagree with what was hashed.
 */
export interface RegisterFields {
  /** Where a case stands. */
  status?: {
    path: string;
    values: readonly string[];
    /**
     * States in which what is due is still to be done: only these are overdue in the register. Of a corrective action that is done and not
     * verified nothing is left to its owner, so it is not among them; ASR-02 and ORG-04 go by `correctiveActionIsOpen`, and ask for the rest.
     */
    open: readonly string[];
  };
  /** Gravest first. */
  severity?: { path: string; values: readonly string[] };
  /** The person or group that has to act, a full reference. */
  owner?: { path: string };
  /** A calendar day by whose end it is to be done, or on which it lapses. */
  due?: { path: string; title: string };
}
