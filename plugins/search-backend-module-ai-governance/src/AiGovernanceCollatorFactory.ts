import { Permission } from '@backstage/plugin-permission-common';
import { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import { AiGovernanceApi, Page } from 'backstage-plugin-ai-governance-common';
import { Readable } from 'node:stream';
import {
  AiGovernanceDocument,
  documentsOf,
  foundTypes,
  KnownSubject,
} from './documents';

type Governance = Pick<AiGovernanceApi, 'subjects' | 'register'>;

/** Rows at once: as many as the API gives. */
const limit = 500;

/** Reads the registers page by page, so that an index of any size takes the memory of one page and of the list of subjects. */
export class AiGovernanceCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'ai-governance';
  readonly visibilityPermission: Permission;
  readonly #api: Governance;
  readonly #locationTemplate: string;

  constructor(options: {
    api: Governance;
    locationTemplate: string;
    visibleBy: Permission;
  }) {
    this.visibilityPermission = options.visibleBy;
    this.#api = options.api;
    this.#locationTemplate = options.locationTemplate;
  }

  async getCollator() {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<AiGovernanceDocument> {
    const subjects = new Map<string, KnownSubject>();
    const listed = pages(cursor => this.#api.subjects({ limit, cursor }));
    for await (const { ref, tier } of listed) subjects.set(ref, { tier });
    for (const type of Object.keys(foundTypes)) {
      const entries = pages(cursor =>
        this.#api.register({ type, limit, cursor }),
      );
      for await (const entry of entries) {
        yield* documentsOf(
          entry,
          subjects.get(entry.subject.ref),
          this.#locationTemplate,
        );
      }
    }
  }
}

async function* pages<T>(
  read: (cursor: string | undefined) => Promise<Page<T>>,
): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor);
}
