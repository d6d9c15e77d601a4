import fc from 'fast-check';
import { estimates, ratings } from '../__testUtils__/arbitraries';
import { dataClassifications } from '../entity';
import { assessScenario, EvidenceStanding, noEvidence } from './assess';
import { isAbove, Rating, riskLevel } from './matrix';

const estimate = (likelihood: Rating, individuals: Rating) => ({
  likelihood,
  consequence: { individuals, society: 1, business: 2 },
});
const all: EvidenceStanding = () => ({ counts: true, reason: '' });
const classifications = fc.constantFrom(undefined, ...dataClassifications);

describe('the risk of a scenario', () => {
  it('is explained line by line', () => {
    const { inherent, current, target } = assessScenario(
      { inherent: estimate(3, 4), target: estimate(1, 1) },
      { classification: 'internal', evidence: noEvidence },
    );
    expect(inherent).toEqual({
      likelihood: 3,
      consequence: 4,
      level: 'high',
      explain: [
        'Likelihood 3: about once a year.',
        'Consequence 4 (major): the greatest of individuals, society and business is individuals.',
        'Likelihood 3 and consequence 4 give high in the matrix.',
      ],
    });
    expect(current).toEqual({
      ...inherent,
      explain: [
        'Current risk is the inherent one: no lower current risk has been stated.',
        ...inherent.explain,
      ],
    });
    expect(target).toEqual({
      likelihood: 1,
      consequence: 2,
      level: 'very-low',
      explain: [
        'Likelihood 1: less than once in ten years.',
        'Consequence 2 (minor): the greatest of individuals, society and business is business.',
        'Likelihood 1 and consequence 2 give very low in the matrix.',
      ],
    });
  });

  it.each([
    ['public', 2, undefined],
    ['internal', 2, undefined],
    ['restricted', 3, 'Raised to 3 (moderate) because the data is restricted.'],
    [
      undefined,
      3,
      "Raised to 3 (moderate) because the data's classification is not declared.",
    ],
  ] as const)(
    'of %s data has a consequence of %d at least',
    (classification, floor, line) => {
      const { inherent } = assessScenario(
        { inherent: estimate(1, 1) },
        { classification, evidence: noEvidence },
      );
      expect(inherent.consequence).toBe(floor);
      expect(inherent.explain.find(l => l.startsWith('Raised'))).toBe(line);
    },
  );

  it('of confidential data is at least minor', () => {
    const negligible = { individuals: 1, society: 1, business: 1 };
    const { inherent } = assessScenario(
      { inherent: { likelihood: 1, consequence: negligible } },
      { classification: 'confidential', evidence: noEvidence },
    );
    expect(inherent.consequence).toBe(2);
  });

  describe('that is said to be lower now', () => {
    const lower = (evidence: string[]) => ({
      inherent: estimate(4, 4),
      current: { ...estimate(1, 2), evidence },
    });
    const current = (evidence: string[], standing: EvidenceStanding) =>
      assessScenario(lower(evidence), {
        classification: 'public',
        evidence: standing,
      }).current;

    it('is lower while all the evidence counts, and says on what it rests', () => {
      const { level, explain } = current(['e1', 'e2'], all);
      expect(level).toBe('very-low');
      expect(explain[0]).toBe(
        'Current risk rests on evidence that counts: e1, e2.',
      );
    });

    it.each<[string, string[], EvidenceStanding, string]>([
      [
        'names no evidence',
        [],
        all,
        'the lower estimate names no evidence to rest on.',
      ],
      [
        'names evidence that the ledger does not have',
        ['e1', 'e2'],
        id => (id === 'e1' ? { counts: true, reason: '' } : undefined),
        'the evidence e2 that the lower estimate rests on is not in the ledger.',
      ],
      [
        'rests on evidence that has lapsed',
        ['e1', 'e2'],
        id => ({ counts: id !== 'e2', reason: 'The test e2 has expired.' }),
        'The test e2 has expired.',
      ],
      [
        'has nothing to show yet',
        ['e1'],
        noEvidence,
        'the evidence e1 that the lower estimate rests on is not in the ledger.',
      ],
    ])('is the inherent one when it %s', (_name, evidence, standing, why) => {
      const { level, explain } = current(evidence, standing);
      expect(level).toBe('high');
      expect(explain[0]).toBe(`Current risk is the inherent one: ${why}`);
    });
  });

  it('that is said to be graver now needs no evidence', () => {
    const { current } = assessScenario(
      {
        inherent: estimate(1, 1),
        current: { ...estimate(5, 5), evidence: [] },
      },
      { classification: 'public', evidence: noEvidence },
    );
    expect(current.level).toBe('very-high');
    expect(current.explain[0]).toMatch(/graver than the inherent one/);
  });

  it('is looked up in the matrix with the greatest dimension or the floor, and nothing else', () => {
    const floors = { public: 1, internal: 1, confidential: 2, restricted: 3 };
    fc.assert(
      fc.property(estimates, classifications, (inherent, classification) => {
        const { likelihood, consequence } = inherent;
        const greatest = Math.max(
          ...Object.values(consequence),
          classification ? floors[classification] : 3,
        ) as Rating;
        expect(
          assessScenario({ inherent }, { classification, evidence: noEvidence })
            .inherent,
        ).toMatchObject({
          likelihood,
          consequence: greatest,
          level: riskLevel(likelihood, greatest),
        });
      }),
    );
  });

  it('is never lower without evidence than with it', () => {
    fc.assert(
      fc.property(
        estimates,
        estimates,
        fc.uniqueArray(fc.constantFrom('e1', 'e2')),
        classifications,
        (inherent, current, evidence, classification) => {
          const judged = (standing: EvidenceStanding) =>
            assessScenario(
              { inherent, current: { ...current, evidence } },
              { classification, evidence: standing },
            );
          const without = judged(noEvidence);
          const withIt = judged(all);
          expect(isAbove(withIt.current.level, without.current.level)).toBe(
            false,
          );
          expect(isAbove(without.inherent.level, without.current.level)).toBe(
            false,
          );
        },
      ),
    );
  });

  it('does not fall when a rating rises', () => {
    fc.assert(
      fc.property(estimates, ratings, classifications, (low, by, data) => {
        const up = (n: number) => Math.max(n, by) as Rating;
        const context = { classification: data, evidence: noEvidence };
        const before = assessScenario({ inherent: low }, context);
        const after = assessScenario(
          {
            inherent: {
              likelihood: up(low.likelihood),
              consequence: {
                individuals: up(low.consequence.individuals),
                society: up(low.consequence.society),
                business: up(low.consequence.business),
              },
            },
          },
          context,
        );
        expect(isAbove(before.inherent.level, after.inherent.level)).toBe(
          false,
        );
      }),
    );
  });
});
