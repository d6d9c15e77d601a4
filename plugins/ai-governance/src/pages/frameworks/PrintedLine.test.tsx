import { errorApiRef, identityApiRef } from '@backstage/core-plugin-api';
import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { MockErrorApi, mockApis, TestApiProvider } from '@backstage/test-utils';
import { render, screen } from '@testing-library/react';
import { RevisionView } from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { FakeAiGovernance } from '../__testUtils__/FakeAiGovernance';
import { PrintedLine } from './PrintedLine';

const perTier = {
  high: { months: 6 },
  limited: { months: 12 },
  minimal: { months: 24 },
};
const loaded = (version: string, recordedAt: string) =>
  ({
    recordedAt,
    data: {
      version,
      title: 'Use of AI',
      effectiveFrom: recordedAt.slice(0, 10),
      cadences: { 'intended-use': perTier, 'risk-assessment': perTier },
      warningWindow: { days: 30 },
      tolerance: { high: 'low', limited: 'low', minimal: 'low' },
    } as Record<string, unknown>,
  } as RevisionView);

function print(asOf?: string) {
  const api = new FakeAiGovernance();
  api.versions = [
    loaded('2026.2', '2026-07-01T00:00:00.000Z'),
    loaded('2026.1', '2026-01-01T00:00:00.000Z'),
  ];
  const identity = mockApis.identity({
    userEntityRef: 'user:default/dana',
    displayName: 'Dana',
  });
  render(
    <TestApiProvider
      apis={[
        [aiGovernanceApiRef, api],
        [identityApiRef, identity],
        [errorApiRef, new MockErrorApi()],
        [translationApiRef, mockApis.translation()],
      ]}
    >
      <PrintedLine of={api} asOf={asOf} />
    </TestApiProvider>,
  );
}

describe('What stands on paper beside the figures', () => {
  it('is when they were read, by whom, and under which policy', async () => {
    print();
    expect(
      await screen.findByText(
        /^Read on .* by Dana \(user:default\/dana\), of what they may see\. Policy: Use of AI, version 2026\.2, in force since 2026-07-01\.$/,
      ),
    ).toBeInTheDocument();
  });

  it('is the policy of the day that they are of', async () => {
    print('2026-03-01T12:00:00.000Z');
    expect(
      await screen.findByText(
        /^As of March 1, 2026.*\. Read on .*version 2026\.1, in force since 2026-01-01\.$/,
      ),
    ).toBeInTheDocument();
  });
});
