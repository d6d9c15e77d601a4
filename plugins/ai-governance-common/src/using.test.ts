import {
  assessScenario,
  evaluate,
  governedDocuments,
  governedStateOf,
  noEvidence,
  parsePolicy,
  profileOf,
  riskLevel,
  tierOf,
} from '.';

// What the README shows, as a user of the package would write it.
const policy = parsePolicy({
  version: '2026.1',
  title: 'Use of AI',
  effectiveFrom: '2026-01-01',
  cadences: {
    'intended-use': {
      high: { months: 6 },
      limited: { months: 12 },
      minimal: { months: 24 },
    },
    'risk-assessment': {
      high: { months: 6 },
      limited: { months: 12 },
      minimal: { months: 24 },
    },
  },
  warningWindow: { days: 30 },
  tolerance: { high: 'low', limited: 'medium', minimal: 'medium' },
});

it('judges an entity', () => {
  const { profile, errors } = profileOf({
    apiVersion: 'ai-governance/v1alpha1',
    kind: 'AISystem',
    metadata: { name: 'reply-drafts' },
    spec: {
      type: 'generative-assistant',
      lifecycle: 'production',
      owner: 'customer-service',
      data: { classification: 'internal', categories: [] },
      affects: { influences: [], interaction: ['generated-content'] },
    },
  });
  const { tier, results, first, validUntil } = evaluate(
    {
      ref: 'aisystem:default/reply-drafts',
      profile,
      profileErrors: errors,
      entities: {
        'group:default/customer-service': { present: true, members: 4 },
      },
      records: {},
      governed: governedStateOf(profile, governedDocuments, []),
      people: {},
    },
    policy,
    '2026-03-01T00:00:00.000Z',
  );

  expect(tier).toEqual({
    tier: 'limited',
    reasons: [
      { tier: 'limited', text: 'People see content that it generates.' },
    ],
  });
  expect(results[0].reason).toBe('Owned by group:default/customer-service.');
  expect(first).toBe('INV-02');
  expect(validUntil).toBeNull();
  expect(tierOf({}, policy).tier).toBe('high');
});

it('rates a risk', () => {
  const { current } = assessScenario(
    {
      inherent: {
        likelihood: 3,
        consequence: { individuals: 2, society: 1, business: 1 },
      },
    },
    { classification: 'restricted', evidence: noEvidence },
  );

  expect(current.level).toBe('medium');
  expect(current.explain).toEqual([
    'Current risk is the inherent one: no lower current risk has been stated.',
    'Likelihood 3: about once a year.',
    'Consequence 2 (minor): the greatest of individuals, society and business is individuals.',
    'Raised to 3 (moderate) because the data is restricted.',
    'Likelihood 3 and consequence 3 give medium in the matrix.',
  ]);
  expect(riskLevel(3, 3)).toBe('medium');
});
