import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { recordFormSchema } from 'backstage-plugin-ai-governance-common';
import { tableHeld } from '../__testUtils__/documentedTable';
import { readRecordFile, sectionTitles } from './readRecordFile';
import { sourceTypes } from './sourceTypes';

const repository = resolve(__dirname, '../../../..');
const page = readFileSync(resolve(repository, 'docs/records.md'), 'utf8');
const documented = [
  ...page.matchAll(
    /^`governance\/([^`]+)`:\n\n```(?:yaml|markdown)\n([^]*?)^```$/gm,
  ),
].map(([, path, text]) => ({ path, text }));

const folder = resolve(repository, 'examples/ai-systems');
const kept = globSync('*/governance/**/*.{md,yaml}', { cwd: folder }).map(
  path => ({ path, text: readFileSync(resolve(folder, path), 'utf8') }),
);

describe('documents as files', () => {
  it('are shown in docs/records.md in every form', () => {
    expect(documented.map(({ path }) => path)).toEqual([
      'operations.yaml',
      'intended-use.md',
      'risk-assessment.yaml',
      'changes/2026-03-gpt.yaml',
    ]);
    expect(kept.length).toBeGreaterThanOrEqual(2);
  });

  it.each([...documented, ...kept])('$path is without fault', file => {
    const outcome = readRecordFile(file.path, Buffer.from(file.text));
    expect(outcome).toMatchObject({ kind: 'stated' });
  });

  it('are listed there with their sections and their other fields', () => {
    const rows = sourceTypes.map(type => {
      const sections = sectionTitles(type);
      const fields = Object.keys(recordFormSchema(type).properties as object);
      return [
        type.shape === 'document'
          ? `\`${type.type}\``
          : `any, \`type: ${type.type}\``,
        [...sections.values()].join(', '),
        fields
          .filter(field => !sections.has(field))
          .map(field => `\`${field}\``)
          .join(', '),
      ];
    });
    const table = [
      ['file', 'sections in Markdown', 'other fields'],
      ['---', '---', '---'],
      ...rows,
    ];
    expect(tableHeld('records.md', 'files', table)).toEqual(table);
  });
});
