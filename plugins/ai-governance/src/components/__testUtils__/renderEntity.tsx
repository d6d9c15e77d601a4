import { ReactElement, ReactNode } from 'react';
import { Entity } from '@backstage/catalog-model';
import { identityApiRef } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { act } from '@testing-library/react';
import { aiGovernanceApiRef } from '../../api';
import { FakeSubjectApi } from './FakeSubjectApi';

export const cardLimits: Entity = {
  apiVersion: 'ai-governance/v1alpha1',
  kind: 'AISystem',
  metadata: {
    name: 'card-limits',
    namespace: 'default',
    title: 'Card limits',
    annotations: {
      'backstage.io/edit-url': 'https://git.example.com/edit/card-limits.yaml',
    },
  },
  spec: { type: 'decision-support', lifecycle: 'production' },
};

const dana: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'dana', namespace: 'default' },
  spec: { profile: { displayName: 'Dana Keller' }, memberOf: [] },
};

/** Content of the page of an entity, over a fake API. `signal` says that a posture has changed; without signals it is not there. */
export async function renderEntity(
  content: ReactElement,
  api: FakeSubjectApi,
  options: { entity?: Entity; path?: string } = {},
): Promise<{
  unmount: () => void;
  /** What the portal was asked to tell the reader. */
  notices: ReactNode[];
  signal: () => Promise<void>;
}> {
  const listeners = new Set<(message: any) => void>();
  const signals = {
    subscribe: (_channel: string, listener: (message: any) => void) => {
      listeners.add(listener);
      return { unsubscribe: () => void listeners.delete(listener) };
    },
  };
  const notices: ReactNode[] = [];
  const toasts = {
    post: ({ title }: { title: ReactNode }) => {
      notices.push(title);
      return { close: () => {} };
    },
  };
  const rendered = await renderInTestApp(
    <TestApiProvider
      apis={[
        [aiGovernanceApiRef, api],
        [catalogApiRef, catalogApiMock({ entities: [cardLimits, dana] })],
        [signalApiRef, signals],
        [toastApiRef, toasts],
        [identityApiRef, mockApis.identity({ userEntityRef: api.me })],
      ]}
    >
      <EntityProvider entity={options.entity ?? cardLimits}>
        {content}
      </EntityProvider>
    </TestApiProvider>,
    {
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      routeEntries: [options.path ?? '/'],
    },
  );
  return {
    unmount: rendered.unmount,
    notices,
    signal: () =>
      act(async () => listeners.forEach(listen => listen({ action: 'x' }))),
  };
}
