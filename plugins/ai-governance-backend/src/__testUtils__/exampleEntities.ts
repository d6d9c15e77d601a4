import { Entity } from '@backstage/catalog-model';

const entity = (kind: string, name: string, rest: object): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  ...rest,
});

export const group = (name: string, parent?: string, members: string[] = []) =>
  entity('Group', name, {
    spec: { type: 'team', children: [], ...(parent && { parent }) },
    relations: [
      ...(parent
        ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
        : []),
      ...members.map(member => ({
        type: 'hasMember',
        targetRef: `user:default/${member}`,
      })),
    ],
  });

export const user = (name: string, memberOf: string[] = []) =>
  entity('User', name, {
    spec: { memberOf },
    relations: memberOf.map(team => ({
      type: 'memberOf',
      targetRef: `group:default/${team}`,
    })),
  });

export const aiSystem = (
  name: string,
  title: string,
  owner: string,
  spec: object = {},
): Entity => ({
  apiVersion: 'ai-governance/v1alpha1',
  kind: 'AISystem',
  metadata: { name, namespace: 'default', title },
  spec: {
    type: 'decision-support',
    lifecycle: 'production',
    owner,
    purpose: `${title} for existing customers.`,
    sourcing: 'in-house',
    accountable: 'user:default/dana',
    models: [{ provider: 'openai', name: 'gpt-4.1' }],
    data: { classification: 'internal', categories: [], sources: [] },
    affects: { influences: [], interaction: ['people-interact'] },
    ...spec,
  },
});

/** Two teams under one, each with AI systems, and one system without an owner in the catalog. */
export const exampleEntities = (): Entity[] => [
  group('bank'),
  group('lending', 'bank', ['dana']),
  group('service', 'bank', ['omar']),
  user('dana', ['lending']),
  user('omar', ['service']),
  aiSystem('card-limits', 'Card limits', 'group:default/lending'),
  aiSystem('income', 'Income estimate', 'group:default/lending', {
    lifecycle: 'experimental',
    sourcing: 'open-source',
  }),
  aiSystem('reply-drafts', 'Reply drafts', 'group:default/service', {
    type: 'generative-assistant',
    sourcing: 'vendor',
  }),
  aiSystem('orphan', 'Orphan', 'group:default/nobody'),
  entity('Component', 'portal', {
    spec: { type: 'service', lifecycle: 'production', owner: 'lending' },
  }),
];

export const completeIntendedUse = {
  purpose: 'Propose limits.',
  users: 'Credit officers.',
  inScope: 'Existing customers.',
  outOfScope: 'New customers.',
  limitations: 'Poor for thin files.',
  assumptions: 'Income is current.',
};
