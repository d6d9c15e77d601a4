import { Instant } from 'backstage-plugin-ai-governance-common';
import { foundAsOf } from '../inventory/foundAsOf';
import { foundEntities } from './foundEntities';
import { readableEntities } from './readableEntities';
import { CallerCredentials } from './Route';
import { Services } from './Services';

/**
 * What looks like AI in the catalog and is not registered, now or at a past instant, of what the caller may read there now: a count of it would
 * tell of the others.
 *
 * @returns undefined: nothing was looked for; `not-kept`: of that instant nothing is known
 */
export async function foundRefs(
  services: Pick<Services, 'catalog' | 'discovers' | 'knex' | 'permissions'>,
  credentials: CallerCredentials,
  asOf: Instant | undefined,
): Promise<string[] | 'not-kept' | undefined> {
  if (asOf === undefined) {
    return services.discovers
      ? (await foundEntities(services, credentials)).map(({ ref }) => ref)
      : undefined;
  }
  const found = await foundAsOf(services.knex, asOf);
  if (!Array.isArray(found)) return found;
  const readable = await readableEntities(services, credentials, found);
  return found.filter(ref => readable.has(ref));
}
