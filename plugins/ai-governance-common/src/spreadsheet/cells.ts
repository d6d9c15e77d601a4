import { cleanText, cutText } from '../text';

/** The items of a cell, clean and without blank ones. Without separators it is one. */
export function splitText(
  text: string,
  separators: readonly string[] = [],
): string[] {
  return separators
    .reduce<string[]>(
      (items, separator) => items.flatMap(item => item.split(separator)),
      [text],
    )
    .map(cleanText)
    .filter(Boolean);
}

/** What a cell says, short enough for a report. */
export const quotedCell = (text: string) => `"${cutText(text, 120)}"`;
