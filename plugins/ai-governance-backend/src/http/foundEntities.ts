import { Knex } from 'knex';
import { readableEntities } from './readableEntities';
import { CallerCredentials } from './Route';

type Services = Parameters<typeof readableEntities>[0] & { knex: Knex };

/** An entity that looks like AI and is not registered, as the last whole sweep found it. */
export interface FoundRow {
  ref: string;
  title: string;
  owner: string | null;
  found_at: string;
  reason: string;
}

/** What was found, of what the caller may read in the catalog; by reference. */
export async function foundEntities(
  services: Services,
  credentials: CallerCredentials,
): Promise<FoundRow[]> {
  const rows: FoundRow[] = await services.knex('discovered');
  const readable = await readableEntities(
    services,
    credentials,
    rows.map(row => row.ref),
  );
  // sorted here: a database sorts by the rules of its language, and pages go by the code of each letter
  return rows
    .filter(row => readable.has(row.ref))
    .sort((a, b) => (a.ref < b.ref ? -1 : 1));
}
