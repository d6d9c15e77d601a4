import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_LOCATION,
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_REGISTRATION,
  BulkOwners,
  bulkOwnersRequestSchema,
  recordAppendPermission,
  registration,
  Registration,
} from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { batches } from '../database/batches';
import { refusal } from '../decisions/refusal';
import { Revision } from '../ledger/Ledger';
import { forWholeCatalog } from '../permissions/forCatalog';
import { SubjectRow } from '../permissions/SubjectRow';
import { Registrations } from '../registrations/Registrations';
import { BulkOptions, notReadable } from './BulkOptions';

type Request = z.output<typeof bulkOwnersRequestSchema>;
type Outcome = BulkOwners['items'][number];

interface OwnersOptions extends BulkOptions {
  catalog: CatalogService;
  auth: AuthService;
  permissions: PermissionsService;
  registrations: Pick<Registrations, 'changed' | 'checkPlace'>;
}

/** Giving many systems an owning team: what was registered in the portal by a revision each, what comes from a file by saying what to write there. */
export class Owners {
  readonly #options: OwnersOptions;

  static create(options: OwnersOptions) {
    return new Owners(options);
  }

  private constructor(options: OwnersOptions) {
    this.#options = options;
  }

  /** @throws InputError when the owner is no group that the caller may read in the catalog */
  async assign(
    credentials: BackstageCredentials,
    author: string,
    request: Request,
  ): Promise<Outcome[]> {
    const { access, catalog, ledger, registrations } = this.#options;
    const asking = await forWholeCatalog(this.#options, credentials);
    const owner = groupRef(request.owner);
    if (
      !asking ||
      !(await catalog.getEntityByRef(owner, { credentials: asking }))
    ) {
      throw new InputError(
        `owner: the catalog has no ${owner} that you may read`,
      );
    }
    const wanted = new Map(
      request.subjects.map(one => [
        one.ref.toLocaleLowerCase('en-US'),
        one.baseRevision,
      ]),
    );
    const subjects = await access.subjects(credentials, [...wanted.keys()]);
    const authorize = await access.authorizer(
      credentials,
      recordAppendPermission,
    );
    const heads = await ledger.latest(
      [...subjects.values()].map(({ id }) => id),
      { type: registration.type },
    );
    const entities = new Map<string, Entity>();
    for (const refs of batches([...subjects.keys()])) {
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs: refs },
        { credentials: asking },
      );
      items.forEach((entity, i) => entity && entities.set(refs[i], entity));
    }

    const outcomes: Outcome[] = [];
    try {
      for (const [ref, baseRevision] of wanted) {
        const subject = subjects.get(ref);
        outcomes.push(
          subject
            ? await this.#one(subject, {
                owner,
                baseRevision,
                head: heads.get(subject.id)?.[0],
                entity: entities.get(ref),
                author,
                dryRun: request.dryRun,
                authorize,
              })
            : { ref, outcome: 'refused', reason: notReadable(ref) },
        );
      }
    } finally {
      // also when the catalog went away in between: the catalog is to hear of those that were written before
      if (outcomes.some(({ outcome }) => outcome === 'assigned')) {
        await registrations.changed();
      }
    }
    return outcomes;
  }

  async #one(
    subject: SubjectRow,
    of: {
      owner: string;
      baseRevision: number | undefined;
      head: Revision | undefined;
      entity: Entity | undefined;
      author: string;
      dryRun: boolean;
      authorize: (subject: SubjectRow) => void;
    },
  ): Promise<Outcome> {
    const { owner, head, entity, author, authorize } = of;
    const { registrations, statements } = this.#options;
    const { ref, title } = subject;
    const item = {
      ref,
      subject: { ref, title, owner: subject.owner ?? undefined },
    };
    const data: Registration | undefined = head?.data
      ? JSON.parse(head.data)
      : undefined;
    if (!data || !entity?.metadata.annotations?.[ANNOTATION_REGISTRATION]) {
      return subject.owner === owner
        ? { ...item, outcome: 'unchanged' }
        : { ...item, outcome: 'at-source', source: sourceOf(entity, owner) };
    }
    const { revision } = head!;
    try {
      authorize(subject);
      if (ownerRef(data.owner) === owner) {
        return { ...item, outcome: 'unchanged', revision };
      }
      if (of.dryRun) return { ...item, outcome: 'may', revision };
      const written = await statements.append(
        { kind: 'subject', subject },
        {
          type: registration.type,
          data: { ...data, owner },
          baseRevision: of.baseRevision ?? revision,
        },
        author,
        async () => {
          authorize(subject);
          await registrations.checkPlace(ref, data);
        },
      );
      return { ...item, outcome: 'assigned', revision: written.revision };
    } catch (error) {
      return { ...item, outcome: 'refused', reason: refusal(error).reason };
    }
  }
}

/** As the catalog reads an owner: of a group in the default namespace, unless it says otherwise. */
function ownerRef(text: string): string {
  return stringifyEntityRef(
    parseEntityRef(text, { defaultKind: 'group', defaultNamespace: 'default' }),
  ).toLocaleLowerCase('en-US');
}

function groupRef(text: string): string {
  const wrong = () =>
    new InputError(
      'owner: must be the reference of a group, such as group:default/name',
    );
  let ref: string;
  try {
    ref = ownerRef(text);
  } catch {
    throw wrong();
  }
  if (!ref.startsWith('group:') || ref.includes('\0')) throw wrong();
  return ref;
}

/** The file that declares an entity, where it is edited, and what its owner is to be there. */
function sourceOf(
  entity: Entity | undefined,
  owner: string,
): Outcome['source'] {
  const location = entity?.metadata.annotations?.[ANNOTATION_LOCATION];
  const editUrl = entity?.metadata.annotations?.[ANNOTATION_EDIT_URL];
  return {
    ...(location && { location: location.replace(/^(url|file):/, '') }),
    ...(editUrl && /^https?:\/\//i.test(editUrl) && { editUrl }),
    write: `spec:\n  owner: ${owner}`,
  };
}
