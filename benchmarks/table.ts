import { Figure } from './measure';

const number = (value: number | null, digits: number) =>
  value === null ? '' : value.toFixed(digits);
const ms = (value: number) => number(value, value < 10 ? 1 : 0);

/** A Markdown table of figures, one line each. */
export function table(figures: readonly Figure[]): string {
  const rows = [
    ['what', 'subjects', 'median ms', 'p95 ms', 'runs', 'queries', 'peak MB'],
    ...figures.map(f => [
      f.what,
      String(f.subjects),
      ms(f.medianMs),
      f.runs > 1 ? ms(f.p95Ms) : '',
      String(f.runs),
      number(f.queries, 0),
      number(f.peakMb, 0),
    ]),
  ];
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells
      .map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
      .join(' | ')} |`;
  const rule = `| ${widths
    .map((width, i) => (i ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)))
    .join(' | ')} |`;
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].join('\n');
}
