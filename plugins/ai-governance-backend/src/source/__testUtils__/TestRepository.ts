import { UrlReaderService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { NotModifiedError } from '@backstage/errors';

/** A repository with a folder for each system, whose files a test changes. */
export class TestRepository {
  readonly #files = new Map<string, string>();
  #commit = 1;
  /** Addresses that were asked for, in their order. */
  readonly asked: string[] = [];
  /** Thrown for addresses that contain the key. */
  readonly failures = new Map<string, Error>();

  /** Writes files of a system, or removes those that are undefined. */
  commit(system: string, files: Record<string, string | undefined>) {
    this.#commit += 1;
    for (const [path, text] of Object.entries(files)) {
      const key = `${system}/${path}`;
      if (text === undefined) this.#files.delete(key);
      else this.#files.set(key, text);
    }
  }

  get etag() {
    return `commit-${this.#commit}`;
  }

  /** The entity, with its documents in the repository. */
  annotated(entity: Entity): Entity {
    const { metadata } = entity;
    return {
      ...entity,
      metadata: {
        ...metadata,
        annotations: {
          ...metadata.annotations,
          'ai-governance/records': './governance/',
          'backstage.io/managed-by-location': `url:https://github.com/bank/${metadata.name}/blob/main/catalog-info.yaml`,
        },
      },
    };
  }

  reader(): UrlReaderService {
    return mockServices.urlReader.mock({
      readTree: async (url, options) => {
        this.asked.push(url);
        for (const [part, failure] of this.failures) {
          if (url.includes(part)) throw failure;
        }
        if (options?.etag === this.etag) throw new NotModifiedError();
        const [, system] = /github\.com\/bank\/([^/]+)\//.exec(url)!;
        const files = [...this.#files]
          .filter(([key]) => key.startsWith(`${system}/`))
          .map(([key, text]) => [key.slice(system.length + 1), text])
          .filter(([path, text]) =>
            options!.filter!(path, { size: text.length }),
          );
        return {
          etag: this.etag,
          files: async () =>
            files.map(([path, text]) => ({
              path,
              content: async () => Buffer.from(text),
            })),
        } as any;
      },
    });
  }
}
