import { group, user } from '../__testUtils__/exampleEntities';
import { factsOf } from './entityFacts';

describe('factsOf', () => {
  it('counts the direct members of a group, and of nothing else', () => {
    expect(factsOf(group('lending', 'bank', ['dana', 'omar']))).toEqual({
      ref: 'group:default/lending',
      present: true,
      title: null,
      members: 2,
    });
    expect(factsOf(group('empty')).members).toBe(0);
    expect(factsOf(user('dana', ['lending'])).members).toBeNull();
  });

  it('shows a person by the name that people know, without what a database cannot hold', () => {
    const dana = user('dana');
    const named = { ...dana.metadata, title: 'Dana\u0000' };
    expect(factsOf({ ...dana, metadata: named }).title).toBe('Dana\ufffd');
    expect(
      factsOf({
        ...dana,
        metadata: named,
        spec: { profile: { displayName: 'Dana K.' } },
      }).title,
    ).toBe('Dana K.');
  });
});
