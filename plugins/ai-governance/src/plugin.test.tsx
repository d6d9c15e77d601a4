import { Entity } from '@backstage/catalog-model';
import { configApiRef } from '@backstage/core-plugin-api';
import {
  createExtensionTester,
  mockApis,
} from '@backstage/frontend-test-utils';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { governsEntity } from 'backstage-plugin-ai-governance-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import iconsOfKind, { aiSystemIconModule } from './alpha';
import defaultFeature, { aiGovernancePlugin } from './index';
import { FakeAiGovernance } from './pages/__testUtils__/FakeAiGovernance';
import { openPortal } from './pages/__testUtils__/openPortal';

const entity = (
  kind: string,
  spec: Entity['spec'] = {},
  relations: Entity['relations'] = [],
): Entity => ({
  apiVersion: 'any/v1',
  kind,
  metadata: { name: 'a', namespace: 'default' },
  spec,
  relations,
});
const entities = {
  system: entity('AISystem'),
  lowerCase: entity('aisystem'),
  governedService: entity('Component', { aiGovernance: { purpose: 'x' } }),
  plainService: entity('Component', {}, [
    { type: 'dependsOn', targetRef: 'resource:default/db' },
    { type: 'dependencyOf', targetRef: 'aisystem:default/limits' },
  ]),
  serviceOnAI: entity('Component', {}, [
    { type: 'dependsOn', targetRef: 'resource:default/db' },
    { type: 'dependsOn', targetRef: 'aisystem:default/limits' },
  ]),
  lowest: entity('Resource', {}, [
    { type: 'dependencyOf', targetRef: 'aisystem:default/limits' },
    { type: 'partOf', targetRef: 'system:default/lending' },
  ]),
  partOfAI: entity('Resource', {}, [
    { type: 'partOf', targetRef: 'aisystem:default/limits' },
  ]),
  group: entity('Group'),
};
type Filter = (entity: Entity) => boolean;
const shownFor = (filter: Filter) =>
  Object.entries(entities)
    .filter(([, e]) => filter(e))
    .map(([name]) => name);

describe('The plugin in the new frontend system', () => {
  it('is what the package hands on, with its page in the portal', async () => {
    expect(defaultFeature).toBe(aiGovernancePlugin);
    const { address } = openPortal('/ai-governance', new FakeAiGovernance());
    expect(
      await screen.findByRole('tab', { name: 'Inventory' }),
    ).toHaveAttribute('href', '/ai-governance/inventory');
    expect(
      await screen.findByRole('heading', { name: 'Scorecards' }),
    ).toBeVisible();
    expect(address().pathname).toBe('/ai-governance/teams');
  });

  it('keeps the day that is shown in the tabs of pages that have a past', async () => {
    const api = new FakeAiGovernance();
    const day = '2026-03-01T22:59:59.999Z';
    api.past[day] = {};
    const { address } = openPortal(`/ai-governance/teams?asOf=${day}`, api);
    const inventory = await screen.findByRole('tab', { name: 'Inventory' });
    const search = `?${new URLSearchParams({ asOf: day })}`;
    expect(
      ['Scorecards', 'Inventory', 'Frameworks', 'Registers', 'My work'].map(
        name => screen.getByRole('tab', { name }).getAttribute('href'),
      ),
    ).toEqual([
      `/ai-governance/teams${search}`,
      `/ai-governance/inventory${search}`,
      `/ai-governance/frameworks${search}`,
      '/ai-governance/registers',
      '/ai-governance/work',
    ]);
    await userEvent.click(inventory);
    expect(
      await screen.findByRole('heading', { name: 'Inventory' }),
    ).toBeVisible();
    expect(await screen.findByText(/As it was on/)).toBeVisible();
    expect(address().pathname).toBe('/ai-governance/inventory');
    expect(address().searchParams.get('asOf')).toBe(day);
    // the same element: the frame does not begin anew with another address
    expect(inventory).toHaveAttribute('aria-selected', 'true');
  });

  it('begins at the heading of a page whose link is gone with the page before, and leaves the focus at a tab', async () => {
    openPortal('/ai-governance/frameworks', new FakeAiGovernance());
    const heading = await screen.findByRole('heading', { level: 1 });
    const link = await screen.findByRole('link', { name: /^ISO\/IEC 42001/ });
    expect(heading).not.toHaveFocus();
    await userEvent.click(link);
    await waitFor(() =>
      expect(screen.getByRole('heading', { level: 1 })).toHaveFocus(),
    );
    const tab = screen.getByRole('tab', { name: 'Inventory' });
    await userEvent.click(tab);
    expect(
      await screen.findByRole('heading', { name: 'Inventory' }),
    ).toBeVisible();
    expect(tab).toHaveFocus();
  });

  it.each([
    'entity-card:ai-governance/posture',
    'entity-card:ai-governance/resting',
    'entity-content:ai-governance/intended-use',
    'entity-content:ai-governance/risk',
    'entity-content:ai-governance/documents',
    'entity-content:ai-governance/changes',
    'entity-content:ai-governance/assurance',
  ] as const)('%s is there for exactly the subjects', id => {
    const filterOf = (
      aiGovernance: Record<string, any>,
      config: Record<string, any> = {},
    ) =>
      createExtensionTester(aiGovernancePlugin.getExtension(id) as any, {
        config,
        apis: [[configApiRef, mockApis.config({ data: { aiGovernance } })]],
      }).get(
        (id.startsWith('entity-card')
          ? EntityCardBlueprint
          : EntityContentBlueprint
        ).dataRefs.filterFunction as any,
      ) as Filter;

    expect(shownFor(filterOf({}))).toEqual(shownFor(governsEntity));
    expect(shownFor(filterOf({}))).toEqual([
      'system',
      'lowerCase',
      'governedService',
    ]);

    const subjects = { kind: 'Component' };
    expect(shownFor(filterOf({ subjects }))).toEqual([
      'governedService',
      'plainService',
      'serviceOnAI',
    ]);
    // what one extension is told for itself goes before
    expect(
      shownFor(filterOf({ subjects }, { filter: { kind: 'Group' } })),
    ).toEqual(['group']);
    expect(() => filterOf({ subjects: { kind: { $is: 'a' } } })).toThrow();
  });

  it.each([
    [
      'entity-card:ai-governance/service',
      // what is behind the others the backend finds
      ['plainService', 'serviceOnAI', 'partOfAI'],
    ],
    ['entity-card:ai-governance/team', ['group']],
  ] as const)('%s is there for %j', (id, expected) => {
    const filter = createExtensionTester(
      aiGovernancePlugin.getExtension(id) as any,
    ).get(EntityCardBlueprint.dataRefs.filterFunction as any) as Filter;
    expect(shownFor(filter)).toEqual(expected);
  });

  it('brings the icon of the kind to the app and to the catalog', async () => {
    expect(iconsOfKind.$$type).toBe('@backstage/FrontendFeatureLoader');
    expect(aiSystemIconModule.pluginId).toBe('app');
  });
});
