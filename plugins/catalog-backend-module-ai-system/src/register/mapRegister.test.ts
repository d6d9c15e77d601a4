import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { mapRegister, RegisterRow } from './mapRegister';
import { MappingInput } from './mappingSchema';
import { readMapping } from './readMapping';

const mapping = readMapping(
  parse(readFileSync(resolve(__dirname, '__fixtures__/mapping.yaml'), 'utf8')),
);

const header = [
  'System',
  'Department',
  'Abbreviation',
  'Unit',
  'Purpose ',
  'Stage',
  'Impact',
  'Built by',
  'Personal data?',
  'If other, explain',
  'If other, explain',
  'Vendor',
  'Product',
  'Topic',
  'If other, explain',
  'Approved',
];
const names = header.map((text, i) => (i === 10 ? 'Variables' : text.trim()));
names[14] = 'Contract';

/** A row from what differs from an ordinary one. */
function row(line: number, cells: Record<string, string> = {}): RegisterRow {
  const ordinary: Record<string, string> = {
    System: 'Pothole finder',
    Department: 'Department of Works',
    Abbreviation: 'DoW',
    Unit: 'Roads',
    Purpose: 'Finds potholes in pictures.',
    Stage: 'In production',
    ...cells,
  };
  return { line, cells: names.map(name => ordinary[name] ?? '') };
}

const mapped = (...rows: RegisterRow[]) => mapRegister(header, rows, mapping);
const systems = (...rows: RegisterRow[]) =>
  mapped(...rows).entities.filter(entity => entity.kind === 'AISystem');
const only = (cells: Record<string, string>) => {
  const { entities, issues } = mapped(row(2, cells));
  return { entity: entities.find(e => e.kind === 'AISystem')!, issues };
};

