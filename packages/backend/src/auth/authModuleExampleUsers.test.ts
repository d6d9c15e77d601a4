import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import authModuleExampleUsers from '.';

const lena: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'lena', namespace: 'default' },
  spec: { memberOf: ['credit-risk'] },
  relations: [{ type: 'memberOf', targetRef: 'group:default/credit-risk' }],
};

async function start(guest: object) {
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      authModuleExampleUsers,
      catalogServiceMock.factory({ entities: [lena] }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://localhost' },
          auth: { providers: { guest } },
        },
      }),
    ],
  });
  return (user?: string) => {
    const get = request(server)
      .get('/api/auth/guest/refresh')
      .set('x-requested-with', 'XMLHttpRequest');
    return user ? get.set('x-example-user', user) : get;
  };
}

const users = [
  { ref: 'user:default/lena', name: 'Lena Fischer', role: '-', about: '-' },
  { ref: 'user:default/gone', name: 'Gone', role: '-', about: '-' },
];

describe('sign-in as an example user', () => {
  it('signs in who is chosen, as an owner of what their groups own', async () => {
    const refresh = await start({
      users,
      dangerouslyAllowOutsideDevelopment: true,
    });
    const { status, body } = await refresh('User:lena');
    expect(status).toBe(200);
    expect(body.profile).toEqual({ displayName: 'Lena Fischer' });
    expect(body.backstageIdentity.identity).toEqual({
      type: 'user',
      userEntityRef: 'user:default/lena',
      ownershipEntityRefs: ['user:default/lena', 'group:default/credit-risk'],
    });
  });

  it.each([
    ['nobody is named', undefined, 400, /x-example-user/],
    ['the name is no reference', ':', 400, /must be an entity reference/],
    [
      'the user is not listed',
      'user:default/eve',
      403,
      /is not among the users/,
    ],
    ['the catalog has no such user', 'user:default/gone', 404, /not found/i],
  ])('refuses when %s', async (_, user, status, message) => {
    const refresh = await start({
      users,
      dangerouslyAllowOutsideDevelopment: true,
    });
    const response = await refresh(user);
    expect(response.status).toBe(status);
    expect(response.body.error.message).toMatch(message);
  });

  it('refuses outside development unless the configuration insists', async () => {
    const refresh = await start({ users });
    const response = await refresh('user:default/lena');
    expect(response.status).toBe(403);
    expect(response.body.error.message).toMatch(
      /dangerouslyAllowOutsideDevelopment/,
    );
  });
});
