import { Entity } from '@backstage/catalog-model';
import { configApiRef } from '@backstage/core-plugin-api';
import { mockApis, TestApiRegistry } from '@backstage/test-utils';
import { hasAiSystems, isAiGovernanceSubject } from './conditions';

const entity = (
  kind: string,
  spec: Entity['spec'] = {},
  relations: Entity['relations'] = [],
): Entity => ({
  apiVersion: 'any/v1',
  kind,
  metadata: { name: 'a' },
  spec,
  relations,
});

const withConfig = (aiGovernance?: Record<string, any>) => ({
  apis: TestApiRegistry.from([
    configApiRef,
    mockApis.config({ data: aiGovernance ? { aiGovernance } : {} }),
  ]),
});

describe('isAiGovernanceSubject', () => {
  it.each([
    ['AISystem', {}, true],
    ['Component', { aiGovernance: {} }, true],
    ['Component', { type: 'model' }, false],
  ])('%s with %j: %s, unless configured', (kind, spec, governed) => {
    expect(isAiGovernanceSubject(entity(kind, spec))).toBe(governed);
    expect(isAiGovernanceSubject(entity(kind, spec), withConfig())).toBe(
      governed,
    );
  });

  it('follows aiGovernance.subjects where the portal hands on its configuration', () => {
    const context = withConfig({ subjects: { 'spec.type': 'model' } });
    expect(
      isAiGovernanceSubject(entity('Component', { type: 'model' }), context),
    ).toBe(true);
    expect(isAiGovernanceSubject(entity('AISystem'), context)).toBe(false);
  });
});

describe('hasAiSystems', () => {
  it.each([
    ['dependsOn', 'aisystem:default/limits', true],
    ['partOf', 'AISystem:default/limits', true],
    ['dependencyOf', 'aisystem:default/limits', false],
    ['dependsOn', 'resource:default/aisystem', false],
  ])('%s %s: %s', (type, targetRef, has) => {
    expect(hasAiSystems(entity('Component', {}, [{ type, targetRef }]))).toBe(
      has,
    );
  });

  it('is false of an entity without relations', () => {
    const { relations, ...without } = entity('Component');
    expect(hasAiSystems(without)).toBe(false);
  });
});
