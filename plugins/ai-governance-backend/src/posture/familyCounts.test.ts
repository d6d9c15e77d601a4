import fc from 'fast-check';
import {
  controlFamilies,
  noCounts,
  resultStates,
} from 'backstage-plugin-ai-governance-common';
import { familyCounts, familyText } from './familyCounts';

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
});
