import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FolderBuilder } from './folderLimits';
import { isBelow } from './locationOf';
import { FolderContent } from './readFolder';

const MAX_ENTRIES = 2000;
const MAX_DEPTH = 4;

/**
 * Reads a folder on disk. Links are followed as far as they stay below the root, those to folders not at all.
 *
 * @throws NotFoundError, NotAllowedError or InputError with a sentence that names no place on the machine
 */
export async function readDiskFolder(at: {
  root: string;
  folder: string;
}): Promise<FolderContent> {
  const builder = new FolderBuilder();
  let root: string;
  let top: string;
  try {
    root = await realpath(at.root);
    top = await realpath(at.folder);
  } catch {
    throw new NotFoundError('There is no such folder');
  }
  if (!isBelow(root, top)) {
    throw new NotAllowedError(
      'The folder is a link that leads out of aiGovernance.recordsAsCode.roots',
    );
  }
  let entries = 0;
  await walk('', 0);
  return builder.content(null);

  async function walk(below: string, depth: number): Promise<void> {
    for (const entry of await entriesOf(join(top, below))) {
      entries += 1;
      if (entries > MAX_ENTRIES) {
        throw new InputError(
          `The folder holds more than ${MAX_ENTRIES} files: name one that holds the documents alone`,
        );
      }
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (!entry.isDirectory()) await take(path);
      else if (depth < MAX_DEPTH && builder.wants(`${path}/folder.md`)) {
        await walk(path, depth + 1);
      }
    }
  }

  async function take(path: string): Promise<void> {
    if (!builder.wants(path)) return;
    try {
      const real = await realpath(join(top, path));
      if (!isBelow(root, real)) {
        builder.ignore(path, 'is a link that leads out of the root');
        return;
      }
      const found = await stat(real);
      if (!found.isFile()) {
        builder.ignore(path, 'is no file');
      } else if (builder.wants(path, found.size)) {
        builder.add(path, await readFile(real));
      }
    } catch {
      builder.fail(path, 'cannot be read');
    }
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    throw new NotFoundError('The folder cannot be read');
  }
}
