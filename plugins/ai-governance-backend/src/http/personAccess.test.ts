import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { user } from '../__testUtils__/exampleEntities';
import { readPerson } from './personAccess';

const dana = 'user:default/dana';

describe('readPerson', () => {
  const catalog = catalogServiceMock({ entities: [user('dana')] });
  const services = {
    catalog,
    auth: mockServices.auth(),
    permissions: mockServices.permissions({ result: AuthorizeResult.ALLOW }),
  };
  const lookUp = jest.spyOn(catalog, 'getEntityByRef');
  beforeEach(() => lookUp.mockClear());

  it('looks up as ourselves for a service, whose token may be for this plugin only', async () => {
    const service = mockCredentials.service('external:academy', {
      permissionNames: ['ai-governance.people.read'],
    });
    await readPerson(services, service, dana);
    await expect(
      readPerson(services, service, 'user:default/nobody'),
    ).rejects.toThrow('There is no person user:default/nobody');
    expect(lookUp).toHaveBeenCalledTimes(2);
    for (const [, options] of lookUp.mock.calls as any[]) {
      expect(options.credentials).not.toBe(service);
    }
  });

  it('looks up as the person who asks, and nothing for oneself', async () => {
    const olive = mockCredentials.user('user:default/olive');
    await readPerson(services, olive, dana);
    expect(lookUp).toHaveBeenCalledWith(dana, { credentials: olive });
    await readPerson(services, mockCredentials.user(dana), dana);
    expect(lookUp).toHaveBeenCalledTimes(1);
  });
});
