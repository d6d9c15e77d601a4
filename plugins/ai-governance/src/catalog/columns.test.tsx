import { Entity } from '@backstage/catalog-model';
import { CatalogTable } from '@backstage/plugin-catalog';
import {
  catalogApiRef,
  entityRouteRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  MockEntityListContextProvider,
} from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import { aiGovernanceApiRef } from '../api';
import {
  FakeAiGovernance,
  subject,
} from '../pages/__testUtils__/FakeAiGovernance';
import { withAiGovernanceColumns } from './columns';
import { SummaryBatches } from './SummaryBatches';

const entity = (name: string, kind: string, spec = {}): Entity => ({
  apiVersion: 'a/v1',
  kind,
  metadata: { name, namespace: 'default' },
  spec,
});

async function openTable(entities: Entity[]) {
  const api = new FakeAiGovernance();
  api.subjectList = [
    subject('cards', { tier: 'high', level: 'gold' }),
    subject('chat', { tier: 'limited', level: null }),
  ];
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [aiGovernanceApiRef, api],
        [catalogApiRef, catalogApiMock({ entities })],
        [starredEntitiesApiRef, new MockStarredEntitiesApi()],
      ]}
    >
      <MockEntityListContextProvider
        value={{ entities, backendEntities: entities, filters: {} }}
      >
        <CatalogTable columns={withAiGovernanceColumns()} />
      </MockEntityListContextProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
  return api;
}

describe('The columns of the catalog', () => {
  it('say tier and level of every row, by one request', async () => {
    const api = await openTable([
      entity('cards', 'AISystem'),
      entity('chat', 'AISystem'),
      entity('new', 'AISystem'),
    ]);
    expect(await screen.findByText('High')).toBeVisible();
    const row = (name: string) =>
      within(screen.getByRole('link', { name }).closest('tr')!);
    expect(row('cards').getByText('Gold')).toBeVisible();
    expect(row('chat').getByText('Limited')).toBeVisible();
    expect(row('chat').getByText('No level yet')).toBeVisible();
    // not a subject that the reader may read: nothing is said of it
    expect(row('new').queryByText(/level|decided/)).not.toBeInTheDocument();
    expect(api.asked.subjects).toHaveLength(1);
  });

  it('are not there where nothing is governed', async () => {
    await openTable([entity('shop', 'Component')]);
    expect(await screen.findByText('shop')).toBeVisible();
    expect(screen.queryByText('AI tier')).not.toBeInTheDocument();
  });

  it('are there for other kinds that are governed', async () => {
    await openTable([entity('shop', 'Component', { aiGovernance: {} })]);
    expect(await screen.findByText('AI tier')).toBeVisible();
  });
});

describe('SummaryBatches', () => {
  it('asks for a hundred at once, and again for what failed', async () => {
    const api = new FakeAiGovernance();
    const names = Array.from({ length: 150 }, (_, i) => `s${i}`);
    api.subjectList = names.map(name => subject(name));
    const batches = SummaryBatches.of(api as any);
    const ref = (name: string) => `aisystem:default/${name}`;
    const read = () => Promise.all(names.map(name => batches.read(ref(name))));
    api.failure = new Error('The database is away');
    await expect(read()).rejects.toThrow('The database is away');
    api.failure = undefined;
    const summaries = await read();
    expect(summaries.map(one => one?.ref)).toEqual(names.map(ref));
    const sizes = api.asked.subjects.map(({ ref: refs }) => refs!.length);
    expect(sizes).toEqual([100, 50, 100, 50]);
    await read();
    expect(api.asked.subjects).toHaveLength(4);
  });
});
