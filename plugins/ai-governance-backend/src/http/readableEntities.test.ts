import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { user } from '../__testUtils__/exampleEntities';
import { readableEntities, readableOf } from './readableEntities';

const credentials = mockCredentials.user('user:default/audra');
const [dana, omar] = ['user:default/dana', 'user:default/omar'];

const as = (result: AuthorizeResult) => ({
  catalog: catalogServiceMock({ entities: [user('dana')] }),
  permissions: mockServices.permissions.mock({
    authorizeConditional: async () => [{ result } as PolicyDecision],
  }),
});

describe('readableOf', () => {
  it('reads no list where the catalog decides without looking at entities', async () => {
    const refs = jest.fn();
    const of = (result: AuthorizeResult) =>
      readableOf(as(result), credentials, refs);
    await expect(of(AuthorizeResult.ALLOW)).resolves.toBeUndefined();
    await expect(of(AuthorizeResult.DENY)).resolves.toEqual([]);
    expect(refs).not.toHaveBeenCalled();
  });

  it('is a list where it depends, also when all of it may be read: who is recorded meanwhile is not in it', async () => {
    const services = as(AuthorizeResult.CONDITIONAL);
    const of = (refs: string[]) =>
      readableOf(services, credentials, async () => refs);
    await expect(of([dana])).resolves.toEqual([dana]);
    await expect(of([dana, omar])).resolves.toEqual([dana]);
    await expect(of([])).resolves.toEqual([]);
  });
});

describe('readableEntities', () => {
  it.each([
    [AuthorizeResult.ALLOW, [dana, omar]],
    [AuthorizeResult.CONDITIONAL, [dana]],
    [AuthorizeResult.DENY, []],
  ])(
    'are those that the catalog shows when it says %s',
    async (result, shown) => {
      const found = await readableEntities(as(result), credentials, [
        dana,
        omar,
      ]);
      expect([...found]).toEqual(shown);
    },
  );
});
