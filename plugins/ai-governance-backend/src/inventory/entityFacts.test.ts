import { group, user } from '../__testUtils__/exampleEntities';
import { factsOf } from './entityFacts';

describe('factsOf', () => {
  it('counts and names the direct members of a group, and of nothing else', () => {
    expect(factsOf(group('lending', 'bank', ['omar', 'Dana', 'omar']))).toEqual(
      {
        ref: 'group:default/lending',
        present: true,
        title: null,
        members: 2,
        member_refs: '["user:default/dana","user:default/omar"]',
      },
    );
    expect(factsOf(group('empty'))).toMatchObject({
      members: 0,
      member_refs: '[]',
    });
    expect(factsOf(user('dana', ['lending']))).toMatchObject({
      members: null,
      member_refs: null,
    });
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
