import { ProxiedSignInPage } from '@backstage/core-components';
import { IdentityApi } from '@backstage/core-plugin-api';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { ReactNode, useMemo, useState } from 'react';
import { chosenUser } from './chosenUser';
import { SignInFailure } from './SignInFailure';
import { UserChooser } from './UserChooser';
import { readExampleUsers } from './exampleUsers';

function forgetOnSignOut(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: () => {
      chosenUser.clear();
      return identity.signOut();
    },
  };
}

/** Offers the users of `auth.providers.guest.users` and signs in as the chosen one. */
export function ExampleUserSignInPage({
  onSignInSuccess,
}: SignInPageProps): ReactNode {
  const config = useApi(configApiRef);
  const users = useMemo(() => readExampleUsers(config), [config]);
  const [chosen, setChosen] = useState(() => {
    const kept = chosenUser.get();
    return users.some(user => user.ref === kept) ? kept : undefined;
  });
  const [attempt, setAttempt] = useState(0);

  if (!chosen) {
    return (
      <UserChooser
        title={config.getOptionalString('organization.name') ?? 'Portal'}
        users={users}
        onChoose={ref => {
          chosenUser.set(ref);
          setChosen(ref);
        }}
      />
    );
  }
  return (
    <ProxiedSignInPage
      key={attempt}
      provider="guest"
      headers={{ 'x-example-user': chosen }}
      onSignInSuccess={identity => onSignInSuccess(forgetOnSignOut(identity))}
      ErrorComponent={({ error }) => (
        <SignInFailure
          error={error}
          onRetry={() => setAttempt(attempt + 1)}
          onBack={() => {
            chosenUser.clear();
            setChosen(undefined);
          }}
        />
      )}
    />
  );
}
