import {
  GovernancePolicy,
  People,
  policySchema,
} from 'backstage-plugin-ai-governance-common';

const halfYear = { months: 6 };
const cadence = { high: halfYear, limited: halfYear, minimal: halfYear };

export const me = 'user:default/me';
export const dana = 'user:default/dana';
export const olga = 'user:default/olga';

/** The office decides on what is high; the owner on the rest. */
export const policy: GovernancePolicy = policySchema.parse({
  version: '2026-1',
  title: 'AI policy',
  effectiveFrom: '2026-01-01',
  regulations: [],
  uses: [],
  authorities: {
    approval: {
      high: ['group:default/office'],
      limited: ['owner'],
      minimal: ['owner'],
    },
    riskAcceptance: {
      low: ['owner'],
      medium: ['owner'],
      high: ['group:default/office'],
      'very-high': [],
    },
    exemption: {
      high: ['group:default/office'],
      limited: ['owner'],
      minimal: ['owner'],
    },
    tierOverride: ['group:default/office'],
  },
  cadences: { 'intended-use': cadence, 'risk-assessment': cadence },
  warningWindow: { weeks: 4 },
  tolerance: { high: 'medium', limited: 'medium', minimal: 'high' },
});

const groups: Record<string, readonly string[]> = {
  'group:default/credit-risk': [dana, me],
  'group:default/office': [olga],
};

/** Credit risk owns the system: Dana and the reader; Olga is the office. */
export const people: People = {
  membersOf: group => groups[group] ?? [],
  directMembersOf: group => groups[group] ?? [],
  parentOf: () => undefined,
};
