import { InputError } from '@backstage/errors';
import { FolderContent } from './readFolder';

/** A document of all its sections at their longest is 240,000 characters. */
const MAX_FILE_BYTES = 512 * 1024;
export const MAX_FILES = 100;
const MAX_IGNORED = 50;

const tooLarge = `is larger than ${MAX_FILE_BYTES / 1024} KiB`;

/** Collects what a folder holds, within its limits. */
export class FolderBuilder {
  // by path: a reader may ask twice for the same file
  readonly #files = new Map<string, FolderContent['files'][number]>();
  readonly #ignored = new Map<string, FolderContent['ignored'][number]>();

  /** Whether a file is to be read; if not, it is noted why, or passed over: what begins with a dot, and what is there for readers. */
  wants(path: string, bytes?: number): boolean {
    const parts = path.split('/');
    if (parts.some(part => part.startsWith('.') || part === 'node_modules')) {
      return false;
    }
    if (/^readme\.md$/i.test(parts.at(-1)!)) return false;
    if (path.length > 300) {
      this.ignore(`${path.slice(0, 300)}…`, 'its path is too long');
      return false;
    }
    if (!/\.(ya?ml|md)$/.test(path)) {
      this.ignore(path, 'is neither YAML nor Markdown');
      return false;
    }
    if (bytes !== undefined && bytes > MAX_FILE_BYTES) {
      this.fail(path, tooLarge);
      return false;
    }
    return true;
  }

  add(path: string, content: Uint8Array) {
    if (content.byteLength > MAX_FILE_BYTES) this.fail(path, tooLarge);
    else this.#files.set(path, { path, content });
  }

  /** A file that is there and cannot be taken. */
  fail(path: string, problem: string) {
    this.#files.set(path, { path, problem });
  }

  ignore(path: string, reason: string) {
    if (this.#ignored.size < MAX_IGNORED) {
      this.#ignored.set(path, { path, reason });
    }
  }

  /** @throws InputError when it holds too much */
  content(etag: string | null): FolderContent {
    this.checkCount(this.#files.size);
    const byPath = (a: { path: string }, b: { path: string }) =>
      a.path < b.path ? -1 : 1;
    return {
      etag,
      files: [...this.#files.values()].sort(byPath),
      ignored: [...this.#ignored.values()].sort(byPath),
    };
  }

  /** @throws InputError when so many files are too many */
  checkCount(count: number) {
    if (count <= MAX_FILES) return;
    throw new InputError(
      `The folder holds more than ${MAX_FILES} files of YAML and Markdown: name one that holds the documents alone`,
    );
  }
}
