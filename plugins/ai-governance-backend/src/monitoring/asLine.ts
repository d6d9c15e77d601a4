/** Text of a tool as one line of a record: without line breaks, and cut where it is too long. */
export function asLine(text: string, max: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > max ? `${line.slice(0, max - 1).trimEnd()}…` : line;
}
