import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  catalogApiRef,
  EntityKindPicker,
  EntityListProvider,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aiGovernanceApiRef } from '../api';
import {
  FakeAiGovernance,
  subject,
} from '../pages/__testUtils__/FakeAiGovernance';
import { CatalogPostureFilter } from './CatalogPostureFilter';
import { ASKED_BY_NAME, PostureFilter } from './PostureFilter';

const entity = (name: string, kind = 'AISystem'): Entity => ({
  apiVersion: 'ai-governance/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
});

function Shown() {
  const { entities, loading } = useEntityList();
  return (
    <output aria-label="shown">
      {loading
        ? 'loading'
        : entities.map(one => one.metadata.name).join(' ') || 'nothing'}
    </output>
  );
}

/** A list of the catalog, paged by the server, at an address. */
async function openList(kind = 'aisystem', search = '') {
  const api = new FakeAiGovernance();
  api.subjectList = [
    subject('cards', { tier: 'high', level: 'gold' }),
    subject('chat', { tier: 'limited', level: null }),
    subject('fraud', { tier: 'high', level: null }),
  ];
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [aiGovernanceApiRef, api],
        [
          catalogApiRef,
          catalogApiMock({
            entities: [
              entity('cards'),
              entity('chat'),
              entity('fraud'),
              entity('cards', 'Component'),
            ],
          }),
        ],
      ]}
    >
      <EntityListProvider pagination>
        <EntityKindPicker initialFilter={kind} hidden />
        <CatalogPostureFilter />
        <Shown />
      </EntityListProvider>
    </TestApiProvider>,
    { routeEntries: [`/${search}`] },
  );
  return api;
}
const shown = () => screen.getByLabelText('shown');
async function choose(field: string, option: string) {
  await userEvent.click(await screen.findByRole('textbox', { name: field }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
  // else the list stays open
  await userEvent.tab();
}

describe('The filter of the catalog by tier and level', () => {
  it('shows what is of the tier and of the level', async () => {
    await openList();
    await waitFor(() => expect(shown()).toHaveTextContent('cards chat fraud'));
    await choose('AI tier', 'High');
    await waitFor(() => expect(shown()).toHaveTextContent('cards fraud'));
    await choose('AI level', 'No level yet');
    await waitFor(() => expect(shown()).toHaveTextContent(/^fraud$/));
    await choose('AI tier', 'High');
    await waitFor(() => expect(shown()).toHaveTextContent('chat fraud'));
  });

  it('begins with what stands in the address', async () => {
    await openList('aisystem', '?filters[aiGovernance]=tier:limited');
    await waitFor(() => expect(shown()).toHaveTextContent(/^chat$/));
  });

  it('is not there for kinds that nobody governs, and filters nothing there', async () => {
    await openList('component', '?filters[aiGovernance]=tier:limited');
    await waitFor(() => expect(shown()).toHaveTextContent(/^cards$/));
    expect(screen.queryByText('AI tier')).not.toBeInTheDocument();
  });

  it('shows nothing as if it fitted when it cannot be found out', async () => {
    const api = await openList();
    await waitFor(() => expect(shown()).toHaveTextContent('cards chat fraud'));
    api.failure = new Error('The database is away');
    await choose('AI tier', 'High');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
    await waitFor(() => expect(shown()).toHaveTextContent('nothing'));
  });
});

describe('PostureFilter', () => {
  const refs = (count: number, kind = 'aisystem') =>
    Array.from({ length: count }, (_, i) => `${kind}:default/s${i}`);

  it('asks the catalog by name, of the kind that is shown', () => {
    const filter = new PostureFilter(
      ['tier:high'],
      [...refs(2), ...refs(1, 'component')],
      'AISystem',
    );
    expect(filter.getCatalogFilters()).toEqual({
      'metadata.name': ['s0', 's1'],
    });
    expect(filter.toQueryValue()).toEqual(['tier:high']);
    // another of the same name, in another namespace, does not fit
    const other = {
      ...entity('s0'),
      metadata: { name: 's0', namespace: 'lab' },
    };
    expect(
      [entity('s0'), entity('s2'), other].map(one => [
        stringifyEntityRef(one),
        filter.filterEntity(one),
      ]),
    ).toEqual([
      ['aisystem:default/s0', true],
      ['aisystem:default/s2', false],
      ['aisystem:lab/s0', false],
    ]);
  });

  it('asks for nobody where nothing fits', () => {
    const [names] = Object.values(
      new PostureFilter([], [], undefined).getCatalogFilters(),
    );
    expect(names).toHaveLength(1);
  });

  it('filters by itself what is too much to ask for', () => {
    const filter = new PostureFilter([], refs(ASKED_BY_NAME + 1), undefined);
    expect(filter.many).toBe(true);
    expect(filter.getCatalogFilters()).toEqual({});
    expect(filter.filterEntity(entity(`s${ASKED_BY_NAME}`))).toBe(true);
    expect(filter.filterEntity(entity('other'))).toBe(false);
  });
});
