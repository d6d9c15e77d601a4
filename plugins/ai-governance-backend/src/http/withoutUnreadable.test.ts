import { TeamScorecard } from 'backstage-plugin-ai-governance-common';
import { withoutUnreadable } from './withoutUnreadable';

const team = (ref: string, parent?: string) =>
  ({ ref, ...(parent && { parent }) } as TeamScorecard);
const tree = [
  team('a'),
  team('b', 'a'),
  team('c', 'b'),
  team('d', 'c'),
  team('x', 'y'),
  team('y', 'x'),
];

describe('withoutUnreadable', () => {
  it.each([
    [
      ['a', 'b', 'c', 'd'],
      ['a', 'a>b', 'b>c', 'c>d'],
    ],
    [
      ['a', 'd'],
      ['a', 'a>d'],
    ],
    [
      ['b', 'd'],
      ['b', 'b>d'],
    ],
    [['d'], ['d']],
    [['x'], ['x']],
    [
      ['x', 'y'],
      ['y>x', 'x>y'],
    ],
    [[], []],
  ])('of a reader of %j shows %j', (readable, shown) => {
    expect(
      withoutUnreadable(tree, new Set(readable)).map(t =>
        t.parent ? `${t.parent}>${t.ref}` : t.ref,
      ),
    ).toEqual(shown);
  });
});
