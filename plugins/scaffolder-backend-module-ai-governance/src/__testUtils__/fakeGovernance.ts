import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { policySchema } from 'backstage-plugin-ai-governance-common';
import { Governance } from '../governanceAs';

const perTier = <T>(value: T) => ({
  high: value,
  limited: value,
  minimal: value,
});
const policy = policySchema.parse({
  version: '1',
  title: 'Use of AI',
  effectiveFrom: '2026-01-01',
  cadences: {
    'intended-use': perTier({ years: 1 }),
    'risk-assessment': perTier({ years: 1 }),
  },
  warningWindow: { days: 30 },
  tolerance: perTier('low'),
});

/** The API as it answers one person, and who asked. */
export function fakeGovernance(
  over: { [K in keyof Governance]?: (...args: any[]) => Promise<any> } = {},
) {
  const askedAs: BackstageCredentials[] = [];
  const api = {
    policy: async () => ({ policy }),
    records: async () => [],
    append: jest.fn(async (_ref: string, _request: any) => ({
      recordId: 'r1',
      revision: 1,
    })),
    ...over,
  };
  return {
    api,
    askedAs,
    governance: (credentials: BackstageCredentials) => {
      askedAs.push(credentials);
      return api as unknown as Governance;
    },
  };
}
