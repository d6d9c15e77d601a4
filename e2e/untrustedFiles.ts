import { apiAs } from './portal';

type Api = Awaited<ReturnType<typeof apiAs>>;

/** Fields that a path may have, so that every file is asked for. */
const fields: Record<string, string> = {
  ...{ kind: 'aisystem', namespace: 'default', name: 'untrusted' },
  ...{ id: 'iso-42001', number: '1', family: 'DOC', tool: 'evidently' },
};

/** Cells of a CSV file, as RFC 4180 has them. */
export const cellsOf = (csv: string): string[] =>
  [...csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r\n|$)/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
  );

/**
 * Asks for every list as CSV, and for all that is a file.
 *
 * @returns how many files there were, and what of them may do something where they are opened
 */
export async function filesWithFaults(api: Api) {
  const { paths } = await (await api.get('/openapi.json')).json();
  const faults: string[] = [];
  let files = 0;
  const look = async (path: string) => {
    const answer = await api.get(path, 'text/csv, */*;q=0.1');
    const headers = answer.headers();
    const type = headers['content-type'] ?? '';
    if (headers['x-content-type-options'] !== 'nosniff' || /html/.test(type))
      faults.push(`${path}: ${type}`);
    if (!answer.ok() || type.startsWith('application/json')) return;
    files += 1;
    const disposition = headers['content-disposition'] ?? '';
    if (!/^attachment; filename="[\w-]+\.\w+"$/.test(disposition))
      faults.push(`${path}: ${disposition}`);
    if (!type.startsWith('text/csv')) return;
    const formula = cellsOf(await answer.text()).find(cell =>
      /^[=+\-@\t\r]/.test(cell),
    );
    if (formula) faults.push(`${path}: ${formula}`);
  };
  for (const [path, { get }] of Object.entries<any>(paths)) {
    if (!get) continue;
    const filled = path.replace(
      /\{(\w+)\}/g,
      (_, field) => fields[field] ?? '1',
    );
    if (filled === '/records' || filled === '/organization/records') {
      const { items } = await (await api.get('/record-types')).json();
      for (const { type } of items) await look(`${filled}?type=${type}`);
    } else await look(filled);
  }
  return { files, faults };
}
