import fc from 'fast-check';
import {
  addCounts,
  controlFamilies,
  noCounts,
  resultStates,
} from 'backstage-plugin-ai-governance-common';
import {
  addFamilyText,
  addTally,
  countsOfTally,
  familyCounts,
  FamilyTally,
  familyText,
} from './familyCounts';

const counts = fc
  .record(
    Object.fromEntries(
      resultStates.map(state => [state, fc.integer({ min: 0, max: 1200 })]),
    ),
  )
  .map(some => ({ ...noCounts(), ...some }));

describe('Counts by family in one text', () => {
  it('reads as it was written, whatever the order of the families', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(...Object.keys(controlFamilies)),
          counts.filter(c => Object.values(c).some(n => n > 0)),
        ),
        families => {
          const text = familyText(families);
          expect(familyCounts(text)).toEqual(families);
          expect(
            familyText(Object.fromEntries(Object.entries(families).reverse())),
          ).toBe(text);
        },
      ),
    );
  });

  it('leaves out what is none', () => {
    expect(
      familyText({
        RSK: { ...noCounts(), pass: 2 },
        DOC: { ...noCounts(), 'not-reported': 1, pass: 10 },
      }),
    ).toBe('DOCn1 DOCp10 RSKp2');
    expect(familyText({})).toBe('');
    expect(familyCounts('')).toEqual({});
  });

  it('adds up to what its texts add up to', () => {
    const families = fc.dictionary(
      fc.constantFrom(...Object.keys(controlFamilies)),
      counts.filter(c => Object.values(c).some(n => n > 0)),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(families, fc.integer({ min: 1, max: 40 }))),
        fc.nat(10),
        (all, split) => {
          const wanted: Record<string, ReturnType<typeof noCounts>> = {};
          const parts: FamilyTally[] = [new Map(), new Map()];
          for (const [i, [some, times]] of all.entries()) {
            addFamilyText(parts[i < split ? 0 : 1], familyText(some), times);
            for (const [family, its] of Object.entries(some))
              for (let n = 0; n < times; n++)
                wanted[family] = addCounts(wanted[family] ?? noCounts(), its);
          }
          addTally(parts[0], parts[1]);
          expect(countsOfTally(parts[0])).toEqual(wanted);
        },
      ),
    );
  });
});
