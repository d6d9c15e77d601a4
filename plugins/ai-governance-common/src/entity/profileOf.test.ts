import { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { profileSchema } from './profile';
import { governsEntity, profileOf } from './profileOf';

const metadata = { name: 'limits', namespace: 'default' };
const system = (spec: unknown, namespace = 'default') =>
  ({
    apiVersion: 'ai-governance/v1alpha1',
    kind: 'AISystem',
    metadata: { name: 'limits', namespace },
    spec,
  } as Entity);
const component = (spec: unknown) =>
  ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata,
    spec,
  } as Entity);

const least = { type: 'agent', lifecycle: 'production', owner: 'credit-risk' };

describe('what is governed', () => {
  it.each<[string, Entity, boolean]>([
    ['every AI system', system(undefined), true],
    [
      'whatever carries spec.aiGovernance',
      component({ aiGovernance: {} }),
      true,
    ],
    ['also an empty one', component({ aiGovernance: null }), true],
    ['not another service', component(least), false],
    ['not an entity without spec', component(undefined), false],
  ])('is %s', (_name, entity, governed) => {
    expect(governsEntity(entity)).toBe(governed);
  });
});

describe('the profile of an AI system', () => {
  it('is its spec, with full lower-case references, and without fields that are not ours', () => {
    expect(
      profileOf(
        system(
          {
            ...least,
            accountable: 'User:Dana.K',
            system: 'Lending',
            purpose: 'Propose limits.',
            data: {
              classification: 'restricted',
              sources: ['Resource:default/Ledger', 'component:crm'],
            },
            dependsOn: [
              'resource:Cache',
              'component:crm',
              'Component:labs/crm',
            ],
            consumesApis: ['Gateway'],
            hasPart: ['component:default/scorer'],
            costCentre: 4711,
          },
          'labs',
        ),
      ),
    ).toEqual({
      profile: {
        type: 'agent',
        lifecycle: 'production',
        owner: 'group:labs/credit-risk',
        accountable: 'user:labs/dana.k',
        system: 'system:labs/lending',
        purpose: 'Propose limits.',
        data: {
          classification: 'restricted',
          sources: ['component:labs/crm', 'resource:default/ledger'],
        },
        dependsOn: ['component:labs/crm', 'resource:labs/cache'],
        consumesApis: ['api:labs/gateway'],
      },
      errors: [],
    });
  });

  it('names a source once, however it is spelt', () => {
    const sources = ['resource:default/ledger', 'Resource:Ledger'];
    const { profile } = profileOf(system({ ...least, data: { sources } }));
    expect(profile.data).toEqual({ sources: ['resource:default/ledger'] });
  });

  it.each<[string, object, string, RegExp, string]>([
    ['a wrong owner', { owner: 'system:x' }, 'spec.owner', /group/, 'owner'],
    [
      'a wrong word',
      { sourcing: 'stolen' },
      'spec.sourcing',
      /in-house/,
      'sourcing',
    ],
    [
      'a wrong item',
      { affects: { influences: ['safety', 'mood'], interaction: [] } },
      'spec.affects.influences[1]',
      /eligibility/,
      'affects',
    ],
    [
      'a misspelt answer',
      { affects: { influence: [] } },
      'spec.affects.influence',
      /not a field that is known/,
      'affects',
    ],
    [
      'a bad reference',
      { data: { classification: 'public', sources: ['crm'] } },
      'spec.data.sources[0]',
      /must be a reference/,
      'data',
    ],
    ['an empty object', { data: null }, 'spec.data', /expected object/, 'data'],
    ['a list', { affects: [] }, 'spec.affects', /expected object/, 'affects'],
  ])('leaves out %s, and says where', (_name, over, path, says, field) => {
    const { profile, errors } = profileOf(system({ ...least, ...over }));
    expect(errors).toEqual([{ path, message: expect.stringMatching(says) }]);
    expect(profile).not.toHaveProperty(field);
    expect(profile.lifecycle).toBe('production');
  });

  it('without spec says nothing, and that is said', () => {
    expect(profileOf(system(undefined))).toEqual({
      profile: {},
      errors: [{ path: 'spec', message: expect.stringMatching(/object/) }],
    });
  });
});

