import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { symlinkSync } from 'node:fs';
import { Readable } from 'node:stream';
import { registerSource } from './RegisterSource';

const reader = mockServices.urlReader.mock();
const url = 'https://example.com/a/register.csv?signature=secret';

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('registerSource', () => {
  const directory = createMockDirectory({
    content: { inside: { 'a.csv': 'a' }, 'outside.csv': 'secret' },
  });
  const file = (name: string) =>
    registerSource(
      { file: name, root: 'inside' },
      { reader, cwd: directory.path },
    );

  it('reads a file below its root', async () => {
    const source = file('a.csv');
    expect(source).toMatchObject({ name: 'a.csv', location: 'file:a.csv' });
    expect(await textOf(await source.open())).toBe('a');
  });

  it('refuses a file outside its root, also behind a link', async () => {
    expect(() => file('../outside.csv')).toThrow(
      'the file ../outside.csv is outside its root inside; name the directory that holds it as source.root',
    );
    const source = file('link.csv');
    symlinkSync(
      directory.resolve('outside.csv'),
      directory.resolve('inside/link.csv'),
    );
    await expect(source.open()).rejects.toThrow('outside its root');
  });

  it.each([
    ['a stream', { stream: () => Readable.from([Buffer.from('a')]) }],
    ['a buffer', {}],
  ])('reads an address as %s, and keeps its secrets', async (_, response) => {
    reader.readUrl.mockResolvedValueOnce({
      buffer: async () => Buffer.from('a'),
      ...response,
    });
    const source = registerSource({ url }, { reader });
    expect(source).toMatchObject({
      name: 'https://example.com/a/register.csv',
      location: 'url:https://example.com/a/register.csv',
    });
    expect(await textOf(await source.open())).toBe('a');
    expect(reader.readUrl).toHaveBeenCalledWith(url);

    reader.readUrl.mockRejectedValueOnce(
      new Error(`could not read ${url}, 404`),
    );
    await expect(source.open()).rejects.toThrow(
      /^could not read https:\/\/example\.com\/a\/register\.csv, 404$/,
    );
  });
});
