import { Entity } from '@backstage/catalog-model';
import { configApiRef } from '@backstage/core-plugin-api';
import { mockApis, TestApiRegistry } from '@backstage/test-utils';
import { aiGovernanceApiRef } from '../api';
import { reached } from '../entity/graph/__testUtils__/reached';
import { FakeAiGovernance } from '../pages/__testUtils__/FakeAiGovernance';
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
    ['dependsOn', 'component:default/pricing', true],
    ['partOf', 'AISystem:default/limits', true],
    ['partOf', 'system:default/lending', false],
    ['dependencyOf', 'aisystem:default/limits', false],
  ])('may be by %s %s: %s', (type, targetRef, may) => {
    expect(hasAiSystems(entity('Component', {}, [{ type, targetRef }]))).toBe(
      may,
    );
  });

  it('is false of an entity without relations', () => {
    const { relations, ...without } = entity('Component');
    expect(hasAiSystems(without)).toBe(false);
  });

  it('asks the backend where it is given something to ask with', async () => {
    const api = new FakeAiGovernance();
    const context = { apis: TestApiRegistry.from([aiGovernanceApiRef, api]) };
    const service = entity('Component', {}, [
      { type: 'dependsOn', targetRef: 'component:default/pricing' },
    ]);
    expect(await hasAiSystems(service, context)).toBe(false);
    api.below = [reached('aisystem:default/limits', 'Limits', [['dependsOn']])];
    expect(await hasAiSystems(service, context)).toBe(true);
    expect(api.asked.graph).toEqual([
      'below component:default/a',
      'below component:default/a',
    ]);
    // the card says what went wrong
    api.failure = new Error('Away');
    expect(await hasAiSystems(service, context)).toBe(true);
    expect(await hasAiSystems(entity('Component'), context)).toBe(false);
  });
});
