import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(__dirname, '..');
const read = (file: string) => readFileSync(resolve(root, file), 'utf8');

// Layout aside: a snippet stands less deep in the README than in its test.
const code = (text: string) =>
  text.replace(/\s+/g, '').replace(/,([)}\]])/g, '$1');

const snippets = [
  ...read('README.md').matchAll(/<!-- (\S+) -->\n+```ts\n([^]*?)```/g),
].map(([, file, text]) => ({ file, text, first: text.split('\n')[0] }));

describe('the README', () => {
  it('has snippets that come from tests', () => {
    expect(snippets.length).toBeGreaterThanOrEqual(6);
  });

  it.each(snippets)(
    'shows what is tested in $file: $first',
    ({ file, text }) => {
      expect(code(read(file))).toContain(code(text));
    },
  );
});
