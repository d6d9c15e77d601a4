import { Figure } from './measure';

const number = (value: number | null, digits: number) =>
  value === null ? '' : value.toFixed(digits);
const ms = (value: number) => number(value, value < 10 ? 1 : 0);

/** A Markdown table; the first column is text, the others are figures. */
export function rows(
  head: readonly string[],
  body: readonly (readonly string[])[],
): string {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...body].map(row => row[column].length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells
      .map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
      .join(' | ')} |`;
  const rule = `| ${widths
    .map((width, i) => (i ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)))
    .join(' | ')} |`;
  return [line(head), rule, ...body.map(line)].join('\n');
}

/** The same of figures, one line each. */
export const table = (figures: readonly Figure[]): string =>
  rows(
    ['what', 'subjects', 'median ms', 'p95 ms', 'runs', 'queries', 'peak MB'],
    figures.map(f => [
      f.what,
      String(f.subjects),
      ms(f.medianMs),
      f.runs > 1 ? ms(f.p95Ms) : '',
      String(f.runs),
      number(f.queries, 0),
      number(f.peakMb, 0),
    ]),
  );
