/**
 * The text of a CSV file: UTF-8 with or without byte order mark, or else Windows-1252, as Excel writes it on Windows.
 *
 * @returns undefined when it is neither: it holds NUL, as UTF-16 and files that are no text do
 */
export function decodeSpreadsheet(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
