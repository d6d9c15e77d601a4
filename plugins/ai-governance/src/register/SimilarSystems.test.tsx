import { Entity } from '@backstage/catalog-model';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { SimilarSystems } from './SimilarSystems';

const system = (name: string, title: string): Entity => ({
  apiVersion: 'ai-governance/v1alpha1',
  kind: 'AISystem',
  metadata: { name, namespace: 'default', title },
  spec: { type: 'model', owner: 'group:default/workplace' },
});

function Form() {
  const [title, setTitle] = useState('');
  return (
    <>
      <input
        aria-label="Name"
        value={title}
        onChange={event => setTitle(event.target.value)}
      />
      <SimilarSystems title={title} />
    </>
  );
}

it('shows what is like the text of now, however late an earlier text is answered', async () => {
  const catalog = catalogApiMock.mock();
  const late: (() => void)[] = [];
  catalog.queryEntities.mockImplementation(async request => {
    const term = (request as any).fullTextFilter.term as string;
    if (term === 'calls') await new Promise<void>(done => late.push(done));
    const items = [system(term, `The ${term}`)];
    return { items, totalItems: items.length, pageInfo: {} };
  });
  await renderInTestApp(
    <TestApiProvider apis={[[catalogApiRef, catalog]]}>
      <Form />
    </TestApiProvider>,
    {
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  const name = screen.getByRole('textbox', { name: 'Name' });
  await userEvent.type(name, 'calls');
  await waitFor(() => expect(late).toHaveLength(1));
  await userEvent.clear(name);
  await userEvent.type(name, 'minutes');
  expect(
    await screen.findByRole('link', { name: 'The minutes' }),
  ).toBeVisible();
  await act(async () => late.forEach(answer => answer()));
  expect(screen.getByRole('link', { name: 'The minutes' })).toBeVisible();
  expect(screen.queryByRole('link', { name: 'The calls' })).toBeNull();
});
