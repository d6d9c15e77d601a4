import fc from 'fast-check';
import { ratings } from '../__testUtils__/arbitraries';
import { isAbove, Rating, riskLevel, riskLevels } from './matrix';

const all: Rating[] = [1, 2, 3, 4, 5];

describe('the matrix', () => {
  it('is this one, likelihood down and consequence across', () => {
    expect(all.map(l => all.map(c => riskLevel(l, c)).join(' '))).toEqual([
      'very-low very-low low low medium',
      'very-low low low medium high',
      'low low medium high high',
      'low medium high high very-high',
      'medium medium high very-high very-high',
    ]);
  });

  it('never falls when likelihood or consequence rises', () => {
    fc.assert(
      fc.property(ratings, ratings, ratings, ratings, (a, b, c, d) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)] as Rating[];
        const [mild, grave] = [Math.min(c, d), Math.max(c, d)] as Rating[];
        expect(isAbove(riskLevel(low, mild), riskLevel(high, grave))).toBe(
          false,
        );
      }),
    );
  });

  it('has levels in order, none above itself', () => {
    riskLevels.forEach((a, i) =>
      riskLevels.forEach((b, j) => expect(isAbove(a, b)).toBe(i > j)),
    );
  });
});
