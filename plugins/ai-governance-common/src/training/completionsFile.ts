import { DateTime } from 'luxon';
import { letterKey } from '../text';

// What the portal and the backend must understand alike of a file of completions: its header, its columns, its dates.

/** The columns of a file of completions; the first three must be there. */
export const completionColumns = [
  'person',
  'course',
  'completed',
  'expires',
  'provider',
] as const;
export type CompletionColumn = (typeof completionColumns)[number];
/** Which header stands over which column. */
export type CompletionColumns = Partial<Record<CompletionColumn, string>>;

/** How dates are written: ISO 8601 is understood always. */
export const completionDateFormats = {
  iso: '2026-03-31',
  'dd.mm.yyyy': '31.03.2026',
  'dd/mm/yyyy': '31/03/2026',
  'mm/dd/yyyy': '03/31/2026',
} as const;
export type CompletionDateFormat = keyof typeof completionDateFormats;

const patterns: Record<Exclude<CompletionDateFormat, 'iso'>, string> = {
  'dd.mm.yyyy': 'd.M.yyyy',
  'dd/mm/yyyy': 'd/M/yyyy',
  'mm/dd/yyyy': 'M/d/yyyy',
};

/**
 * The day that a cell names, `YYYY-MM-DD`: of an ISO date or date-time (its day in UTC), or of the declared format with or without a time after it.
 *
 * @returns undefined when it names none
 */
export function completionDay(
  cell: string,
  format: CompletionDateFormat = 'iso',
): string | undefined {
  const text = cell.trim();
  if (/^\d{4}-\d{2}-\d{2}([T ].*)?$/.test(text)) {
    const time = DateTime.fromISO(text.replace(' ', 'T'), { zone: 'utc' });
    return time.isValid ? time.toISODate() ?? undefined : undefined;
  }
  if (format === 'iso') return undefined;
  const [day] = text.split(/\s/);
  const read = DateTime.fromFormat(day, patterns[format], { zone: 'utc' });
  return read.isValid ? read.toISODate() ?? undefined : undefined;
}

const delimiters = [',', ';', '\t'] as const;
const isDelimiter = (c: string) => delimiters.some(d => d === c);

/** The first line, as it stands and without what is quoted. A quote opens where a cell begins; anywhere else it is text. */
function headerLine(csv: string): { line: string; bare: string } {
  let bare = '';
  let quoted = false;
  let begins = true;
  let i = 0;
  for (; i < csv.length; i++) {
    const c = csv[i];
    if (quoted) {
      if (c === '"' && csv[i + 1] === '"') i += 1;
      else if (c === '"') quoted = false;
    } else if (c === '\n' || c === '\r') {
      break;
    } else if (c === '"' && begins) {
      quoted = true;
      begins = false;
    } else {
      bare += c;
      begins = isDelimiter(c) || (begins && c === ' ');
    }
  }
  return { line: csv.slice(0, i), bare };
}

const withoutMark = (csv: string) => csv.replace(/^\ufeff/, '').trimStart();

/** What stands between the cells: of comma, semicolon and tab the one that the header has most of. */
export function csvDelimiter(csv: string): string {
  const { bare } = headerLine(withoutMark(csv));
  const [most] = delimiters
    .map(delimiter => ({ delimiter, n: bare.split(delimiter).length }))
    .sort((a, b) => b.n - a.n);
  return most.delimiter;
}

/** The headers of a CSV file, as they stand but for blanks around them. */
export function csvHeader(csv: string): string[] {
  const { line: text } = headerLine(withoutMark(csv));
  const delimiter = csvDelimiter(csv);
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted && c === '"' && text[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (c === '"' && (quoted || !cell.trim())) quoted = !quoted;
    else if (!quoted && c === delimiter) {
      cells.push(cell);
      cell = '';
    } else cell += c;
  }
  return [...cells, cell].map(header => header.trim());
}

/** What learning systems call these columns, from the likeliest; letters and digits only. */
const usual: Record<CompletionColumn, string[]> = {
  person: [
    'person',
    'user',
    'userref',
    'email',
    'emailaddress',
    'useremail',
    'mail',
    'employee',
    'learner',
    'username',
    'login',
    'userid',
  ],
  course: [
    'course',
    'coursename',
    'coursetitle',
    'training',
    'module',
    'title',
    'learningitem',
    'certification',
  ],
  completed: [
    'completed',
    'completedon',
    'completiondate',
    'datecompleted',
    'completedat',
    'finished',
    'date',
  ],
  expires: [
    'expires',
    'expireson',
    'expirydate',
    'expirationdate',
    'validuntil',
    'validto',
    'expiry',
    'expiration',
  ],
  provider: ['provider', 'vendor', 'supplier', 'source', 'platform'],
};

/** Which header is likely to stand over which column; a column is missing where none does. */
export function guessColumns(headers: readonly string[]): CompletionColumns {
  const taken = new Set<string>();
  const guessed: CompletionColumns = {};
  for (const column of completionColumns) {
    for (const name of usual[column]) {
      const header = headers.find(h => letterKey(h) === name && !taken.has(h));
      if (header === undefined) continue;
      guessed[column] = header;
      taken.add(header);
      break;
    }
  }
  return guessed;
}
