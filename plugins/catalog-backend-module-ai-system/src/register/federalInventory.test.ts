import {
  Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  SchemaValidEntityPolicy,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { createReadStream, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { mapRegister, RegisterRow } from './mapRegister';
import { readCsv } from './readCsv';
import { readMapping } from './readMapping';

// What agencies of the US government published: 2,133 rows, Windows-1252, 62 columns of which nine have one header.
const example = resolve(__dirname, '../../../../examples/federal-inventory');
const mapping = readMapping(
  parse(readFileSync(resolve(example, 'mapping.yaml'), 'utf8')),
);

describe('The federal inventory', () => {
  let header: readonly string[];
  let rows: RegisterRow[];

  beforeAll(async () => {
    const all: RegisterRow[] = [];
    const file = resolve(example, '2024_consolidated_ai_inventory_raw_v2.csv');
    for await (const row of readCsv(createReadStream(file), {
      encoding: 'windows-1252',
      delimiter: ',',
    })) {
      all.push(row);
    }
    header = all[0].cells;
    rows = all.slice(1);
  });

  const read = (cells: ReadonlyArray<readonly string[]>) =>
    mapRegister(
      header,
      cells.map((row, index) => ({ line: index + 2, cells: row })),
      mapping,
    );
  const systems = (cells: ReadonlyArray<readonly string[]>) =>
    new Map(
      read(cells)
        .entities.filter((entity: Entity) => entity.kind === 'AISystem')
        .map(entity => [stringifyEntityRef(entity), JSON.stringify(entity)]),
    );

  it('takes or refuses every row', () => {
    const result = read(rows.map(row => row.cells));
    expect(result.rows).toBe(2133);
    expect(result.taken + result.refused).toBe(2133);
    // counted with Python: seven rows repeat agency, bureau, name and purpose of another
    expect(result.refused).toBe(7);
    // 32 that are too long or have an unknown stage, and two whose commercial product is not on the list
    expect(result.doubtful).toBe(34);
    expect(result.groups).toBe(378);
  });

  it('says where the AI comes from as far as the agencies do', () => {
    const { entities } = read(rows.map(row => row.cells));
    const counts: Record<string, number> = {};
    for (const { kind, spec } of entities) {
      if (kind !== 'AISystem') continue;
      const sourcing = String(spec?.sourcing ?? 'not stated');
      counts[sourcing] = (counts[sourcing] ?? 0) + 1;
      expect(spec).not.toHaveProperty('vendor');
    }
    // counted with Python; who developed it goes before the list of commercial products
    expect(counts).toEqual({
      'in-house': 448,
      vendor: 485,
      'vendor-feature': 348,
      'not stated': 845,
    });
  });

  it('makes no bureau of what says that there is none', () => {
    const { entities } = read(rows.map(row => row.cells));
    const titles = entities.flatMap(entity =>
      entity.kind === 'Group' ? entity.metadata.title ?? [] : [],
    );
    expect(titles).not.toContain('N/A');
    // its four rows say "N/A"
    expect(
      entities.filter(({ spec }) => spec?.owner === 'group:default/ustda'),
    ).toHaveLength(4);
  });

  it('makes nothing that the catalog refuses', async () => {
    const policy = EntityPolicies.allOf([
      new SchemaValidEntityPolicy(),
      new FieldFormatEntityPolicy(),
    ]);
    const { entities } = read(rows.map(row => row.cells));
    for (const entity of entities) await policy.enforce(entity);
    const refs = new Set(entities.map(stringifyEntityRef));
    expect(refs.size).toBe(entities.length);
    // every owner and every parent is there
    const above = entities.flatMap(
      ({ spec }) => spec?.owner ?? spec?.parent ?? [],
    );
    expect(above.filter(ref => !refs.has(String(ref)))).toEqual([]);
  });

  it('knows the line of each row', () => {
    // counted with Python's csv reader
    expect([rows[0], rows[1000], rows[2132]].map(row => row.line)).toEqual([
      2, 2472, 4652,
    ]);
  });

  it('changes exactly the AI systems of 20 new, 20 removed and 30 changed rows, with 50 moved', () => {
    const before = rows.map(row => row.cells);
    const stage = header.indexOf('Stage of Development');
    const known = systems(before);
    const repeated = new Set(
      read(before)
        .issues.filter(issue => issue.outcome === 'refused')
        .map(issue => before[issue.line - 2][0].trim()),
    );
    const plain = before.filter(cells => !repeated.has(cells[0].trim()));
    const removed = new Set(plain.slice(100, 120));
    const changed = new Set(plain.slice(500, 530));
    const moved = new Set(plain.slice(900, 950));
    const change = (cells: readonly string[]) =>
      cells.map((cell, index) => {
        if (index !== stage) return cell;
        return cell === 'Retired' ? 'Initiated' : 'Retired';
      });
    const added = plain
      .slice(1500, 1520)
      .map(cells => [`${cells[0]} again`, ...cells.slice(1)]);
    const after = [
      ...moved,
      ...before
        .filter(cells => !removed.has(cells) && !moved.has(cells))
        .map(cells => (changed.has(cells) ? change(cells) : cells)),
      ...added,
    ];

    const now = systems(after);
    const differing = [...new Set([...known.keys(), ...now.keys()])].filter(
      ref => known.get(ref) !== now.get(ref),
    );
    expect(differing.sort()).toEqual(
      [...removed, ...changed, ...added]
        .flatMap(cells => [...systems([cells]).keys()])
        .sort(),
    );
    expect(differing).toHaveLength(70);
  });
});
