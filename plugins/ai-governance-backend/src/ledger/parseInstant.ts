import { instant, Instant } from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';

const schema = z.iso.datetime({ offset: true });

/** An instant in the one form in which instants are compared (UTC, milliseconds), from ISO 8601 with any offset; else undefined. */
export function parseInstant(text: string): Instant | undefined {
  if (!schema.safeParse(text).success) return undefined;
  const at = new Date(text);
  // a year before 0000 or after 9999 (by its offset) would be written longer, and not compare as text
  const year = at.getUTCFullYear();
  return year >= 0 && year <= 9999 ? instant(at) : undefined;
}

/** What to say of a text that is no instant. */
export const notAnInstant = (path: string, text: string) =>
  `${path}: must be an instant such as 2026-11-24T09:30:00.000Z, and is ${JSON.stringify(
    text,
  )}`;
