import {
  RecordSource,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { readingOf, sourceRows } from './sourceRow';

/** Where the documents of a subject come from; undefined when it names no folder. */
export async function readSource(
  knex: Knex,
  streamId: string,
): Promise<RecordSource | undefined> {
  const reading = await readingOf(knex, streamId);
  if (!reading) return undefined;
  const rows = await sourceRows(knex, streamId);
  return {
    location: reading.location,
    readAt: reading.read_at,
    problem: reading.problem,
    files: rows.map(row => ({
      type: row.type,
      recordId: row.record_id,
      path: row.path,
      ...(row.url !== null && { url: row.url }),
      revision: row.revision,
      readAt: row.read_at,
      problems: JSON.parse(row.problems),
      goneAt: row.gone_at,
    })),
    ignored: JSON.parse(reading.ignored),
  };
}

/** The revisions of one record, each with the file that it came from. */
export async function withSources(
  knex: Knex,
  recordId: string,
  revisions: readonly RevisionView[],
): Promise<RevisionView[]> {
  const rows: {
    revision: number;
    location: string;
    path: string;
    etag: string | null;
  }[] = revisions.length
    ? await knex('revision_sources')
        .where('record_id', recordId)
        .select('revision', 'location', 'path', 'etag')
    : [];
  const byRevision = new Map(
    rows.map(({ revision, ...source }) => [revision, source]),
  );
  return revisions.map(view => {
    const source = byRevision.get(view.revision);
    return source ? { ...view, source } : view;
  });
}
