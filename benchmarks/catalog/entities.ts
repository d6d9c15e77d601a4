import { Entity } from '@backstage/catalog-model';
import { company } from '../company';
import { random } from '../random';
import { Variant } from './variants';

const resource = (i: number): string => `store-${i}`;

/** The made-up company as its files would say it: relations come from the catalog. */
export function entitiesOf({ beside }: Variant, count: number): Entity[] {
  const { below, oneOf } = random(20261128);
  const made = company(beside ? count : 0);
  const plain = ({ relations, ...rest }: Entity): Entity => rest;
  const groups = made.filter(({ kind }) => kind === 'Group').map(plain);
  const people = made.filter(({ kind }) => kind === 'User').map(user);
  const sources = made.filter(({ kind }) => kind === 'Resource').map(plain);
  const resources = Array.from(
    { length: count },
    (_, i): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        name: resource(i),
        title: `Store ${below(100_000)} ${i}`,
        description: `Holds what task ${below(5_000)} needs.`,
        tags: [oneOf(['gold', 'silver']), `wave-${below(20)}`],
      },
      spec: {
        type: oneOf(['database', 'bucket', 'queue', 'topic']),
        owner: `group:default/${oneOf(groups).metadata.name}`,
        dependsOn: [`resource:default/${resource(below(count))}`],
      },
    }),
  );
  const others = made
    .filter(({ kind }) => kind === 'AISystem')
    .map((system): Entity => {
      const dependsOn = [`resource:default/${resource(below(count))}`];
      return beside === 'Component'
        ? {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: system.metadata,
            spec: {
              type: 'service',
              lifecycle: system.spec!.lifecycle,
              owner: system.spec!.owner,
              dependsOn: [...dependsOn, ...sourcesOf(system)],
            },
          }
        : plain({ ...system, spec: { ...system.spec, dependsOn } });
    });
  return [...groups, ...people, ...sources, ...resources, ...others].map(
    located,
  );
}

/** What an AI system says of its data is a relation as `dependsOn` is, so its twin has as many. */
function sourcesOf({ spec }: Entity): string[] {
  const { sources = [] } = (spec!.data ?? {}) as { sources?: string[] };
  return sources;
}

const user = ({ relations, ...rest }: Entity): Entity => ({
  ...rest,
  spec: { memberOf: [] },
});

const LOCATION = 'url:https://example.com/catalog';
const located = (entity: Entity): Entity => ({
  ...entity,
  metadata: {
    ...entity.metadata,
    annotations: {
      'backstage.io/managed-by-location': LOCATION,
      'backstage.io/managed-by-origin-location': LOCATION,
    },
  },
});
