import { Entity } from '@backstage/catalog-model';
import { policySchema } from 'backstage-plugin-ai-governance-common';
import { random } from './random';

const entity = (
  kind: string,
  name: string,
  title: string,
  rest: object,
): Entity => ({
  apiVersion:
    kind === 'AISystem' ? 'ai-governance/v1alpha1' : 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', title },
  ...rest,
});

const perTier = <T>(high: T, limited: T, minimal: T) => ({
  high,
  limited,
  minimal,
});

export const policy = policySchema.parse({
  version: '2026.1',
  title: 'Use of AI',
  effectiveFrom: '2026-01-01',
  regulations: [],
  uses: [
    { id: 'drafting', title: 'Drafting replies', standing: 'allowed' },
    { id: 'credit', title: 'Credit decisions', standing: 'restricted' },
    { id: 'mood', title: 'Moods of staff', standing: 'prohibited' },
  ],
  cadences: {
    'intended-use': perTier({ months: 6 }, { months: 12 }, { months: 24 }),
    'risk-assessment': perTier({ months: 6 }, { months: 12 }, { months: 24 }),
  },
  warningWindow: { days: 30 },
  tolerance: perTier('low' as const, 'medium' as const, 'medium' as const),
  acknowledgement: { owner: 'any', accountable: true },
  authorities: {
    approval: {
      high: ['group:default/division-1'],
      limited: ['accountable'],
      minimal: ['owner'],
    },
  },
});

/** The only team of whom the reader with a conditional decision sees the systems: a division with everything below it. */
export const division = 'division-1';
/** Who answers for six of ten systems: what this person states, these are judged by. */
export const chief = 'user:default/chief';
/** A team at the bottom of the tree. */
export const team = 'team-1-2-3';

/**
 * A company: one root, 10 divisions, 5 departments each, 5 teams each (311 groups, four deep), 401 people, 200 data sources,
 * and AI systems whose owners follow a long tail. Every tenth leaves something unsaid, some name owners or sources that are not there.
 *
 * @returns all entities; the same ones for the same seed and number
 */
export function company(systems: number, seed = 20261124) {
  const { below, chance, oneOf, next } = random(seed);
  const entities: Entity[] = [];
  const relations = (pairs: [string, string | undefined][]) =>
    pairs.flatMap(([type, targetRef]) =>
      targetRef ? [{ type, targetRef }] : [],
    );
  const teams: string[] = [];
  const group = (name: string, parent?: string) => {
    entities.push(
      entity('Group', name, `Group ${name}`, {
        spec: { type: 'team', children: [] },
        relations: [
          ...relations([
            ['childOf', parent && `group:default/${parent}`],
            ['hasMember', `user:default/person-${below(400)}`],
            ['hasMember', `user:default/person-${below(400)}`],
          ]),
        ],
      }),
    );
  };
  group('company');
  for (let d = 1; d <= 10; d++) {
    group(`division-${d}`, 'company');
    for (let p = 1; p <= 5; p++) {
      group(`department-${d}-${p}`, `division-${d}`);
      for (let t = 1; t <= 5; t++) {
        group(`team-${d}-${p}-${t}`, `department-${d}-${p}`);
        teams.push(`team-${d}-${p}-${t}`);
      }
    }
  }
  entities.push(entity('User', 'chief', 'The chief', { spec: {} }));
  for (let i = 0; i < 400; i++) {
    entities.push(entity('User', `person-${i}`, `Person ${i}`, { spec: {} }));
  }
  for (let i = 0; i < 200; i++) {
    entities.push(
      entity('Resource', `data-${i}`, `Data ${i}`, {
        spec: { type: 'database', owner: `group:default/${oneOf(teams)}` },
      }),
    );
  }

  const owner = () => {
    if (chance(0.02)) return `user:default/person-${below(400)}`;
    if (chance(0.02)) return 'group:default/nobody';
    // a long tail: the first teams own most
    return `group:default/${teams[Math.floor(next() ** 2 * teams.length)]}`;
  };
  const influences = ['eligibility', 'financial-outcomes', 'safety'] as const;
  for (let i = 0; i < systems; i++) {
    const high = chance(0.25);
    const limited = chance(0.5);
    const sources = Array.from(
      { length: below(4) },
      () => `resource:default/data-${below(chance(0.03) ? 220 : 200)}`,
    );
    const spec = {
      type: oneOf(['predictive-model', 'generative-assistant', 'agent']),
      lifecycle: oneOf(['production', 'production', 'experimental', 'retired']),
      owner: owner(),
      ...(chance(0.85) && {
        accountable: i % 10 < 6 ? chief : `user:default/person-${below(400)}`,
      }),
      ...(chance(0.9) && { purpose: `Helps with task ${below(5000)}.` }),
      sourcing: oneOf(['in-house', 'vendor', 'vendor-feature', 'open-source']),
      uses: [oneOf(chance(0.01) ? ['mood'] : ['drafting', 'credit'])],
      ...(chance(0.9) && {
        models: [{ provider: 'openai', name: `gpt-4.${below(4)}` }],
      }),
      ...(chance(0.9) && {
        data: {
          classification: oneOf(['public', 'internal', 'confidential']),
          ...(chance(0.9) && { categories: chance(0.5) ? ['personal'] : [] }),
          ...(chance(0.85) && { sources: [...new Set(sources)] }),
        },
      }),
      ...(chance(0.92) && {
        affects: {
          audience: ['employees'],
          influences: high ? [oneOf(influences)] : [],
          ...(high && { basis: oneOf(['main', 'contributing']) }),
          interaction: limited ? ['people-interact'] : [],
        },
      }),
    };
    entities.push(
      entity('AISystem', `system-${i}`, `System ${below(100000)} ${i}`, {
        spec,
        relations: relations([['ownedBy', spec.owner]]),
      }),
    );
  }
  return entities;
}

/** Whether an entity is the division of the reader who sees only that, or belongs to it. */
export function inDivision(entity: Entity): boolean {
  const { name } = entity.metadata;
  const number = division.split('-')[1];
  const within = (group: string) =>
    group === division ||
    group.startsWith(`department-${number}-`) ||
    group.startsWith(`team-${number}-`);
  if (entity.kind === 'Group') return within(name);
  const [, owned = ''] = String(entity.spec?.owner ?? '').split(
    'group:default/',
  );
  return within(owned);
}
