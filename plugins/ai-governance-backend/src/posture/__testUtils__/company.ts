import { Entity } from '@backstage/catalog-model';
import { aiSystem, group, user } from '../../__testUtils__/exampleEntities';

export const limits = 'aisystem:default/card-limits';
export const drafts = 'aisystem:default/reply-drafts';

/** Two teams with an AI system each; the user of the second team is not in the catalog. */
export const company = (): Entity[] => [
  group('lending', undefined, ['dana']),
  group('service', undefined, ['omar']),
  user('dana', ['lending']),
  aiSystem('card-limits', 'Card limits', 'group:default/lending'),
  aiSystem('reply-drafts', 'Reply drafts', 'group:default/service'),
];
