import { policySchema } from 'backstage-plugin-ai-governance-common';

const perTier = <T>(high: T, limited: T, minimal: T) => ({
  high,
  limited,
  minimal,
});

export const examplePolicy = policySchema.parse({
  version: '2026.1',
  title: 'Use of AI',
  effectiveFrom: '2026-01-01',
  regulations: [],
  uses: [{ id: 'credit-decisioning', title: 'Credit', standing: 'restricted' }],
  cadences: {
    'intended-use': perTier({ months: 6 }, { years: 1 }, { years: 2 }),
    'risk-assessment': perTier({ months: 6 }, { years: 1 }, { years: 2 }),
  },
  warningWindow: { days: 30 },
  tolerance: perTier('low' as const, 'medium' as const, 'medium' as const),
});
