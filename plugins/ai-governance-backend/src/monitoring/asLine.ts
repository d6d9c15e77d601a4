import { cleanText, cutText } from 'backstage-plugin-ai-governance-common';

/** Text of a tool as one line of a record: without line breaks, and cut where it is too long. */
export function asLine(text: string, max: number): string {
  return cutText(cleanText(text), max);
}
