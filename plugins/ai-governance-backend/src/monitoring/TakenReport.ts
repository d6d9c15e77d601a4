import { Monitoring } from 'backstage-plugin-ai-governance-common';

/** What a tool says of one subject, in the words of a monitoring record. */
export interface ReadReport {
  /** Of the item in the body: `body.alerts[0]`. */
  path: string;
  /** As the tool names it. */
  subject: string;
  data: Monitoring;
  /** Whether what is on record came later than this, which was only under way for longer. Default: it did not. */
  isOlderThan?(recorded: Monitoring): boolean;
}

/** An item that says nothing that could be recorded, and why. */
export interface RefusedReport {
  path: string;
  subject?: string;
  /** Names the path, and what to mend. */
  error: string;
}

export type TakenReport = ReadReport | RefusedReport;
