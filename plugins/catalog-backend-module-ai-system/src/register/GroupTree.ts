import { Entity } from '@backstage/catalog-model';
import { Columns } from './columns';
import { Doubt } from './compileField';
import { Mapping } from './mappingSchema';
import {
  cleanText,
  cutName,
  cutText,
  distinctSlug,
  shortHash,
  spellingKey,
} from './text';

/** Where a row stands in the tree. */
export interface GroupPath {
  /** From the top. */
  nodes: Node[];
  /** Name of the deepest group; undefined: the row names none. */
  owner: string | undefined;
}

interface Node {
  name: string;
  title: string;
  type: string;
  parent: string | undefined;
}

/** The groups that the rows name, each once. */
export class GroupTree {
  readonly #nodes = new Map<string, Node>();
  readonly #levels: Array<{
    title: number;
    name: number;
    type: string;
    absent: ReadonlySet<string>;
  }>;
  readonly #root: string | undefined;

  constructor(groups: Mapping['groups'], columns: Columns) {
    this.#levels = (groups?.levels ?? []).map(level => ({
      title: columns.indexOf(level.column),
      name: columns.indexOf(level.name ?? level.column),
      type: level.type,
      absent: new Set((level.absent ?? []).map(spellingKey)),
    }));
    if (groups?.root) {
      const { name, title, type } = groups.root;
      this.#root = name;
      this.#nodes.set(name, {
        name,
        title: title ?? name,
        type,
        parent: undefined,
      });
    }
  }

  /** The path of a row without taking its groups: a row may still be refused. */
  pathOf(cells: readonly string[], doubt: Doubt): GroupPath {
    const nodes: Node[] = [];
    let owner: string | undefined;
    let slugs = '';
    for (const [depth, level] of this.#levels.entries()) {
      const title = said(cells[level.title], level.absent);
      const named = said(cells[level.name], level.absent) || title;
      if (!title) {
        this.#doubtBelow(depth, cells, doubt);
        break;
      }
      // a dot is in no slug, so paths cannot run together
      slugs = [slugs, distinctSlug(named)].filter(Boolean).join('.');
      const name = fitName(slugs);
      if (name === this.#root) {
        // the first level names the root itself: what stands below hangs under it
        slugs = '';
      } else {
        const parent = nodes.at(-1)?.name ?? this.#root;
        nodes.push({
          name,
          title: cutText(title, 200),
          type: level.type,
          parent,
        });
      }
      owner = name;
    }
    return { nodes, owner };
  }

  /** Spellings of one group may differ: the smallest is its title, whatever the order of the rows. */
  add(path: GroupPath): void {
    for (const node of path.nodes) {
      const known = this.#nodes.get(node.name);
      if (!known) this.#nodes.set(node.name, node);
      else if (node.title < known.title) {
        known.title = node.title;
      }
    }
  }

  get size(): number {
    return this.#nodes.size;
  }

  entities(namespace: string, annotations: Record<string, string>): Entity[] {
    return [...this.#nodes.values()].map(node => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: {
        namespace,
        name: node.name,
        title: node.title,
        annotations: { ...annotations },
      },
      spec: {
        type: node.type,
        profile: { displayName: node.title },
        ...(node.parent && { parent: `group:${namespace}/${node.parent}` }),
        children: [],
      },
    }));
  }

  #doubtBelow(depth: number, cells: readonly string[], doubt: Doubt) {
    for (const below of this.#levels.slice(depth + 1)) {
      if (said(cells[below.title], below.absent)) {
        doubt(below.title, 'stands below a blank level and is left out');
      }
    }
  }
}

/** Blank when the cell says no more than a blank one. */
function said(cell: string, absent: ReadonlySet<string>): string {
  const text = cleanText(cell);
  return absent.has(spellingKey(text)) ? '' : text;
}

/** A path that is too long ends in a hash of the whole of it. */
function fitName(path: string): string {
  return path.length <= 63 ? path : `${cutName(path, 54)}-${shortHash([path])}`;
}
