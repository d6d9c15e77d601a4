import { AuthService, PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  peopleReadPermission,
  recordRedactPermission,
  trainingAppendPermission,
  Writing,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { isStorable } from '../ledger/storableText';
import { forCatalog } from '../permissions/forCatalog';
import { authorOf } from './author';
import { authorizeBasic } from './authorizeBasic';
import { CallerCredentials } from './Route';

interface Services {
  knex: Knex;
  catalog: CatalogService;
  auth: AuthService;
  permissions: PermissionsService;
}

/**
 * Lets a caller read what a person has stated of themselves: one's own always, that of others by permission.
 *
 * @param ref - full lower-case reference of a user
 * @throws NotFoundError when the catalog does not show the person to the caller, NotAllowedError naming the permission
 */
export async function readPerson(
  services: Omit<Services, 'knex'>,
  credentials: CallerCredentials,
  ref: string,
): Promise<void> {
  if (authorOf(credentials) === ref) return;
  await shownPerson(services, credentials, ref);
  await authorizeBasic(services.permissions, credentials, peopleReadPermission);
}

/**
 * Whether a caller may write of a person: what people state of themselves is theirs alone, and what is found of them takes a permission.
 *
 * @returns asks for what a statement takes; throws NotAllowedError when it is not given
 * @throws NotFoundError when the catalog does not show the person to the caller
 */
export async function writeOfPerson(
  services: Omit<Services, 'knex'>,
  credentials: CallerCredentials,
  ref: string,
): Promise<(writing: Writing) => Promise<void>> {
  const isSelf =
    credentials.principal.type === 'user' && authorOf(credentials) === ref;
  if (!isSelf) await shownPerson(services, credentials, ref);
  return async writing => {
    if (writing === 'assure') {
      await authorizeBasic(
        services.permissions,
        credentials,
        trainingAppendPermission,
      );
    } else if (!isSelf) {
      throw new NotAllowedError(
        `Only ${ref} can state this: what people state of themselves is theirs alone.`,
      );
    }
  };
}

/** The person whose stream holds a record, if the caller may read it; undefined for any other record. */
export async function personOfRecord(
  services: Services,
  credentials: CallerCredentials,
  recordId: string,
): Promise<string | undefined> {
  if (!isStorable(recordId)) return undefined;
  const stream: { ref: string } | undefined = await services
    .knex('records')
    .join('streams', 'streams.id', 'records.stream_id')
    .where({ 'records.id': recordId, 'streams.kind': 'person' })
    .first('streams.ref');
  if (!stream) return undefined;
  try {
    await readPerson(services, credentials, stream.ref);
    return stream.ref;
  } catch (error) {
    // that there is such a record is told to nobody else
    if (error instanceof NotFoundError || error instanceof NotAllowedError) {
      return undefined;
    }
    throw error;
  }
}

/**
 * Erasing what is of no subject takes the permission for every subject: no condition on subjects says anything of a person or of the organization.
 *
 * @param what - that is to be erased, for the refusal
 */
export async function authorizeRedactWithoutSubject(
  { permissions }: Pick<Services, 'permissions'>,
  credentials: CallerCredentials,
  what: string,
): Promise<void> {
  const [decision] = await permissions.authorizeConditional(
    [{ permission: recordRedactPermission }],
    { credentials },
  );
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You may not erase ${what}: it takes the permission ${recordRedactPermission.name} without conditions.`,
    );
  }
}

async function shownPerson(
  { catalog, auth }: Pick<Services, 'catalog' | 'auth'>,
  credentials: CallerCredentials,
  ref: string,
): Promise<void> {
  const asking = { credentials: await forCatalog(auth, credentials) };
  if (await catalog.getEntityByRef(ref, asking)) return;
  throw new NotFoundError(`There is no person ${ref} that you may read.`);
}
