import { UrlReaderService } from '@backstage/backend-plugin-api';
import { NotModifiedError } from '@backstage/errors';
import { FolderBuilder, MAX_FILES } from './folderLimits';
import { FolderContent } from './readFolder';

/**
 * Reads a folder through the URL reader, which goes by `integrations` and `backend.reading.allow`.
 *
 * @returns undefined when it is still as the etag says
 * @throws what the reader throws, and InputError when the folder holds too much
 */
export async function readUrlFolder(
  url: string,
  options: { urlReader: UrlReaderService; etag?: string; signal: AbortSignal },
): Promise<FolderContent | undefined> {
  const { urlReader, etag, signal } = options;
  const folder = new FolderBuilder();
  const wanted = new Set<string>();
  try {
    const tree = await urlReader.readTree(url, {
      etag,
      signal,
      filter: (path, info) => {
        // one too many is enough to say so
        if (wanted.size > MAX_FILES || !folder.wants(path, info?.size)) {
          return false;
        }
        wanted.add(path);
        return true;
      },
    });
    const files = await tree.files();
    folder.checkCount(Math.max(files.length, wanted.size));
    for (const file of files) {
      folder.add(file.path, await file.content());
    }
    return folder.content(tree.etag);
  } catch (error) {
    if ((error as Error)?.name === NotModifiedError.name) return undefined;
    throw error;
  }
}
