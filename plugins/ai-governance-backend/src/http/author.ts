import { CallerCredentials } from './Route';

/** Who stands as the author: the full reference of a person, or the subject of a service such as `external:pipeline`. */
export function authorOf({ principal }: CallerCredentials): string {
  return principal.type === 'user'
    ? principal.userEntityRef
    : principal.subject;
}
