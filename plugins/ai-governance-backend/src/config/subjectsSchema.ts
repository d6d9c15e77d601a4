import { z } from 'zod';

type Path = (string | number)[];
type Report = (path: Path, message: string) => void;

const isPrimitive = (value: unknown) =>
  ['string', 'number', 'boolean'].includes(typeof value);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Annotations and labels are read whole, so their names may be any. */
export const readWhole = /^metadata\.(annotations|labels)(?=\.|$)/;

const anExample =
  'must be a filter predicate, such as { kind: AISystem } or { $any: [ … ] }';

/** What an entity is asked: fields with what they must be, or `$all`, `$any`, `$not` of the like. */
function checkPredicate(value: unknown, path: Path, report: Report): void {
  if (!isObject(value)) {
    report(path, anExample);
    return;
  }
  const keys = Object.keys(value);
  if (keys.length === 0) report(path, `is empty: ${anExample}`);
  for (const key of keys) {
    const at = [...path, key];
    if (!key.startsWith('$')) {
      if (!readWhole.test(key) && /[,[\]]|^$/.test(key)) {
        report(at, 'is not a field that the catalog can be asked for');
      }
      checkValue(value[key], at, report);
    } else if (!['$all', '$any', '$not'].includes(key)) {
      report(at, 'is not known here: write a field, $all, $any or $not');
    } else if (keys.length > 1) {
      report(at, 'must stand alone: put it and the rest into $all');
    } else if (key === '$not') {
      checkPredicate(value[key], at, report);
    } else {
      checkList(value[key], at, report, checkPredicate);
    }
  }
}

/** What a field must be. */
function checkValue(value: unknown, path: Path, report: Report): void {
  if (isPrimitive(value)) return;
  const [operator, ...more] = isObject(value) ? Object.keys(value) : [];
  if (!isObject(value) || !operator || more.length > 0) {
    report(
      path,
      'must be a text, a number, true, false, or one of { $exists }, { $in }, { $contains }, { $hasPrefix }',
    );
    return;
  }
  const asked = value[operator];
  const at = [...path, operator];
  switch (operator) {
    case '$exists':
      if (typeof asked !== 'boolean') report(at, 'must be true or false');
      break;
    case '$hasPrefix':
      if (typeof asked !== 'string') report(at, 'must be a text');
      break;
    case '$in':
      checkList(asked, at, report, (item, itemAt) => {
        if (!isPrimitive(item)) {
          report(itemAt, 'must be a text, a number, true or false');
        }
      });
      break;
    case '$contains':
      if (!isPrimitive(asked)) checkPredicate(asked, at, report);
      break;
    default:
      report(
        at,
        'is not known here: write $exists, $in, $contains or $hasPrefix',
      );
  }
}

function checkList(
  value: unknown,
  path: Path,
  report: Report,
  check: (item: unknown, path: Path, report: Report) => void,
) {
  if (!Array.isArray(value) || value.length === 0) {
    report(path, 'must be a list with something in it');
    return;
  }
  value.forEach((item, i) => check(item, [...path, i], report));
}

/**
 * A filter predicate about entities. Stricter than `parseFilterPredicate`, which names no path and lets pass what can match no entity
 * or would match every one.
 */
export const subjectsSchema = z.unknown().superRefine((value, ctx) => {
  checkPredicate(value, [], (path, message) =>
    ctx.addIssue({ code: 'custom', path, message }),
  );
});

/** The fields of an entity that a predicate asks for, each once. */
export function fieldsAskedBy(predicate: unknown): string[] {
  if (!isObject(predicate)) return [];
  const fields = Object.entries(predicate).flatMap(([key, value]) => {
    if (key === '$not') return fieldsAskedBy(value);
    if (key.startsWith('$')) return (value as unknown[]).flatMap(fieldsAskedBy);
    return [readWhole.exec(key)?.[0] ?? key];
  });
  return [...new Set(fields)];
}