describe('mapRegister', () => {
  it('makes an AI system of a row, owned by the deepest group', () => {
    expect(systems(row(2))).toEqual([
      {
        apiVersion: 'ai-governance/v1alpha1',
        kind: 'AISystem',
        metadata: {
          namespace: 'default',
          name: expect.stringMatching(
            /^dow-pothole-finder-[0-9a-hjkmnp-tv-z]{8}$/,
          ),
          title: 'Pothole finder',
          description: 'Finds potholes in pictures.',
          annotations: {},
        },
        spec: {
          type: 'use-case',
          lifecycle: 'production',
          purpose: 'Finds potholes in pictures.',
          owner: 'group:default/dow.roads',
        },
      },
    ]);
  });

  it('makes a tree of the groups, each once, under the root', () => {
    const { entities, groups } = mapped(
      row(2),
      row(3, { System: 'Bridges', Unit: 'roads' }),
      row(4, { System: 'Rosters', Unit: '' }),
    );
    expect(groups).toBe(3);
    expect(
      entities
        .filter(entity => entity.kind === 'Group')
        .map(({ metadata, spec }) => [
          metadata.name,
          metadata.title,
          spec?.type,
          spec?.parent,
        ]),
    ).toEqual([
      ['council', 'The council', 'organization', undefined],
      ['dow', 'Department of Works', 'department', 'group:default/council'],
      ['dow.roads', 'Roads', 'unit', 'group:default/dow'],
    ]);
    expect(
      entities
        .filter(entity => entity.kind === 'AISystem')
        .map(entity => entity.spec?.owner),
    ).toEqual([
      'group:default/dow.roads',
      'group:default/dow.roads',
      'group:default/dow',
    ]);
  });

  it('keeps groups apart that only look alike', () => {
    const { entities } = mapped(
      row(2, { Abbreviation: 'A', Unit: 'B C' }),
      row(3, { Abbreviation: 'A B', Unit: 'C' }),
      row(4, { Abbreviation: 'Å', Unit: '土木' }),
      row(5, { Abbreviation: 'Å', Unit: '建設' }),
    );
    const groupNames = entities
      .filter(entity => entity.kind === 'Group')
      .map(entity => entity.metadata.name);
    // Å is the A of its own people: the same slug is the same group
    expect(groupNames).toEqual([
      'council',
      'a',
      'a.b-c',
      'a-b',
      'a-b.c',
      expect.stringMatching(/^a\.[0-9a-z]{8}$/),
      expect.stringMatching(/^a\.[0-9a-z]{8}$/),
    ]);
    expect(new Set(groupNames).size).toBe(groupNames.length);
  });

  it('refuses a row that names no group, and says which column', () => {
    const { issues, refused, taken } = mapped(
      row(2, { Department: ' ', Abbreviation: '' }),
      row(3),
    );
    expect([refused, taken]).toEqual([1, 1]);
    expect(issues).toEqual([
      {
        line: 2,
        outcome: 'refused',
        column: 'Department (2)',
        reason: 'spec.owner is not stated',
      },
    ]);
  });

  it('leaves blank fields absent, without a word', () => {
    const { entity, issues } = only({ Impact: '', Vendor: ' \n', Stage: '' });
    expect(entity.spec).not.toHaveProperty('affects');
    expect(entity.spec).not.toHaveProperty('vendor');
    expect(entity.spec?.lifecycle).toBe('not-stated');
    expect(issues).toEqual([]);
  });

  it('reads several spellings as one value, without regard to case and white space', () => {
    const { entity, issues } = only({
      Stage: '  operation AND\n maintenance ',
      Impact: 'BOTH\n',
      'Built by': 'n/a',
    });
    expect(entity.spec?.lifecycle).toBe('production');
    expect(entity.spec?.affects).toEqual({
      influences: ['eligibility', 'safety'],
    });
    expect(issues).toEqual([]);
  });

  it('never guesses: an unlisted spelling stays absent and is doubtful', () => {
    const { entity, issues } = only({ Impact: 'Rights', Stage: 'Live' });
    expect(entity.spec).not.toHaveProperty('affects');
    expect(entity.spec?.lifecycle).toBe('not-stated');
    expect(issues).toEqual([
      {
        line: 2,
        outcome: 'doubtful',
        column: 'Stage (6)',
        reason: '"Live" is in no list of spellings',
      },
      {
        line: 2,
        outcome: 'doubtful',
        column: 'Impact (7)',
        reason: '"Rights" is in no list of spellings',
      },
    ]);
  });

  it.each([
    ['an answer of none', { Impact: 'Neither' }, { influences: [] }],
    ['no answer', { Impact: '' }, undefined],
  ])('tells %s apart', (_, cells, affects) => {
    expect(only(cells).entity.spec?.affects).toEqual(affects);
  });

  it.each([
    [{ 'Personal data?': 'Yes', Variables: 'age; sex' }, ['personal', 'age', 'sex']], // prettier-ignore
    [{ 'Personal data?': 'No', Variables: 'age' }, ['age']],
    [{ 'Personal data?': 'No', Variables: 'None' }, []],
    [{ 'Personal data?': 'No', Variables: '' }, undefined],
  ])(
    'joins a list from columns, and knows when all say none: %j',
    (cells, categories) => {
      const data = only(cells as Record<string, string>).entity.spec
        ?.data as any;
      expect(data?.categories).toEqual(categories);
    },
  );

  it('cuts what is too long between characters, and says so', () => {
    const { entity, issues } = only({ System: `${'x'.repeat(58)}🎉🎉` });
    expect(entity.metadata.title).toBe(`${'x'.repeat(58)}…`);
    expect(issues).toEqual([
      expect.objectContaining({
        outcome: 'doubtful',
        column: 'System (1)',
        reason: 'cut from 62 characters to 60',
      }),
    ]);
  });

  it('leaves out what the kind would refuse as a whole', () => {
    const { entity, issues } = only({ Product: 'Seer' });
    expect(entity.spec).not.toHaveProperty('vendor');
    expect(issues).toEqual([
      expect.objectContaining({
        outcome: 'doubtful',
        column: 'Vendor (12)',
        reason: 'spec.vendor.name is not stated; spec.vendor is left out',
      }),
    ]);
  });

  it('keeps columns as annotations and tags', () => {
    const { entity } = only({
      Contract: 'A-1\r\n B-2',
      Approved: 'N/A',
      Topic: 'Roads & bridges, Pictures,, ',
    });
    expect(entity.metadata.annotations).toEqual({
      'register.council.example/contract': 'A-1 B-2',
    });
    expect(entity.metadata.tags).toEqual(['roads-bridges', 'pictures']);
  });

  it('refuses a row with too few cells and goes on', () => {
    const { issues, rows, taken } = mapped(
      { line: 2, cells: ['Pothole finder', 'x'] },
      row(7),
    );
    expect([rows, taken]).toEqual([2, 1]);
    expect(issues).toEqual([
      {
        line: 2,
        outcome: 'refused',
        column: null,
        reason: 'has 2 cells where the header has 16',
      },
    ]);
  });

  it('passes over blank cells behind the last column, and refuses others', () => {
    const { cells } = row(2);
    const { taken, issues } = mapped(
      { line: 2, cells: [...cells, '', ' '] },
      { line: 3, cells: [...cells, '', 'x'] },
    );
    expect(taken).toBe(1);
    expect(issues).toEqual([
      expect.objectContaining({
        line: 3,
        outcome: 'refused',
        reason: 'has 18 cells where the header has 16',
      }),
    ]);
  });

  it('tells rows of one name apart by their identity, and takes one of equal identity', () => {
    const same = row(3, { Stage: 'Retired' });
    const { entities, issues, refused } = mapped(
      row(2),
      same,
      row(4, { Purpose: 'Finds potholes by ear.' }),
    );
    const found = entities.filter(entity => entity.kind === 'AISystem');
    expect(new Set(found.map(entity => entity.metadata.name)).size).toBe(2);
    expect(refused).toBe(1);
    expect(issues).toEqual([
      expect.objectContaining({
        outcome: 'refused',
        reason: expect.stringMatching(
          /^is the same AI system as line [23] by Abbreviation \(3\), System \(1\), Unit \(4\), Purpose \(5\); that one was taken$/,
        ),
      }),
    ]);
    const turned = mapped(
      same,
      row(4, { Purpose: 'Finds potholes by ear.' }),
      row(2),
    );
    const byName = (list: typeof found) =>
      new Map(list.map(entity => [entity.metadata.name, entity]));
    expect(byName(turned.entities)).toEqual(byName(entities));
  });

  it('makes names that the catalog takes, of whatever is there', () => {
    const name = (System: string) =>
      systems(row(2, { System, Abbreviation: '' }))[0].metadata.name;
    expect(name('非常口')).toMatch(/^[0-9a-z]{8}$/);
    expect(name(`${'Very long '.repeat(40)}`)).toMatch(/^[-a-z0-9]{40,63}$/);
    expect(name('Élan & Ünïon')).toMatch(/^elan-union-[0-9a-z]{8}$/);
  });

  it('says which columns a file has not', () => {
    expect(() =>
      mapRegister(
        header.map(h => h.replace('Built by', 'Made by').replace('Stage', 'System')), // prettier-ignore
        [],
        mapping,
      ),
    ).toThrow(
      'The header does not fit the mapping: the column "System" occurs 2 times; address one by its position: 1, 6; there is no column "Stage"; column 8 is "Made by" and not "Built by"',
    );
  });
});

