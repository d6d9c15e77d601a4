import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { exampleUserAuthenticator } from './exampleUserAuthenticator';

/**
 * Sign-in as one of the example users, without a password. It goes by the id `guest`, so the portal treats it as it does
 * the guest provider of Backstage: for development, and elsewhere only where the configuration insists.
 */
export const authModuleExampleUsers = createBackendModule({
  pluginId: 'auth',
  moduleId: 'example-users',
  register(reg) {
    reg.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        logger: coreServices.logger,
      },
      async init({ providers, logger }) {
        if (process.env.NODE_ENV !== 'development') {
          logger.warn(
            'Anybody who reaches this portal can sign in as any of its example users, if the configuration allows it outside development.',
          );
        }
        providers.registerProvider({
          providerId: 'guest',
          factory: createProxyAuthProviderFactory({
            authenticator: exampleUserAuthenticator,
            // From the catalog, so that what somebody owns is what the catalog says of their groups.
            signInResolver: ({ result: { userEntityRef } }, context) =>
              context.signInWithCatalogUser({ entityRef: userEntityRef }),
          }),
        });
      },
    });
  },
});
