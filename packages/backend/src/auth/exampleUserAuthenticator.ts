import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { InputError, NotAllowedError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';

/** The request header that names the chosen user, as an entity reference. */
export const EXAMPLE_USER_HEADER = 'x-example-user';

interface ExampleUser {
  ref: string;
  name: string;
}

interface ExampleUserResult {
  userEntityRef: string;
  name: string;
}

const fullRef = (ref: string) =>
  stringifyEntityRef(
    parseEntityRef(ref, { defaultKind: 'User', defaultNamespace: 'default' }),
  );

function readUsers(config: Config): ExampleUser[] {
  return (config.getOptionalConfigArray('users') ?? []).map(user => ({
    ref: fullRef(user.getString('ref')),
    name: user.getString('name'),
  }));
}

/**
 * Takes the user that the request names, when `auth.providers.guest.users` lists them.
 *
 * @throws NotAllowedError outside development without `dangerouslyAllowOutsideDevelopment`, or for a user who is not listed
 */
export const exampleUserAuthenticator = createProxyAuthenticator({
  defaultProfileTransform: async ({ name }: ExampleUserResult) => ({
    profile: { displayName: name },
  }),

  initialize({ config }) {
    return {
      users: readUsers(config),
      allowed:
        process.env.NODE_ENV === 'development' ||
        config.getOptionalBoolean('dangerouslyAllowOutsideDevelopment') ===
          true,
    };
  },

  async authenticate({ req }, { users, allowed }) {
    if (!allowed) {
      throw new NotAllowedError(
        "Example users are for development. To allow them elsewhere, set 'auth.providers.guest.dangerouslyAllowOutsideDevelopment'.",
      );
    }
    const named = req.header(EXAMPLE_USER_HEADER);
    if (!named) {
      throw new InputError(
        `Name the user to sign in as in the header ${EXAMPLE_USER_HEADER}, such as user:default/name.`,
      );
    }
    let ref: string;
    try {
      ref = fullRef(named);
    } catch {
      throw new InputError(
        `The header ${EXAMPLE_USER_HEADER} must be an entity reference, such as user:default/name.`,
      );
    }
    const user = users.find(u => u.ref === ref);
    if (!user) {
      throw new NotAllowedError(
        `${ref} is not among the users of auth.providers.guest.users.`,
      );
    }
    return { result: { userEntityRef: user.ref, name: user.name } };
  },
});
