import { nearestAbove, teamTree } from './teamTree';

const edges = (...pairs: string[]) =>
  pairs.map(pair => ({ parent: pair[0], child: pair[1] }));

describe('teamTree', () => {
  it('puts each team under its parent', () => {
    expect([...teamTree('abcd', edges('ab', 'ac', 'cd'))].sort()).toEqual([
      ['a', undefined],
      ['b', 'a'],
      ['c', 'a'],
      ['d', 'c'],
    ]);
  });

  it('takes of several parents the one nearest to a top, then the first by name', () => {
    const tree = teamTree('abcdxy', edges('ab', 'bd', 'cd', 'xy', 'cy'));
    expect(tree.get('d')).toBe('c');
    expect(tree.get('y')).toBe('c');
  });

  it('lets one team of a cycle stand at the top, never one below the cycle', () => {
    const tree = teamTree('bcxy', edges('cb', 'bc', 'cy', 'yx', 'xy', 'bb'));
    expect([...tree].sort()).toEqual([
      ['b', undefined],
      ['c', 'b'],
      ['x', 'y'],
      ['y', 'c'],
    ]);
  });

  it('ignores edges to teams that are not listed', () => {
    expect(teamTree('b', edges('ab')).get('b')).toBeUndefined();
  });
});

describe('nearestAbove', () => {
  it('walks up through what is not listed, and survives a cycle', () => {
    const all = edges('ab', 'bc', 'cd', 'cb');
    expect(nearestAbove('d', new Set('a'), all)).toBe('a');
    expect(nearestAbove('d', new Set('ab'), all)).toBe('b');
    expect(nearestAbove('d', new Set('z'), all)).toBeUndefined();
  });
});
