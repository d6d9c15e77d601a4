import fc from 'fast-check';
import { noCounts, ResultState, StateCounts } from '../results';
import { coverageOf, requirementStandings } from './coverage';
import { Framework } from './Framework';

const framework: Framework = {
  id: 'house',
  title: 'House rules',
  version: '1',
  source: 'https://example.com',
  licence: 'Ours',
  requirements: [
    { id: '1', title: 'Order' },
    { id: '1.1', title: 'Tidy', parent: '1' },
    { id: '1.2', title: 'Quiet', parent: '1', from: '2027-01-01' },
    { id: '2', title: 'Safety' },
  ],
};

const answering = (id: string, ...ids: string[]) => ({
  id,
  title: `Control ${id}`,
  references: [
    ...ids.map(r => ({ framework: 'house', id: r })),
    { framework: 'another', id: '2' },
  ],
});

const counted = (over: Partial<Record<ResultState, number>>): StateCounts => ({
  ...noCounts(),
  ...over,
});

const one = (counts?: StateCounts) =>
  coverageOf(
    framework,
    [answering('C-1', '1.1')],
    new Map(counts && [['C-1', counts]]),
  ).find(r => r.id === '1.1')!;

describe('coverage', () => {
  it('has every requirement in its order, with those that answer it and with its day', () => {
    const coverage = coverageOf(
      framework,
      [answering('C-1', '1.1', '1.2'), answering('C-2', '1.2')],
      new Map([
        ['C-1', counted({ pass: 3, fail: 1 })],
        ['C-2', counted({ warning: 2, exempt: 4 })],
      ]),
    );
    expect(coverage.map(r => [r.id, r.standing])).toEqual([
      ['1', undefined],
      ['1.1', 'partly'],
      ['1.2', 'partly'],
      ['2', 'not-covered'],
    ]);
    expect(coverage[2]).toMatchObject({
      from: '2027-01-01',
      controls: [{ id: 'C-1' }, { id: 'C-2', title: 'Control C-2' }],
      counts: { pass: 3, warning: 2, fail: 1, exempt: 4 },
      share: 5 / 6,
    });
  });

  it.each([
    [{ pass: 2, warning: 1 }, 'holds'],
    [{ pass: 2, exempt: 1, 'not-applicable': 5 }, 'holds'],
    [{ pass: 1, fail: 1 }, 'partly'],
    [{ pass: 1, error: 1 }, 'partly'],
    [{ expired: 1, 'not-reported': 2 }, 'does-not-hold'],
    [{ 'not-applicable': 5 }, 'not-asked'],
    [{ exempt: 5 }, 'not-asked'],
    [undefined, 'not-asked'],
  ] as const)('of %j is %s', (counts, standing) => {
    expect(one(counts && counted(counts)).standing).toBe(standing);
  });

  it('never says that it holds where anything that is asked does not', () => {
    const number = fc.nat({ max: 3 });
    fc.assert(
      fc.property(
        fc.record({
          ...{ pass: number, warning: number, fail: number, expired: number },
          ...{ 'not-reported': number, 'not-applicable': number },
          ...{ exempt: number, error: number },
        }),
        counts => {
          const { standing } = one(counts);
          const lacks =
            counts.fail +
            counts.expired +
            counts['not-reported'] +
            counts.error;
          expect(requirementStandings).toContain(standing);
          expect(standing === 'holds').toBe(
            lacks === 0 && counts.pass + counts.warning > 0,
          );
        },
      ),
    );
  });
});
