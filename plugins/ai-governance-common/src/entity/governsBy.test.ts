import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { governsBy } from './governsBy';

const entity = (kind: string, spec: Entity['spec'] = {}): Entity => ({
  apiVersion: 'any/v1',
  kind,
  metadata: {
    name: 'a',
    annotations: { 'example.com/ai': 'yes' },
    tags: ['ml', 'java'],
  },
  spec,
});

describe('governsBy', () => {
  it.each([
    ['AISystem', {}, true],
    ['aisystem', {}, true],
    ['Component', { aiGovernance: {} }, true],
    ['Component', { type: 'service' }, false],
  ])('without a predicate: %s with %j is %s', (kind, spec, governed) => {
    expect(governsBy()(entity(kind, spec))).toBe(governed);
  });

  it.each([
    [{ kind: 'aisystem' }, false],
    [{ kind: 'component', 'spec.type': { $in: ['model', 'Agent'] } }, true],
    [{ 'metadata.annotations.example.com/ai': { $exists: true } }, true],
    [{ 'metadata.tags': { $contains: 'ml' } }, true],
    [
      { $all: [{ kind: 'Component' }, { $not: { 'spec.type': 'agent' } }] },
      false,
    ],
  ])('by the predicate %j an agent is governed: %s', (predicate, governed) => {
    expect(governsBy(predicate)(entity('Component', { type: 'agent' }))).toBe(
      governed,
    );
  });

  it.each([[{ kind: { $is: 'AISystem' } }], [{ $any: 'AISystem' }], [null]])(
    'refuses %j',
    predicate => {
      expect(() => governsBy(predicate)).toThrow(InputError);
    },
  );
});
