import { groupClosure } from './groupClosure';

const pairs = (groups: string[], edges: [string, string][]) =>
  groupClosure(
    groups,
    edges.map(([parent, child]) => ({ parent, child })),
  )
    .map(({ ancestor, descendant }) => `${ancestor}${descendant}`)
    .sort();

describe('groupClosure', () => {
  it('holds each group with itself and everything below it', () => {
    expect(
      pairs(
        ['a', 'b', 'c', 'd'],
        [
          ['a', 'b'],
          ['b', 'c'],
        ],
      ),
    ).toEqual(['aa', 'ab', 'ac', 'bb', 'bc', 'cc', 'dd']);
  });

  it('holds a pair once, also where two ways lead', () => {
    expect(
      pairs(
        ['a', 'b', 'c', 'd'],
        [
          ['a', 'b'],
          ['a', 'c'],
          ['b', 'd'],
          ['c', 'd'],
        ],
      ),
    ).toEqual(['aa', 'ab', 'ac', 'ad', 'bb', 'bd', 'cc', 'cd', 'dd']);
  });

  it('survives cycles, a group that is its own parent, and edges to no group', () => {
    expect(
      pairs(
        ['a', 'b', 'c'],
        [
          ['a', 'b'],
          ['b', 'a'],
          ['c', 'c'],
          ['a', 'x'],
          ['x', 'c'],
        ],
      ),
    ).toEqual(['aa', 'ab', 'ba', 'bb', 'cc']);
  });
});
