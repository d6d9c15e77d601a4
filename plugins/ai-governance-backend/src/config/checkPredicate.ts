type Path = (string | number)[];

/** What a predicate may ask for. */
export interface Asking {
  /** Of a predicate, to read after "such as". */
  example: string;
  /** What is wrong with the name of a field; undefined: nothing. */
  field: (key: string) => string | undefined;
  /** What the elements of a list may be asked for, where that is something else. */
  within?: Asking;
  report: (path: Path, message: string) => void;
}

const isPrimitive = (value: unknown) =>
  ['string', 'number', 'boolean'].includes(typeof value);

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Says of every place of a filter predicate what is wrong there: what is asked are fields with what they must be, or `$all`, `$any`, `$not` of the
 * like. Stricter than `parseFilterPredicate`, which names no path and lets pass what can match nothing or would match everything.
 */
export function checkPredicate(
  value: unknown,
  path: Path,
  asking: Asking,
): void {
  const { example, field, report } = asking;
  const anExample = `must be a filter predicate, such as ${example}`;
  if (!isObject(value)) {
    report(path, anExample);
    return;
  }
  const keys = Object.keys(value);
  if (keys.length === 0) report(path, `is empty: ${anExample}`);
  for (const key of keys) {
    const at = [...path, key];
    if (!key.startsWith('$')) {
      const wrong = key === '' ? 'must name a field' : field(key);
      if (wrong) report(at, wrong);
      checkValue(value[key], at, asking);
    } else if (!['$all', '$any', '$not'].includes(key)) {
      report(at, 'is not known here: write a field, $all, $any or $not');
    } else if (keys.length > 1) {
      report(at, 'must stand alone: put it and the rest into $all');
    } else if (key === '$not') {
      checkPredicate(value[key], at, asking);
    } else {
      checkList(value[key], at, asking, checkPredicate);
    }
  }
}

/** What a field must be. */
function checkValue(value: unknown, path: Path, asking: Asking): void {
  const { report, within = asking } = asking;
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
      checkList(asked, at, asking, (item, itemAt) => {
        if (!isPrimitive(item)) {
          report(itemAt, 'must be a text, a number, true or false');
        }
      });
      break;
    case '$contains':
      if (!isPrimitive(asked)) checkPredicate(asked, at, within);
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
  asking: Asking,
  check: (item: unknown, path: Path, asking: Asking) => void,
) {
  if (!Array.isArray(value) || value.length === 0) {
    asking.report(path, 'must be a list with something in it');
    return;
  }
  value.forEach((item, i) => check(item, [...path, i], asking));
}
