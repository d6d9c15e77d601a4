import { SidebarItem } from '@backstage/core-components';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import aiGovernance from 'backstage-plugin-ai-governance';
import { AiGovernanceItem } from './AiGovernanceItem';

const open = (path: string) =>
  renderInTestApp(
    <nav>
      <AiGovernanceItem
        node={{} as any}
        routeRef={aiGovernance.routes.root as any}
        href="/ai-governance"
        title="AI governance"
        icon={<span />}
      />
      <SidebarItem icon={() => null} to="/ai-governance/work" text="My work" />
    </nav>,
    {
      initialRouteEntries: [path],
      mountedRoutes: {
        '/ai-governance': aiGovernance.routes.root,
      },
    },
  );
const lit = () =>
  screen
    .getAllByRole('link')
    .filter(link => link.getAttribute('aria-current') === 'page')
    .map(link => link.getAttribute('aria-label'));

describe('the items of the sidebar', () => {
  it.each([
    ['/ai-governance', 'AI governance'],
    ['/ai-governance/inventory', 'AI governance'],
    ['/ai-governance/workshops', 'AI governance'],
    ['/ai-governance/work', 'My work'],
    ['/ai-governance/work/', 'My work'],
  ])('at %s light %s alone', (path, item) => {
    open(path);
    expect(lit()).toEqual([item]);
  });
});
