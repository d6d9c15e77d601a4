import {
  resolveSafeChildPath,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { bareAddresses } from 'backstage-plugin-ai-governance-common';
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';

/** Where a register is. */
export type SourceConfig = { file: string; root?: string } | { url: string };

/** A register that can be opened. */
export interface RegisterSource {
  /** For people, and in the annotations of entities: never with a secret. */
  name: string;
  /** `type:target`, as locations are written. */
  location: string;
  /** @throws Error when it is not there or may not be read; also out of the stream */
  open(): Promise<AsyncIterable<Uint8Array>>;
}

/**
 * @param cwd - What a `root` that is not absolute is relative to
 * @throws InputError when the file is outside its root
 */
export function registerSource(
  config: SourceConfig,
  options: { reader: UrlReaderService; cwd?: string },
): RegisterSource {
  return 'url' in config
    ? urlSource(config.url, options.reader)
    : fileSource(config, options.cwd ?? process.cwd());
}

function fileSource(
  { file, root = '.' }: { file: string; root?: string },
  cwd: string,
): RegisterSource {
  const path = () => {
    try {
      return resolveSafeChildPath(resolve(cwd, root), file);
    } catch {
      throw new InputError(
        `the file ${file} is outside its root ${root}; name the directory that holds it as source.root`,
      );
    }
  };
  path();
  return {
    name: file,
    location: `file:${file}`,
    async open() {
      // asked again: a link may lead elsewhere by now
      return createReadStream(path());
    },
  };
}

function urlSource(url: string, reader: UrlReaderService): RegisterSource {
  // what follows a question mark may be a signature
  const { origin, pathname } = new URL(url);
  const name = `${origin}${pathname}`;
  return {
    name,
    location: `url:${name}`,
    async open() {
      try {
        const response = await reader.readUrl(url);
        return response.stream
          ? response.stream()
          : Readable.from([await response.buffer()]);
      } catch (error) {
        // a redirect may have led elsewhere, with another signature
        throw new Error(
          bareAddresses(String((error as Error).message).replaceAll(url, name)),
        );
      }
    },
  };
}
