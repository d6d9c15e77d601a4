import { InputError } from '@backstage/errors';
import { MappingInput } from './mappingSchema';
import { mapRegister } from './mapRegister';
import { readMapping } from './readMapping';

const header = ['System', 'Built by', 'Ready-made?', 'Stage', 'Reported'];

const fields: MappingInput['fields'] = {
  'spec.type': { constant: 'use-case' },
  'spec.owner': { constant: 'group:default/a' },
  'spec.lifecycle': {
    first: [
      { column: 'Stage', values: { production: ['Live'] }, unmapped: ['Soon'] },
      { column: 'Reported', values: { retired: ['Closed'] } },
    ],
    otherwise: 'not-stated',
  },
  'spec.sourcing': {
    first: [
      {
        column: { position: 2, header: 'Built by' },
        values: { 'in-house': ['Ourselves'], vendor: ['Bought'] },
        absent: ['N/A'],
        unmapped: ['Both'],
      },
      { column: 3, values: { 'vendor-feature': ['Yes'] }, absent: ['No'] },
    ],
  },
};
const mappingOf = (more: Record<string, unknown> = {}) =>
  readMapping({
    name: { columns: ['System'] },
    fields: { ...fields, ...more },
  });

/** The specification of the only AI system, and what is doubtful in its row. */
function read(cells: string[], mapping = mappingOf()) {
  const { entities, issues } = mapRegister(
    header,
    [{ line: 2, cells: ['Pothole finder', ...cells] }],
    mapping,
  );
  return {
    spec: entities[0].spec as Record<string, any>,
    doubts: issues.map(({ column, reason }) => `${column}: ${reason}`),
  };
}

describe('The first of several columns', () => {
  it.each([
    ['says what it means', 'Ourselves', 'Yes', 'in-house'],
    ['is blank', ' ', 'Yes', 'vendor-feature'],
    ['says as little as a blank one', 'n/a', 'yes', 'vendor-feature'],
    ['says something for which there is no value', 'Both', 'Yes', undefined],
    ['is blank, and so is the next', '', '', undefined],
    ['is blank, and the next says as little', '', 'No', undefined],
  ])('where it %s: %j, %j', (_, builtBy, readyMade, sourcing) => {
    const { spec, doubts } = read([builtBy, readyMade, 'Live', '']);
    expect(spec.sourcing).toBe(sourcing);
    expect('sourcing' in spec).toBe(sourcing !== undefined);
    expect(doubts).toEqual([]);
  });

  it('is not passed over because it is not understood', () => {
    const { spec, doubts } = read(['Someone', 'Yes', 'Live', '']);
    expect(spec).not.toHaveProperty('sourcing');
    expect(doubts).toEqual([
      'Built by (2): "Someone" is in no list of spellings',
    ]);
  });

  it('keeps what the later ones say out of the report when they are not asked', () => {
    expect(read(['Bought', 'Perhaps', 'Live', '']).doubts).toEqual([]);
    expect(read(['', 'Perhaps', 'Live', '']).doubts).toEqual([
      'Ready-made? (3): "Perhaps" is in no list of spellings',
    ]);
  });

  it.each([
    ['Live', 'Closed', 'production'],
    ['', 'Closed', 'retired'],
    ['', '', 'not-stated'],
    ['Soon', 'Closed', 'not-stated'],
  ])(
    'has one word for when none says: %j, %j',
    (stage, reported, lifecycle) => {
      expect(read(['', '', stage, reported]).spec.lifecycle).toBe(lifecycle);
    },
  );

  it('fills a list, too', () => {
    const mapping = mappingOf({
      'spec.data.categories': {
        first: [
          {
            column: 2,
            split: [';'],
            values: { personal: ['p'] },
            absent: ['-'],
            unmapped: ['x'],
          },
          { column: 3, none: ['none'] },
        ],
      },
    });
    const categories = (...cells: string[]) =>
      read([...cells, 'Live', ''], mapping).spec.data?.categories;
    expect(categories('p; -; x', 'none')).toEqual(['personal']);
    expect(categories('-; -', 'none')).toEqual([]);
    expect(categories('-', 'names')).toEqual(['names']);
    expect(categories('x; -', 'none')).toBeUndefined();
  });

  it('must be in the file, as every column of the mapping', () => {
    expect(() => mapRegister(['System', 'Built by'], [], mappingOf())).toThrow(
      'there is no column 3: the file has 2',
    );
  });

  it.each([
    [
      { first: [{ column: 2 }, { column: 3, values: { rented: ['Yes'] } }] },
      /fields\.spec\.sourcing\.first\[1\]\.values\.rented: Invalid option/,
    ],
    [
      { first: [{ column: 2, otherwise: 'vendor' }, { column: 3 }] },
      /fields\.spec\.sourcing\.first\[0\]\.otherwise: is not known/,
    ],
    [{ first: [{ column: 2 }] }, /fields\.spec\.sourcing\.first: Too small/],
    [
      { first: [{ column: 2 }, { column: 3 }], otherwise: 'rented' },
      /fields\.spec\.sourcing\.otherwise: Invalid option/,
    ],
    [
      { column: 2, values: { vendor: ['Both'] }, unmapped: ['both'] },
      /fields\.spec\.sourcing\.unmapped\[0\]: "both" already means vendor/,
    ],
  ])('is refused with the path where it is wrong: %j', (source, message) => {
    const attempt = () => mappingOf({ 'spec.sourcing': source });
    expect(attempt).toThrow(InputError);
    expect(attempt).toThrow(message);
  });
});
