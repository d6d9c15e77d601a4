import { UrlReaderService } from '@backstage/backend-plugin-api';
import { SourceFolder } from './locationOf';
import { readDiskFolder } from './readDiskFolder';
import { readUrlFolder } from './readUrlFolder';

/** A folder as it was read. */
export interface FolderContent {
  /** Of all of it, if the reader gives one. */
  etag: string | null;
  /** Files that may be records; one that cannot be taken has a problem instead of a content. */
  files: ({ path: string } & ({ content: Uint8Array } | { problem: string }))[];
  ignored: { path: string; reason: string }[];
}

/**
 * Reads a folder.
 *
 * @param options - `etag`: of what is known already
 * @returns undefined when it is still as the etag says
 * @throws Error with a sentence for the owner when it cannot be read, or holds too much
 */
export async function readFolder(
  { at }: SourceFolder,
  options: { urlReader: UrlReaderService; etag?: string; signal: AbortSignal },
): Promise<FolderContent | undefined> {
  return 'url' in at ? readUrlFolder(at.url, options) : readDiskFolder(at);
}
