import { validateRecord } from '../records/validate';
import { slug, spellingKey } from '../text';
import type { SheetType } from './fields';
import type { SheetProblem, SheetRow } from './readSheet';

/** What is there already: `update` takes over what the file says, `skip` leaves it as it is. */
export type MergeChoice = 'update' | 'skip';

/** A document with the rows of a file in it. */
export interface MergedDocument {
  /** Undefined when no row could be taken, or the whole is not valid. */
  after?: Record<string, unknown>;
  /** Why the whole is not valid. */
  reason?: string;
  lines: number[];
  /** By name: items of lists by what tells them apart, fields by their title. */
  added: string[];
  updated: string[];
  kept: string[];
  problems: SheetProblem[];
}

type Data = Record<string, any>;

/**
 * Puts the rows of one system into its document. Nothing is removed: what the file does not name stays, and of what it names the fields that it has
 * no column or a blank cell for. A row that does not fit is refused, the others are taken.
 *
 * @param before - the data of the latest revision; null when there is none
 */
export function mergeSheetRows(
  type: SheetType,
  before: Readonly<Data> | null,
  rows: readonly SheetRow[],
  merge: MergeChoice,
): MergedDocument {
  let document: Data = structuredClone(before ?? type.empty);
  const from: Origins = { scalars: new Map(), items: new Map() };
  const done: MergedDocument = {
    lines: [],
    added: [],
    updated: [],
    kept: [],
    problems: [],
  };
  for (const [i, row] of rows.entries()) {
    const draft = structuredClone(document);
    const step = addRow(type, draft, { before, row, merge, from });
    if ('problem' in step) {
      done.problems.push({
        line: row.line,
        column: null,
        reason: step.problem,
      });
      continue;
    }
    document = draft;
    const { line } = row;
    step.scalars.forEach(([path, said]) =>
      from.scalars.set(path, { line, said }),
    );
    step.items.forEach(key => from.items.set(key, line));
    done.lines.push(line);
    for (const kind of ['added', 'updated', 'kept'] as const) {
      for (const name of step[kind]) {
        if (!done[kind].includes(name)) done[kind].push(name);
      }
    }
    if (step.full) {
      // no further row makes the list valid again
      done.lines.push(...rows.slice(i + 1).map(later => later.line));
      break;
    }
  }
  if (done.lines.length === 0) return done;
  const checked = validateRecord(type.type, document);
  if (!checked.ok) {
    return { ...done, reason: checked.issues.map(inWords).join('; ') };
  }
  return { ...done, after: document };
}

/** The line of the file that stated something; of a single value also what it said, in JSON. */
interface Origins {
  scalars: Map<string, { line: number; said: string }>;
  items: Map<string, number>;
}

type Step =
  | { problem: string }
  | (Pick<MergedDocument, 'added' | 'updated' | 'kept'> & {
      scalars: [path: string, said: string][];
      items: string[];
      /** A list is not valid as a whole, whatever stands in it: it has too many items. */
      full?: boolean;
    });

function addRow(
  type: SheetType,
  document: Data,
  of: {
    before: Readonly<Data> | null;
    row: SheetRow;
    merge: MergeChoice;
    from: Origins;
  },
): Step {
  const { before, row, merge, from } = of;
  const step: Exclude<Step, { problem: string }> = {
    added: [],
    updated: [],
    kept: [],
    scalars: [],
    items: [],
  };
  const items = new Map<string, Map<string, unknown>>();
  for (const [path, value] of row.values) {
    const [list, within] = path.split('[].');
    if (within !== undefined) {
      items.set(list, (items.get(list) ?? new Map()).set(within, value));
      continue;
    }
    const title = type.fields.find(field => field.path === path)!.title;
    const there = valueAt(document, path);
    const said = JSON.stringify(value);
    const same = JSON.stringify(there) === said;
    const earlier = from.scalars.get(path);
    if (earlier && earlier.said !== said) {
      return { problem: `${title}: line ${earlier.line} says otherwise` };
    }
    step.scalars.push([path, said]);
    if (there === undefined) step.added.push(title);
    else if (!same && merge === 'update') step.updated.push(title);
    else if (before && valueAt(before, path) !== undefined) {
      step.kept.push(title);
      continue;
    }
    setAt(document, path, value);
  }

  for (const [list, values] of items) {
    const keys = type.keys[list];
    const missing = keys.filter(key => !values.has(key));
    if (missing.length > 0) {
      return {
        problem: `${titleOf(type, list, missing[0])}: is not stated`,
      };
    }
    const name = keys.map(key => String(values.get(key))).join(', ');
    const ownKey = keyOf(keys, k => values.get(k));
    const key = `${list} ${ownKey}`;
    const earlier = from.items.get(key);
    if (earlier !== undefined) {
      return { problem: `"${name}" is stated on line ${earlier} already` };
    }
    if (values.has('id')) {
      values.set('id', slug(String(values.get('id'))).slice(0, 40));
    }
    const there: Data[] = valueAt(document, list) ?? [];
    const index = there.findIndex(
      item =>
        keyOf(keys, k => item[k]) === ownKey ||
        (values.has('id') && item.id === values.get('id')),
    );
    step.items.push(key);
    if (index >= 0 && merge === 'skip') {
      step.kept.push(name);
      continue;
    }
    const item: Data = index >= 0 ? there[index] : {};
    const was = JSON.stringify(item);
    for (const [path, value] of values) {
      // what is there already has its id, which acceptances and evidence refer to
      if (path === 'id' && item.id) continue;
      setAt(item, path, value);
    }
    if (index < 0) setAt(document, list, [...there, item]);
    type.complete(document);
    const { problem, full } = problemsOfItem(
      type,
      document,
      list,
      index < 0 ? there.length : index,
    );
    if (problem) return { problem };
    step.full ||= full;
    if (index < 0) step.added.push(name);
    else if (JSON.stringify(item) !== was) step.updated.push(name);
    else step.kept.push(name);
  }
  type.complete(document);
  return step;
}

function keyOf(keys: readonly string[], value: (key: string) => unknown) {
  return keys.map(key => spellingKey(String(value(key) ?? ''))).join(' | ');
}

function titleOf(type: SheetType, list: string, key: string): string {
  const path = `${list}[].${key}`;
  return type.fields.find(field => field.path === path)?.title ?? key;
}

function inWords({ path, message }: { path: string; message: string }) {
  return path ? `${path}: ${message}` : message;
}

/** What the schema finds wrong with one item of a list, and whether the list as a whole is not valid. */
function problemsOfItem(
  type: SheetType,
  document: Data,
  list: string,
  index: number,
): { problem?: string; full?: boolean } {
  const checked = validateRecord(type.type, document);
  if (checked.ok) return {};
  const place = `${list}[${index}]`;
  const problem = checked.issues
    .filter(({ path }) => path.startsWith(place))
    .map(({ path, message }) =>
      inWords({ path: path.slice(place.length + 1), message }),
    )
    .join('; ');
  return {
    ...(problem && { problem }),
    full: checked.issues.some(({ path }) => path === list),
  };
}

function valueAt(data: Data, path: string): any {
  return path.split('.').reduce((at: any, key) => at?.[key], data);
}

function setAt(data: Data, path: string, value: unknown) {
  const keys = path.split('.');
  let at = data;
  for (const key of keys.slice(0, -1)) at = at[key] ??= {};
  at[keys.at(-1)!] = value;
}
