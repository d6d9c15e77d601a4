import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import {
  AI_SYSTEM_API_VERSION,
  AI_SYSTEM_KIND,
  aiSystemSpecSchema,
  ImportIssue,
} from 'backstage-plugin-ai-governance-common';
import { checkColumns, Columns, columnsOfSource } from './columns';
import { compileField, Doubt, ReadField, Value } from './compileField';
import { GroupTree } from './GroupTree';
import { IssueList } from './IssueList';
import { kindFields } from './kindFields';
import { Mapping } from './mappingSchema';
import { tagField } from './readMapping';
import {
  cleanText,
  cutName,
  cutText,
  shortHash,
  slug,
  spellingKey,
} from './text';

/** A record of the file. */
export interface RegisterRow {
  /** Line of the file on which it begins, from 1. */
  line: number;
  cells: readonly string[];
}

/** What a register says. */
export interface MappedRegister {
  /** Groups first, parents before children; then AI systems. */
  entities: Entity[];
  /** By line; at most the first 10,000. */
  issues: ImportIssue[];
  rows: number;
  /** Rows that became an AI system. */
  taken: number;
  refused: number;
  /** Rows taken of which something was not understood. */
  doubtful: number;
  groups: number;
  /** Of all issues, also those that are not kept. */
  issueCount: number;
}

export interface MapOptions {
  /** Id of the register: annotation `ai-governance/register` of every entity. */
  id?: string;
  /** Of every entity, `type:target`. Never the line: entities are not to change when rows move. */
  location?: string;
}

const ANNOTATION_REGISTER = 'ai-governance/register';

/** The row that stands for a name, so far. */
interface Taken {
  entity: Entity;
  line: number;
  doubts: number;
}

/**
 * Maps rows one by one and holds on to entities and issues only, never to a row.
 *
 * @throws InputError from the constructor when the header does not fit the mapping
 */
export class RegisterMapper {
  readonly #mapping: Mapping;
  readonly #columns: Columns;
  readonly #groups: GroupTree;
  readonly #fields: Array<{ path: readonly string[]; read: ReadField }>;
  readonly #tags: ReadField | undefined;
  readonly #annotations: Array<{ key: string; read: ReadField }>;
  readonly #identity: { name: number[]; all: number[] };
  readonly #common: Record<string, string>;
  readonly #systems = new Map<string, Taken>();
  readonly #issues = new IssueList();
  #rows = 0;
  #refused = 0;

