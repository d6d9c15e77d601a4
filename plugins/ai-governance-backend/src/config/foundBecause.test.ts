import { Entity } from '@backstage/catalog-model';
import { foundBecause } from './foundBecause';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'model', tags: ['llm', 'gpu'] },
  spec: { type: 'ai-model' },
};

describe('why an entity was found', () => {
  const because = (predicate: object) => foundBecause(predicate)(entity);

  it('is what it meets of the conditions, in words', () => {
    expect(because({ kind: 'Resource', 'spec.type': 'ai-model' })).toBe(
      'kind is Resource and spec.type is ai-model',
    );
    expect(
      because({
        $any: [
          { kind: 'API', 'spec.type': 'mcp-server' },
          { 'metadata.tags': { $contains: 'llm' } },
          { 'spec.type': { $in: ['ai-model', 'llm'] } },
        ],
      }),
    ).toBe('metadata.tags contains llm; spec.type is one of ai-model, llm');
    expect(
      because({
        $all: [
          { $not: { kind: 'API' } },
          { 'metadata.name': { $hasPrefix: 'mod' } },
          { 'spec.owner': { $exists: false } },
        ],
      }),
    ).toBe('metadata.name begins with mod and spec.owner is not there');
  });

  it('is nothing for what does not match, and never empty for what does', () => {
    expect(because({ kind: 'API' })).toBeUndefined();
    expect(because({ $not: { kind: 'API' } })).toBe('what it lacks');
  });
});
