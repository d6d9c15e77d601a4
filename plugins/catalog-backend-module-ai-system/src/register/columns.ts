import { InputError } from '@backstage/errors';
import { Column, FieldSource, Mapping } from './mappingSchema';
import { cleanText } from './text';

/** Finds the columns of a mapping in the header of a file. */
export class Columns {
  readonly #header: readonly string[];
  readonly #positions = new Map<string, number[]>();

  constructor(header: readonly string[]) {
    this.#header = header.map(cleanText);
    this.#header.forEach((text, index) => {
      this.#positions.set(text, [
        ...(this.#positions.get(text) ?? []),
        index + 1,
      ]);
    });
  }

  get count(): number {
    return this.#header.length;
  }

  /**
   * Index from 0.
   *
   * @throws InputError when the file has no such column, or several
   */
  indexOf(column: Column): number {
    if (typeof column === 'string') return this.#byHeader(cleanText(column));
    const position = typeof column === 'number' ? column : column.position;
    if (position > this.#header.length) {
      throw new InputError(
        `there is no column ${position}: the file has ${this.#header.length}`,
      );
    }
    if (typeof column !== 'number') {
      const expected = cleanText(column.header);
      const found = this.#header[position - 1];
      if (found !== expected) {
        throw new InputError(
          `column ${position} is "${found}" and not "${expected}"`,
        );
      }
    }
    return position - 1;
  }

  /** For people: header with position, because a header may occur several times. */
  nameOf(index: number): string {
    return `${this.#header[index] ?? ''} (${index + 1})`.trimStart();
  }

  #byHeader(text: string): number {
    const positions = this.#positions.get(text) ?? [];
    if (positions.length === 1) return positions[0] - 1;
    throw new InputError(
      positions.length === 0
        ? `there is no column "${text}"`
        : `the column "${text}" occurs ${
            positions.length
          } times; address one by its position: ${positions.join(', ')}`,
    );
  }
}

/**
 * Checks that a file has every column of the mapping.
 *
 * @throws InputError naming all that it has not
 */
export function checkColumns(columns: Columns, mapping: Mapping): void {
  const mistakes = new Set<string>();
  for (const column of columnsOf(mapping)) {
    try {
      columns.indexOf(column);
    } catch (error) {
      mistakes.add((error as Error).message);
    }
  }
  if (mistakes.size > 0) {
    throw new InputError(
      `The header does not fit the mapping: ${[...mistakes].join('; ')}`,
    );
  }
}

/** The columns that a field is read from. */
export function columnsOfSource(source: FieldSource): Column[] {
  if ('list' in source) return source.list.flatMap(columnsOfSource);
  if ('first' in source) return source.first.flatMap(columnsOfSource);
  return 'column' in source ? [source.column] : [];
}

function columnsOf(mapping: Mapping): Column[] {
  return [
    ...(mapping.groups?.levels ?? []).flatMap(level => [
      level.column,
      ...(level.name === undefined ? [] : [level.name]),
    ]),
    ...mapping.name.columns,
    ...mapping.name.distinguishedBy,
    ...Object.values(mapping.fields).flatMap(columnsOfSource),
    ...(mapping.tags ? columnsOfSource(mapping.tags) : []),
    ...Object.values(mapping.annotations?.columns ?? {}).map(c => c.column),
  ];
}
