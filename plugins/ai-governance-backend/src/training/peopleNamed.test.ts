import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { user } from '../__testUtils__/exampleEntities';
import { peopleNamed } from './peopleNamed';

const service = mockCredentials.service('external:academy', {
  permissionNames: ['ai-governance.training.append'],
});
const person = mockCredentials.user('user:default/olive');

describe('peopleNamed', () => {
  const dana = user('dana');
  const entities = [
    {
      ...dana,
      spec: { ...dana.spec, profile: { email: 'Dana@bank.example' } },
    },
    user('omar'),
  ];

  it.each([
    ['a service, whose token may be for this plugin only', service],
    ['a person', person],
  ])('finds them for %s', async (_, credentials) => {
    const catalog = catalogServiceMock({ entities });
    const asked = [
      jest.spyOn(catalog, 'getEntitiesByRefs'),
      jest.spyOn(catalog, 'getEntities'),
    ];
    const named = await peopleNamed(
      ['dana@bank.example', 'omar', 'nobody', 'group:default/desk'],
      { catalog, auth: mockServices.auth(), credentials },
    );
    expect(Object.fromEntries(named)).toEqual({
      'dana@bank.example': { ref: 'user:default/dana' },
      omar: { ref: 'user:default/omar' },
      nobody: { reason: 'there is no person "nobody" that you may see' },
      'group:default/desk': {
        reason: expect.stringMatching(/neither the reference of a person/),
      },
    });
    for (const spy of asked) {
      expect(spy).toHaveBeenCalledTimes(1);
      const [[, options]] = spy.mock.calls as any[];
      expect(options.credentials === credentials).toBe(credentials === person);
    }
  });
});