  constructor(
    header: readonly string[],
    mapping: Mapping,
    options: MapOptions = {},
  ) {
    const columns = new Columns(header);
    checkColumns(columns, mapping);
    this.#mapping = mapping;
    this.#columns = columns;
    this.#groups = new GroupTree(mapping.groups, columns);
    this.#fields = Object.entries(mapping.fields).map(([name, source]) => {
      const field = kindFields.get(name)!;
      return { path: field.path, read: compileField(field, source, columns) };
    });
    this.#tags = mapping.tags && compileField(tagField, mapping.tags, columns);
    const { prefix, columns: kept = {} } = mapping.annotations ?? {};
    this.#annotations = Object.entries(kept).map(([name, source]) => ({
      key: `${prefix}/${name}`,
      read: compileField(
        { ...kindFields.get('description')!, maxLength: source.maxLength },
        source,
        columns,
      ),
    }));
    const name = mapping.name.columns.map(column => columns.indexOf(column));
    const others = mapping.name.distinguishedBy.map(c => columns.indexOf(c));
    this.#identity = { name, all: [...new Set([...name, ...others])] };
    const { id, location } = options;
    this.#common = {
      ...(location && {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      }),
      ...(id && { [ANNOTATION_REGISTER]: id }),
    };
  }

  add(row: RegisterRow): void {
    this.#rows++;
    const doubts: Array<[index: number, reason: string]> = [];
    const doubt: Doubt = (index, reason) => {
      if (!doubts.some(([i, r]) => i === index && r === reason)) {
        doubts.push([index, reason]);
      }
    };
    const refused = this.#take(row, doubt);
    if (refused) {
      this.#refuse(row.line, refused.reason, refused.column);
      return;
    }
    for (const [index, reason] of doubts) {
      this.#issues.add({
        line: row.line,
        outcome: 'doubtful',
        column: this.#columns.nameOf(index),
        reason,
      });
    }
  }

  result(): MappedRegister {
    const systems = [...this.#systems.values()];
    const { namespace } = this.#mapping;
    const groups = this.#groups.entities(namespace, this.#common);
    return {
      entities: [...groups, ...systems.map(system => system.entity)],
      issues: this.#issues.byLine(),
      rows: this.#rows,
      taken: systems.length,
      refused: this.#refused,
      doubtful: systems.filter(system => system.doubts > 0).length,
      groups: groups.length,
      issueCount: this.#issues.count,
    };
  }

  /** Takes the row, or says why not. */
  #take(
    { line, cells }: RegisterRow,
    tell: Doubt,
  ): { reason: string; column?: number } | undefined {
    const surplus = cells.slice(this.#columns.count);
    // spreadsheets leave delimiters behind the last column
    if (cells.length < this.#columns.count || surplus.some(cleanText)) {
      return {
        reason: `has ${cells.length} cells where the header has ${
          this.#columns.count
        }`,
      };
    }
    let doubts = 0;
    const doubt: Doubt = (index, reason) => {
      doubts++;
      tell(index, reason);
    };
    const nameText = this.#identity.name.map(i => cleanText(cells[i]));
    if (!nameText.some(Boolean)) {
      return { reason: 'has no name', column: this.#identity.name[0] };
    }
    const path = this.#groups.pathOf(cells, doubt);
    const { spec, metadata, columnOf } = this.#read(cells, doubt);
    if (path.owner && spec.owner === undefined) {
      spec.owner = `group:${this.#mapping.namespace}/${path.owner}`;
    }
    const wrong = this.#fit(spec, doubt, columnOf);
    if (wrong) return wrong;

    const name = this.#nameOf(cells, nameText);
    const system: Taken = {
      entity: this.#entity(name, metadata, spec, cells, doubt),
      line,
      doubts,
    };
    system.doubts = doubts;
    this.#groups.add(path);
    return this.#keepOne(name, system);
  }

  /** Of rows with one identity the same one is taken in whatever order they come. */
  #keepOne(name: string, system: Taken): { reason: string } | undefined {
    const other = this.#systems.get(name);
    if (!other) {
      this.#systems.set(name, system);
      return undefined;
    }
    const why = (line: number) =>
      `is the same AI system as line ${line} by ${this.#identity.all
        .map(index => this.#columns.nameOf(index))
        .join(', ')}; that one was taken`;
    // not by order: by what would stand in the catalog
    const [mine, theirs] = [system, other].map(e => JSON.stringify(e.entity));
    if (mine >= theirs) return { reason: why(other.line) };
    this.#systems.set(name, system);
    this.#refuse(other.line, why(system.line));
    return undefined;
  }

  #refuse(line: number, reason: string, column?: number) {
    this.#refused++;
    this.#issues.add({
      line,
      outcome: 'refused',
      column: column === undefined ? null : this.#columns.nameOf(column),
      reason,
    });
  }

  #read(cells: readonly string[], doubt: Doubt) {
    const metadata: Record<string, Value> = {};
    const spec: Record<string, any> = {};
    const columnOf = new Map<string, number>();
    for (const { path, read } of this.#fields) {
      const noted: Doubt = (index, reason) => {
        columnOf.set(path[1], index);
        doubt(index, reason);
      };
      const value = read(cells, noted);
      if (value === undefined) continue;
      if (path[0] === 'metadata') {
        metadata[path[1]] = value;
        continue;
      }
      let place = spec;
      for (const key of path.slice(1, -1)) place = place[key] ??= {};
      place[path.at(-1)!] = value;
    }
    return { metadata, spec, columnOf };
  }

  /** Leaves out what the kind would refuse as a whole, such as the product of a vendor without a name; or says why the row cannot be. */
  #fit(
    spec: Record<string, any>,
    doubt: Doubt,
    columnOf: Map<string, number>,
  ): { reason: string; column?: number } | undefined {
    const parsed = aiSystemSpecSchema.safeParse(spec);
    for (const issue of parsed.error?.issues ?? []) {
      const field = String(issue.path[0]);
      const column = columnOf.get(field) ?? this.#columnsOf(field)[0];
      const path = ['spec', ...issue.path].join('.');
      const reason = `${path} ${
        issue.code === 'invalid_type' ? 'is not stated' : issue.message
      }`;
      if (['type', 'lifecycle', 'owner'].includes(field)) {
        return { reason, column };
      }
      if (field in spec) {
        delete spec[field];
        doubt(column, `${reason}; spec.${field} is left out`);
      }
    }
    return undefined;
  }

  /** The columns that a field is read from, by the first word of its path below `spec`. */
  #columnsOf(field: string): number[] {
    if (field === 'owner' && !this.#mapping.fields['spec.owner']) {
      const level = this.#mapping.groups?.levels[0];
      return level ? [this.#columns.indexOf(level.column)] : [];
    }
    return Object.entries(this.#mapping.fields).flatMap(([name, source]) =>
      name.split('.')[1] === field
        ? columnsOfSource(source).map(column => this.#columns.indexOf(column))
        : [],
    );
  }

  #nameOf(cells: readonly string[], nameText: string[]): string {
    const hash = shortHash(this.#identity.all.map(i => spellingKey(cells[i])));
    const readable = cutName(slug(nameText.join(' ')), 54);
    return readable ? `${readable}-${hash}` : hash;
  }

  #entity(
    name: string,
    metadata: Record<string, Value>,
    spec: Record<string, any>,
    cells: readonly string[],
    doubt: Doubt,
  ): Entity {
    const annotations = { ...this.#common };
    for (const { key, read } of this.#annotations) {
      const value = read(cells, doubt);
      if (value !== undefined) annotations[key] = String(value);
    }
    const tags = [this.#tags?.(cells, doubt) ?? []]
      .flat()
      .map(tag => cutName(slug(cutText(String(tag), 200))))
      .filter(Boolean);
    return {
      apiVersion: AI_SYSTEM_API_VERSION,
      kind: AI_SYSTEM_KIND,
      metadata: {
        namespace: this.#mapping.namespace,
        name,
        ...metadata,
        annotations,
        ...(tags.length > 0 && { tags: [...new Set(tags)] }),
      },
      spec,
    };
  }
}

/**
 * Maps the rows of a register.
 *
 * @param header - The first record of the file
 * @throws InputError when the header does not fit the mapping; never because of a row
 */
export function mapRegister(
  header: readonly string[],
  rows: Iterable<RegisterRow>,
  mapping: Mapping,
  options?: MapOptions,
): MappedRegister {
  const mapper = new RegisterMapper(header, mapping, options);
  for (const row of rows) mapper.add(row);
  return mapper.result();
}
