import { Entity } from '@backstage/catalog-model';
import { aiSystem } from '../__testUtils__/exampleEntities';
import { observationOf } from './observation';

const withSpec = (spec: object) =>
  observationOf(aiSystem('limits', 'Limits', 'lending', spec));

describe('observationOf', () => {
  it('has the same digest whatever the order of lists, and another when anything declared differs', () => {
    const one = withSpec({
      uses: ['b', 'a'],
      affects: { influences: ['safety', 'eligibility'], audience: ['public'] },
      models: [
        { provider: 'b', name: '1' },
        { provider: 'a', name: '2' },
      ],
    });
    const other = withSpec({
      models: [
        { name: '2', provider: 'a' },
        { name: '1', provider: 'b' },
      ],
      affects: { audience: ['public'], influences: ['eligibility', 'safety'] },
      uses: ['a', 'b'],
    });
    expect(other).toEqual(one);
    expect(withSpec({ uses: ['a'] }).digest).not.toBe(one.digest);
    expect(withSpec({ affects: {} }).digest).not.toBe(
      withSpec({ affects: { influences: [] } }).digest,
    );
  });

  it('ignores what is not ours', () => {
    const plain = aiSystem('limits', 'Limits', 'lending');
    const annotated: Entity = {
      ...plain,
      metadata: { ...plain.metadata, annotations: { a: 'b' }, etag: 'x' },
      relations: [{ type: 'ownedBy', targetRef: 'group:default/lending' }],
    };
    expect(observationOf(annotated)).toEqual(observationOf(plain));
  });

  it('names what it refers to, in full', () => {
    expect(
      withSpec({
        owner: 'Lending',
        accountable: 'Dana',
        system: 'credit',
        data: { sources: ['Resource:db', 'resource:default/DB'] },
      }).refers,
    ).toEqual([
      'group:default/lending',
      'resource:default/db',
      'system:default/credit',
      'user:default/dana',
    ]);
  });

  it('leaves out an owner that no entity can have, and says so', () => {
    const { owner, profile, errorsJson } = observationOf({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'portal' },
      spec: { owner: 'x'.repeat(600), type: 't'.repeat(200), aiGovernance: {} },
    });
    expect(owner).toBeNull();
    expect(profile.owner).toBeUndefined();
    expect(errorsJson).toContain('spec.owner');
  });
});
