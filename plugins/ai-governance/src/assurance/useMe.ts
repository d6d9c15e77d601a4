import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useLoad } from '../components';

/** Full lower-case reference of the reader; undefined until it is known. */
export function useMe(): string | undefined {
  const identity = useApi(identityApiRef);
  const { value } = useLoad(() => identity.getBackstageIdentity(), [identity]);
  return value?.userEntityRef.toLocaleLowerCase('en-US');
}
