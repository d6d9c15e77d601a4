import { mockServices } from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDiskFolder } from './readDiskFolder';
import { readUrlFolder } from './readUrlFolder';

const names = (found: { path: string }[]) => found.map(({ path }) => path);

describe('readDiskFolder', () => {
  let place: string;
  let root: string;
  let folder: string;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'records-'));
    root = join(place, 'root');
    folder = join(root, 'governance');
    mkdirSync(join(folder, 'changes'), { recursive: true });
  });
  afterEach(() => rmSync(place, { recursive: true }));
  const write = (path: string, text = 'purpose: a') =>
    writeFileSync(join(folder, path), text);
  const read = () => readDiskFolder({ root, folder });

  it('reads YAML and Markdown at any depth, and says what it leaves', async () => {
    write('intended-use.yaml');
    write('changes/one.md');
    write('README.md');
    write('.hidden.yaml');
    write('picture.png');
    const { files, ignored, etag } = await read();
    expect(names(files)).toEqual(['changes/one.md', 'intended-use.yaml']);
    expect(files[1]).toMatchObject({ content: Buffer.from('purpose: a') });
    expect(ignored).toEqual([
      { path: 'picture.png', reason: 'is neither YAML nor Markdown' },
    ]);
    expect(etag).toBeNull();
  });

  it('follows links within the root, and none out of it', async () => {
    writeFileSync(join(root, 'shared.yaml'), 'purpose: shared');
    writeFileSync(join(place, 'secret.yaml'), 'purpose: secret');
    symlinkSync(join(root, 'shared.yaml'), join(folder, 'intended-use.yaml'));
    symlinkSync(join(place, 'secret.yaml'), join(folder, 'operations.yaml'));
    symlinkSync(place, join(folder, 'out'));
    const { files, ignored } = await read();
    expect(files).toEqual([
      { path: 'intended-use.yaml', content: Buffer.from('purpose: shared') },
    ]);
    expect(ignored).toContainEqual({
      path: 'operations.yaml',
      reason: 'is a link that leads out of the root',
    });
  });

  it('does not enter a folder that is a link out of the root', async () => {
    const outside = join(place, 'outside');
    mkdirSync(outside);
    writeFileSync(join(outside, 'operations.yaml'), 'overview: secret');
    const link = join(root, 'link');
    symlinkSync(outside, link);
    await expect(readDiskFolder({ root, folder: link })).rejects.toThrow(
      /leads out of/,
    );
  });

  it('says that there is no folder, and not where', async () => {
    const missing = readDiskFolder({ root, folder: join(root, 'none') });
    await expect(missing).rejects.toThrow(/^There is no such folder$/);
  });

  it('does not take a file that is too large, and says so', async () => {
    write('operations.yaml', 'x'.repeat(512 * 1024 + 1));
    expect((await read()).files).toEqual([
      { path: 'operations.yaml', problem: 'is larger than 512 KiB' },
    ]);
  });

  it('refuses a folder with too many files', async () => {
    for (let i = 0; i < 101; i++) write(`changes/${i}.md`);
    await expect(read()).rejects.toThrow(/more than 100 files/);
  });
});

describe('readUrlFolder', () => {
  const url = 'https://github.com/bank/limits/tree/main/governance/';
  const { signal } = new AbortController();
  /** A tree as the readers of Backstage give it. */
  const treeOf = (files: Record<string, string>) =>
    mockServices.urlReader.mock({
      readTree: async (_url, options) => {
        if (options?.etag === 'commit-1') throw new NotModifiedError();
        const taken = Object.entries(files).filter(([path, text]) =>
          options!.filter!(path, { size: text.length }),
        );
        return {
          etag: 'commit-1',
          files: async () =>
            taken.map(([path, text]) => ({
              path,
              content: async () => Buffer.from(text),
            })),
        } as any;
      },
    });

  it('reads what may be a record, with the etag', async () => {
    const urlReader = treeOf({
      'intended-use.md': '## Purpose',
      'operations.yaml': 'x'.repeat(512 * 1024 + 1),
      'a/b.json': '{}',
      'README.md': 'x',
    });
    expect(await readUrlFolder(url, { urlReader, signal })).toEqual({
      etag: 'commit-1',
      files: [
        { path: 'intended-use.md', content: Buffer.from('## Purpose') },
        { path: 'operations.yaml', problem: 'is larger than 512 KiB' },
      ],
      ignored: [{ path: 'a/b.json', reason: 'is neither YAML nor Markdown' }],
    });
  });

  it('reads nothing that is as it was', async () => {
    const urlReader = treeOf({});
    expect(
      await readUrlFolder(url, { urlReader, signal, etag: 'commit-1' }),
    ).toBeUndefined();
  });

  it('refuses a folder with too many files before it reads them', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 500 }, (_, i) => [`${i}.md`, 'x']),
    );
    await expect(
      readUrlFolder(url, { urlReader: treeOf(many), signal }),
    ).rejects.toThrow(/more than 100 files/);
  });
});
