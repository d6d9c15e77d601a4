import { english } from '../translation/__testUtils__/english';
import { countsText } from './words';

describe('countsText', () => {
  it('says one and several in their own words, and nothing of none', () => {
    expect(
      countsText(english, { lapsed: 0, missing: 1, 'runs-out': 1, holds: 1 }),
    ).toBe('1 not recorded, 1 runs out soon, 1 holds');
    expect(
      countsText(english, { lapsed: 2, missing: 0, 'runs-out': 3, holds: 7 }),
    ).toBe('2 lapsed, 3 run out soon, 7 hold');
  });
});