describe('readMapping', () => {
  const valid: MappingInput = {
    name: { columns: ['System'] },
    fields: {
      'spec.type': { constant: 'use-case' },
      'spec.lifecycle': { column: 'Stage', otherwise: 'not-stated' },
      'spec.owner': { constant: 'group:default/a' },
    },
  };
  const path = 'catalog.providers.aiSystemRegister.council.mapping';
  const withField = (name: string, source: unknown) => ({
    ...valid,
    fields: { ...valid.fields, [name]: source },
  });

  it.each([
    [
      'a field that the kind has not',
      withField('spec.colour', { constant: 'red' }),
      /^catalog\.providers\.aiSystemRegister\.council\.mapping\.fields\.spec\.colour: is not a field of AISystem that a register can fill; there are title, /,
    ],
    [
      'an object',
      withField('spec.data', { constant: 'red' }),
      /fields\.spec\.data: is not a field/,
    ],
    [
      'a value that the field does not take',
      withField('spec.data.classification', {
        column: 1,
        values: { secret: ['S'] },
      }),
      /mapping\.fields\.spec\.data\.classification\.values\.secret: Invalid option: expected one of "public"/,
    ],
    [
      'a spelling with two meanings',
      withField('spec.sourcing', {
        column: 1,
        values: { vendor: ['Bought'], 'in-house': ['bought '] },
      }),
      /fields\.spec\.sourcing\.values\.in-house\[0\]: "bought" already means vendor/,
    ],
    [
      'a list for one value',
      withField('spec.purpose', { list: [{ column: 1 }] }),
      /fields\.spec\.purpose\.list: the field holds one value/,
    ],
    [
      'a longer text than the field holds',
      withField('spec.vendor.name', { column: 1, maxLength: 500 }),
      /fields\.spec\.vendor\.name\.maxLength: the field holds at most 200 characters/,
    ],
    [
      'a word that is not known',
      withField('spec.purpose', { column: 1, colour: 'red' }),
      /mapping\.fields\.spec\.purpose\.colour: is not known/,
    ],
    [
      'a position from 0',
      withField('spec.purpose', { column: 0 }),
      /fields\.spec\.purpose\.column: Too small: expected number to be >=1/,
    ],
    [
      'no lifecycle',
      { ...valid, fields: { 'spec.type': { constant: 'x' } } },
      /fields\.spec\.lifecycle: must be mapped: every AISystem needs it; .*fields\.spec\.owner: must be mapped, or groups be made/,
    ],
    [
      'neither constant nor column',
      withField('spec.purpose', { colunm: 1 }),
      /fields\.spec\.purpose: must be \{ constant: … \}, \{ column: …, … \}, \{ list: \[ … \] \} or \{ first: \[ … \] \}$/,
    ],
    [
      'a list that is none',
      withField('spec.data.categories', { list: 'x' }),
      /fields\.spec\.data\.categories.*list/,
    ],
    ['nothing', undefined, /mapping: Invalid input: expected object/],
    [
      'an unknown key',
      { ...valid, colour: 'red' },
      /mapping\.colour: is not known/,
    ],
  ])('refuses %s with the path', (_, input, message) => {
    expect(() => readMapping(input, path)).toThrow(message);
  });

  it('takes what is valid', () => {
    expect(readMapping(valid)).toMatchObject({ namespace: 'default' });
  });
});
