import { Config } from '@backstage/config';

export interface ExampleUser {
  ref: string;
  name: string;
  role: string;
  about: string;
}

/** `auth.providers.guest.users`, in the order in which they stand there. */
export const readExampleUsers = (
  config: Pick<Config, 'getOptionalConfigArray'>,
): ExampleUser[] =>
  (config.getOptionalConfigArray('auth.providers.guest.users') ?? []).map(
    user => ({
      ref: user.getString('ref'),
      name: user.getString('name'),
      role: user.getString('role'),
      about: user.getString('about'),
    }),
  );
