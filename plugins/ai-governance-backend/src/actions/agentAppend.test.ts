import { mockCredentials } from '@backstage/backend-test-utils';
import { refuseUnnamed } from './agentAppend';

describe('who appends through an action', () => {
  it('is a person, or a service with a token of its own', () => {
    for (const credentials of [
      mockCredentials.user('user:default/dana'),
      mockCredentials.service('external:pipeline'),
    ]) {
      expect(() => refuseUnnamed(credentials)).not.toThrow();
    }
  });

  it('is not a plugin, behind which may stand anybody', () => {
    expect(() =>
      refuseUnnamed(mockCredentials.service('plugin:mcp-actions')),
    ).toThrow(/plugin:mcp-actions does not say for whom it speaks/);
  });
});
