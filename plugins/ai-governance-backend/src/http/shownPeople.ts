import { CallerCredentials } from './Route';
import { readableGroups as readableEntities } from './readableGroups';
import { Services } from './Services';

/**
 * Which of some people the catalog shows to the caller, for lists that are narrowed to them.
 *
 * @returns undefined: all of them
 */
export async function shownPeople(
  services: Pick<Services, 'catalog' | 'permissions'>,
  credentials: CallerCredentials,
  people: readonly string[],
): Promise<string[] | undefined> {
  const shown = await readableEntities(services, credentials, people);
  return people.every(ref => shown.has(ref)) ? undefined : [...shown];
}
