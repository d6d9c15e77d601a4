import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = read('docs/import.md');
const example = 'examples/own-register';

const dryRun = (...args: string[]) =>
  execFileSync(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      'scripts/import-dry-run.ts',
      ...args,
    ],
    { cwd: root, encoding: 'utf8', stdio: 'pipe' },
  );

/** The blocks of a language on the page. */
const blocks = (language: string) =>
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(match => match[1] === language)
    .map(match => match[2]);

describe('docs/import.md', () => {
  it('shows the files of the example as they are', () => {
    expect(blocks('text')[0]).toBe(read(`${example}/register.csv`));
    expect(blocks('yaml')[0]).toBe(read(`${example}/mapping.yaml`));
  });

  it('shows what the dry run says', () => {
    const said = dryRun(
      `${example}/mapping.yaml`,
      `${example}/register.csv`,
      '--delimiter=;',
    );
    expect(said.startsWith(blocks('text')[1])).toBe(true);
    expect(blocks('text')[1]).toContain('5 would be taken, 1 refused');
  });
});

describe('the dry run', () => {
  it('names what is wrong with a mapping', () => {
    expect(() =>
      dryRun('examples/governance-policy.yaml', `${example}/register.csv`),
    ).toThrow(/mapping\.name: /);
  });

  it('takes the federal inventory, but for rows that say the same twice', () => {
    const folder = 'examples/federal-inventory';
    const said = dryRun(
      `${folder}/mapping.yaml`,
      `${folder}/2024_consolidated_ai_inventory_raw_v2.csv`,
      '--encoding=windows-1252',
    );
    expect(said).toContain('2133 rows: 2126 would be taken, 7 refused');
  });
});
