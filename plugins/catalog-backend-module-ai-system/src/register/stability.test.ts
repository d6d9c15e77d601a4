import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import fc from 'fast-check';
import { mapRegister } from './mapRegister';
import { readMapping } from './readMapping';

const header = ['Agency', 'Bureau', 'Name', 'Purpose', 'Stage', 'Note'];
const mapping = readMapping({
  groups: {
    levels: [
      { column: 'Agency', type: 'agency' },
      { column: 'Bureau', type: 'bureau' },
    ],
  },
  name: { columns: ['Name'], distinguishedBy: ['Agency', 'Purpose'] },
  fields: {
    title: { column: 'Name' },
    'spec.type': { constant: 'use-case' },
    'spec.lifecycle': { column: 'Stage', otherwise: 'not-stated' },
    'spec.purpose': { column: 'Purpose' },
  },
  annotations: { prefix: 'x.example', columns: { note: { column: 'Note' } } },
});

// few words, so that names repeat and identities too
const word = fc.constantFrom('a', 'B', 'a b', 'ä', '', 'x-y', 'Ω');
const rowArb = fc.tuple(
  fc.constantFrom('One', 'Two', 'Three'),
  word,
  fc.constantFrom('a', 'A b', 'ä', 'x'.repeat(80), 'Ω', '§'),
  word,
  word,
  word,
);
type Row = readonly string[];

const systemsOf = (rows: readonly Row[]) => entitiesOf(rows, 'AISystem');
function entitiesOf(rows: readonly Row[], kind?: string): Map<string, string> {
  const { entities } = mapRegister(
    header,
    rows.map((cells, index) => ({ line: index + 2, cells })),
    mapping,
  );
  const all = entities.filter(entity => !kind || entity.kind === kind);
  const found = new Map(all.map((e: Entity) => [stringifyEntityRef(e), JSON.stringify(e)])); // prettier-ignore
  expect(found.size).toBe(all.length); // every name is there once
  return found;
}
const changed = (before: Map<string, string>, after: Map<string, string>) =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter(ref => before.get(ref) !== after.get(ref))
    .sort();
const identity = ([agency, , name, purpose]: Row) =>
  JSON.stringify([agency, name, purpose].map(text => text.toLowerCase()));
const distinct = (rows: Row[]) => [
  ...new Map(rows.map(row => [identity(row), row])).values(),
];

describe('A register that changes', () => {
  it('changes nothing when rows move', () => {
    fc.assert(
      fc.property(
        fc
          .array(rowArb, { maxLength: 30 })
          .chain(rows =>
            fc.tuple(
              fc.constant(rows),
              fc.shuffledSubarray(rows, { minLength: rows.length }),
            ),
          ),
        ([rows, moved]) => {
          expect(changed(entitiesOf(rows), entitiesOf(moved))).toEqual([]);
        },
      ),
    );
  });

  it('changes exactly the AI systems of the rows that are added, removed or changed', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(rowArb, { maxLength: 30, selector: identity }),
        fc.array(rowArb, { maxLength: 5 }),
        fc.array(fc.nat(), { maxLength: 5 }),
        fc.array(fc.tuple(fc.nat(), word), { maxLength: 5 }),
        fc.nat(),
        (rows, more, removals, changes, turn) => {
          const gone = new Set(removals.map(n => n % Math.max(rows.length, 1)));
          const notes = new Map(
            changes.map(([n, text]) => [n % Math.max(rows.length, 1), text]),
          );
          const known = new Set(rows.map(identity));
          const added = distinct(more).filter(row => !known.has(identity(row)));
          const kept = rows.flatMap((row, index) => {
            if (gone.has(index)) return [];
            const note = notes.get(index);
            return [note === undefined ? row : [...row.slice(0, 5), note]];
          });
          const next = [...kept.slice(turn % 7), ...added, ...kept.slice(0, turn % 7)]; // prettier-ignore

          const touched = [
            ...added,
            ...rows.filter(
              (row, index) =>
                gone.has(index) ||
                (notes.has(index) && notes.get(index) !== row[5]),
            ),
          ];
          expect(changed(systemsOf(rows), systemsOf(next))).toEqual(
            touched.flatMap(row => [...systemsOf([row]).keys()]).sort(),
          );
        },
      ),
    );
  });
});
