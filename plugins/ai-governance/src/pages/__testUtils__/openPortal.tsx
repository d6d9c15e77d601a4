import { Entity } from '@backstage/catalog-model';
import {
  AppRootElementBlueprint,
  FrontendFeature,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { act, screen } from '@testing-library/react';
import { useLocation } from 'react-router-dom';
import { aiGovernanceApiRef } from '../../api';
import { aiGovernancePlugin } from '../../plugin';
import { FakeAiGovernance } from './FakeAiGovernance';

function Address() {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{`${pathname}${search}`}</output>;
}

/** Signals that a test sends itself. */
export class FakeSignals {
  readonly #listeners = new Set<(message: any) => void>();

  subscribe(_channel: string, listener: (message: any) => void) {
    this.#listeners.add(listener);
    return { unsubscribe: () => void this.#listeners.delete(listener) };
  }

  /** Says that a posture has changed. */
  changed() {
    act(() => this.#listeners.forEach(listen => listen({ action: 'changed' })));
  }
}

/** The plugin in a portal of the new frontend system, opened at an address; the reader may do everything, unless told otherwise. */
export function openPortal(
  path: string,
  api: FakeAiGovernance,
  entities: Entity[] = [],
  decide: 'ALLOW' | 'DENY' = 'ALLOW',
  features: FrontendFeature[] = [],
) {
  const signals = new FakeSignals();
  renderTestApp({
    features: [aiGovernancePlugin, ...features],
    extensions: [
      AppRootElementBlueprint.make({
        name: 'address',
        params: { element: <Address /> },
      }),
    ],
    initialRouteEntries: [path],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef as any },
    apis: [
      [aiGovernanceApiRef, api],
      [catalogApiRef, catalogApiMock({ entities })],
      [signalApiRef, signals],
      mockApis.identity({ userEntityRef: 'user:default/dana' }),
      [
        permissionApiRef,
        { authorize: async () => ({ result: decide }) } as any,
      ],
    ],
  });
  return {
    signals,
    address: () =>
      new URL(screen.getByTestId('address').textContent!, 'http://portal'),
  };
}
