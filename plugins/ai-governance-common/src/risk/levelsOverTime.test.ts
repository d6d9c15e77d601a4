import fc from 'fast-check';
import { instants, subjects } from '../__testUtils__/arbitraries';
import { RiskAssessment } from '../records/riskAssessment';
import { assessScenario } from './assess';
import { evidenceStanding } from './evidenceStanding';
import { riskLevelsOverTime } from './levelsOverTime';

describe('the levels of risks over time', () => {
  it('are at every instant those that the controls go by', () => {
    fc.assert(
      fc.property(subjects, instants, instants, (state, a, b) => {
        const [at, later] = [a, b].sort();
        const found = riskLevelsOverTime(state, at);
        const assessment: RiskAssessment | undefined | null =
          state.records['risk-assessment']?.[0]?.data;
        expect(found === undefined).toBe(!assessment);
        for (const [i, risk] of (found?.scenarios ?? []).entries()) {
          const then = assessScenario(assessment!.scenarios[i], {
            classification: state.profile.data?.classification,
            evidence: evidenceStanding(state.records, later),
          });
          expect(risk.position).toBe(i);
          expect(risk.inherent).toBe(then.inherent.level);
          expect(risk.target).toBe(then.target?.level);
          expect(
            risk.current.find(({ until }) => until === null || until > later)
              ?.level,
          ).toBe(then.current.level);
        }
      }),
    );
  });

  it('turn only where the level does, in the order of time', () => {
    fc.assert(
      fc.property(subjects, instants, (state, at) => {
        const { scenarios } = riskLevelsOverTime(state, at) ?? {
          scenarios: [],
        };
        for (const { current } of scenarios) {
          const untils = current.map(({ until }) => until);
          expect(untils.at(-1)).toBeNull();
          const ends = untils.slice(0, -1) as string[];
          expect(ends).toEqual([...new Set(ends)].sort());
          expect(ends.every(end => end > at)).toBe(true);
          current.forEach(({ level }, i) =>
            expect(level).not.toBe(current[i - 1]?.level),
          );
        }
      }),
    );
  });
});
