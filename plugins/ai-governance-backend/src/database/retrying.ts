import { ConflictError } from '@backstage/errors';

// serialization failure, deadlock, unique violation of PostgreSQL, and SQLite's own words for the last
const transient = new Set([
  '40001',
  '40P01',
  '23505',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
]);

/**
 * Runs a whole transaction again when another backend came first: a deadlock, a unique constraint, a stale base revision.
 * What it does must read everything afresh each time.
 *
 * @throws what the last attempt threw
 */
export async function retrying<T>(
  attempt: () => Promise<T>,
  attempts = 5,
): Promise<T> {
  for (let left = attempts - 1; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      const lost =
        error instanceof ConflictError ||
        transient.has((error as { code?: string } | undefined)?.code ?? '');
      if (!lost || left <= 0) throw error;
    }
  }
}
