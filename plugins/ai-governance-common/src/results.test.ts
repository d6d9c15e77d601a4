import { addCounts, noCounts, resultStates, share } from './results';

const counts = (some: Partial<ReturnType<typeof noCounts>>) => ({
  ...noCounts(),
  ...some,
});

describe('counts', () => {
  it('start with nothing in every state', () => {
    expect(Object.keys(noCounts())).toEqual([...resultStates]);
    expect(Object.values(noCounts()).every(n => n === 0)).toBe(true);
  });

  it('add up state by state', () => {
    expect(
      addCounts(counts({ pass: 1, error: 2 }), counts({ pass: 3, exempt: 1 })),
    ).toEqual(counts({ pass: 4, error: 2, exempt: 1 }));
  });
});

describe('the share', () => {
  it.each([
    [{ pass: 3, warning: 1 }, 1],
    [{ pass: 1, warning: 1, fail: 1, expired: 1 }, 0.5],
    [{ pass: 1, 'not-reported': 3 }, 0.25],
    [{ pass: 1, error: 1 }, 0.5],
    [{ pass: 1, fail: 1, 'not-applicable': 8 }, 0.5],
    // an exemption is neither a pass nor a failure
    [{ pass: 1, fail: 1, exempt: 6 }, 0.5],
    [{ fail: 2 }, 0],
    [{ 'not-applicable': 4, exempt: 1 }, null],
    [{}, null],
  ])('of %j is %p', (some, expected) => {
    expect(share(counts(some))).toBe(expected);
  });
});