describe('the profile of another kind', () => {
  it('is spec.aiGovernance, with owner, system, type and lifecycle of the entity', () => {
    expect(
      profileOf(
        component({
          ...least,
          system: 'lending',
          dependsOn: ['resource:Cache', 'no reference', 7],
          consumesApis: ['gateway', 'API:gateway'],
          aiGovernance: { purpose: 'Sort disputes.', accountable: 'dana' },
        }),
      ),
    ).toEqual({
      profile: {
        type: 'agent',
        lifecycle: 'production',
        owner: 'group:default/credit-risk',
        system: 'system:default/lending',
        purpose: 'Sort disputes.',
        accountable: 'user:default/dana',
        dependsOn: ['resource:default/cache'],
        consumesApis: ['api:default/gateway'],
      },
      errors: [
        { path: 'spec.dependsOn', message: 'must be an entity reference' },
        { path: 'spec.dependsOn', message: 'must be an entity reference' },
      ],
    });
  });

  it('depends on nothing when no list says so', () => {
    const { profile, errors } = profileOf(
      component({ ...least, dependsOn: 'resource:x', consumesApis: null }),
    );
    expect(profile).not.toHaveProperty('dependsOn');
    expect(profile).not.toHaveProperty('consumesApis');
    expect(errors).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['nothing', null, 'spec.aiGovernance'],
    ['a list', [], 'spec.aiGovernance'],
    ['a text', 'yes', 'spec.aiGovernance'],
    ['true', true, 'spec.aiGovernance'],
    ['an unknown field', { owner: 'x' }, 'spec.aiGovernance.owner'],
    [
      '__proto__',
      JSON.parse('{"__proto__": {"purpose": "x"}}'),
      'spec.aiGovernance.__proto__',
    ],
    ['a wrong field', { models: [{}] }, 'spec.aiGovernance.models[0].provider'],
  ])('with %s has an error that names its path', (_name, value, path) => {
    const { profile, errors } = profileOf(
      component({ ...least, aiGovernance: value }),
    );
    expect(errors.map(e => e.path)).toContain(path);
    expect(profile).toEqual({
      type: 'agent',
      lifecycle: 'production',
      owner: 'group:default/credit-risk',
    });
  });

  it.each(['group:/a', '', 7, {}, ['group:default/a']])(
    'has no owner when that is %j, which is no reference',
    owner => {
      const { profile, errors } = profileOf(
        component({ owner, aiGovernance: {} }),
      );
      expect(profile.owner).toBeUndefined();
      expect(errors).toEqual([
        { path: 'spec.owner', message: 'must be an entity reference' },
      ]);
    },
  );

  it('says nothing when it is governed by configuration alone', () => {
    expect(profileOf(component({ owner: 'a' }))).toEqual({
      profile: { owner: 'group:default/a' },
      errors: [],
    });
  });
});

describe('whatever stands in an entity', () => {
  const names = fc.constantFrom(
    ...['type', 'lifecycle', 'owner', 'accountable', 'system', 'purpose'],
    ...['uses', 'sourcing', 'vendor', 'models', 'data', 'affects'],
    ...[
      'dependsOn',
      'consumesApis',
      'regulation',
      'oversight',
      'classification',
      'sources',
      'influences',
    ],
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'],
  );
  const { nasty } = fc.letrec(tie => ({
    nasty: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(
        ...[null, true, 0, NaN, '', ' ', 'user:default/dana', 'a:b:c', '\0'],
        ...['\ud800', '__proto__', 'restricted', 'safety'],
      ),
      fc.string({ unit: 'binary' }),
      fc.array(tie('nasty'), { maxLength: 3 }),
      // from JSON, so that __proto__ is a field of its own, as it comes out of YAML
      fc.array(fc.tuple(names, tie('nasty')), { maxLength: 6 }).map(entries =>
        entries.reduce<object>(
          (o, [key, value]) =>
            Object.defineProperty(o, key, {
              value,
              enumerable: true,
              configurable: true,
              writable: true,
            }),
          {},
        ),
      ),
    ),
  }));

  it('makes a valid profile or errors with a path, and never throws', () => {
    const polluted = Object.keys(Object.prototype).length;
    fc.assert(
      fc.property(nasty, fc.boolean(), (value, ours) => {
        const { profile, errors } = profileOf(
          ours ? system(value) : component({ ...least, aiGovernance: value }),
        );
        expect(profileSchema.parse(profile)).toEqual(profile);
        expect(Object.getPrototypeOf(profile)).toBe(Object.prototype);
        for (const { path, message } of errors) {
          expect(path).toMatch(/^spec/);
          expect(message).not.toBe('');
        }
        // what is no object has declared nothing
        const closed = typeof value === 'object' && !Array.isArray(value);
        expect(errors.length > 0 || closed).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(Object.keys(Object.prototype)).toHaveLength(polluted);
  });

  it('is read the same every time', () => {
    fc.assert(
      fc.property(nasty, value => {
        const entity = component({ ...least, aiGovernance: value });
        expect(profileOf(entity)).toEqual(profileOf(entity));
      }),
    );
  });
});
