import { bareAddresses } from 'backstage-plugin-ai-governance-common';

/** Of an error, one line that a page can show. */
export function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // eslint-disable-next-line no-control-regex
  return bareAddresses(message.replace(/[\u0000-\u001f\u007f]+/g, ' ')).slice(
    0,
    500,
  );
}
