import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The cells between two markers of a page of docs/; with `WRITE_DOCS` set, `rows` are written there before. */
export function tableHeld(
  name: string,
  rows: string[][],
  doc = 'permissions.md',
): string[][] {
  const file = resolve(__dirname, '../../../../../docs', doc);
  const page = readFileSync(file, 'utf8');
  const [, before, held, after] = new RegExp(
    `^([^]*<!-- ${name} -->\n)([^]*)(\n<!-- end of ${name} -->[^]*)$`,
  ).exec(page)!;
  let table = held;
  if (process.env.WRITE_DOCS) {
    table = `\n${rows.map(row => `| ${row.join(' | ')} |`).join('\n')}\n`;
    writeFileSync(file, `${before}${table}${after}`);
  }
  // however prettier lays the columns out
  return table
    .trim()
    .split('\n')
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim().replace(/^-+$/, '---')),
    );
}
