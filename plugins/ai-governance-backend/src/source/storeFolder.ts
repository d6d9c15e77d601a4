import { InputError } from '@backstage/errors';
import {
  canonicalJson,
  checkRecordReferences,
  Instant,
  RecordType,
  sha256,
  sourceAuthor,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { batches } from '../database/batches';
import { Clock } from '../database/clock';
import { lockHead } from '../ledger/chain';
import { Ledger, Revision } from '../ledger/Ledger';
import { recordStates, revisionState } from '../ledger/recordStates';
import { SourceFolder } from './locationOf';
import { FolderContent } from './readFolder';
import { FileOutcome, StatedRecord } from './readRecordFile';
import { putReading, readingOf, SourceRow, sourceRows } from './sourceRow';
import { FileProblem, wholeFile } from './yamlText';

interface Storing {
  ledger: Ledger;
  clock: Clock;
}

/** What one reading of a folder found. */
export interface FolderReading {
  folder: SourceFolder;
  /** By the database's clock, before anything was read. */
  begunAt: Instant;
  etag: string | null;
  /** What is there besides the files that may be records. */
  ignored: FolderContent['ignored'];
  outcomes: readonly FileOutcome[];
}

/** What the file says now. */
interface Taken {
  recordId: string | null;
  revision: number | null;
  problems: FileProblem[];
}

const hashOf = (data: unknown) => {
  try {
    return sha256(canonicalJson(data));
  } catch {
    // a text that cannot be stored: the ledger says which
    return undefined;
  }
};

/** What a file is about; of an entry whose id cannot be read, what it was about before. */
function placeOf(
  outcome: Exclude<FileOutcome, { kind: 'ignored' }>,
  rows: readonly SourceRow[],
): { type: string; entryId: string } | undefined {
  const { type, entryId, path } = outcome;
  if (entryId !== undefined) return { type: type.type, entryId };
  const row = rows.find(
    r => r.path === path && r.type === type.type && r.gone_at === null,
  );
  return row && { type: row.type, entryId: row.entry_id };
}

const sentencesOf = (problems: readonly FileProblem[]) =>
  problems
    .map(({ path, message }) => (path ? `${path}: ${message}` : message))
    .join('; ');

/**
 * Takes over what was read of a folder, under the lock of the stream: a revision of each record that is not as its file says, and which
 * file each comes from. Of several backends that read the same the first writes it; what began before a reading that is stored already
 * changes nothing.
 *
 * @returns how many revisions it wrote
 */
export async function storeFolder(
  tx: Knex.Transaction,
  { ledger, clock }: Storing,
  streamId: string,
  { folder, begunAt, etag, outcomes, ...reading }: FolderReading,
): Promise<number> {
  const { now } = await lockHead(tx, clock, streamId);
  const before = await readingOf(tx, streamId);
  if (before && before.begun_at > begunAt) return 0;
  const rows = await sourceRows(tx, streamId);
  const held = (await ledger.latest([streamId], {}, tx)).get(streamId) ?? [];
  const ignored = [...reading.ignored];
  const present = new Map<string, SourceRow>();
  let written = 0;
  let whole = true;

  /** A reason counts once: left in the file for the next change, it would make that one routine unseen. */
  async function materialityOf(
    { materiality, materialityReason }: StatedRecord,
    head: Revision | undefined,
  ): Promise<Pick<StatedRecord, 'materiality' | 'materialityReason'>> {
    if (materiality === 'material' || !head) {
      return { materiality, materialityReason };
    }
    const revisions = await ledger.revisions(head.recordId, tx);
    return revisions.some(r => r.materialityReason === materialityReason)
      ? { materiality: 'material' }
      : { materiality, materialityReason };
  }

  async function take(
    path: string,
    type: RecordType,
    stated: StatedRecord,
    row: SourceRow | undefined,
    head: Revision | undefined,
  ): Promise<Taken> {
    const { data } = stated;
    if (head && head.dataHash === hashOf(data)) {
      return {
        recordId: head.recordId,
        revision: row?.revision ?? null,
        problems: [],
      };
    }
    try {
      checkRecordReferences(
        type,
        data,
        head && revisionState(head).data,
        recordStates(held),
      );
      const revision = await ledger.append(
        streamId,
        {
          type: type.type,
          data,
          author: sourceAuthor(folder.location),
          recordId: type.shape === 'entry' ? head?.recordId : undefined,
          baseRevision: head?.revision,
          effectiveAt: stated.effectiveAt,
          ...(await materialityOf(stated, head)),
        },
        tx,
      );
      await tx('revision_sources').insert({
        record_id: revision.recordId,
        revision: revision.revision,
        location: folder.location,
        path,
        etag,
      });
      written += 1;
      return {
        recordId: revision.recordId,
        revision: revision.revision,
        problems: [],
      };
    } catch (error) {
      // refused by a rule that needs no database, so the transaction goes on
      if (!(error instanceof InputError)) throw error;
      return {
        recordId: head?.recordId ?? null,
        revision: row?.revision ?? null,
        problems: [wholeFile(error.message)],
      };
    }
  }

  for (const outcome of outcomes) {
    if (outcome.kind === 'ignored') {
      ignored.push({ path: outcome.path, reason: outcome.reason });
      continue;
    }
    const place = placeOf(outcome, rows);
    if (!place) {
      // a new entry whose id cannot be read
      ignored.push({
        path: outcome.path,
        reason: sentencesOf(outcome.kind === 'broken' ? outcome.problems : []),
      });
      whole = false;
      continue;
    }
    const row = rows.find(
      r => r.type === place.type && r.entry_id === place.entryId,
    );
    const head = held.find(r =>
      place.entryId ? r.recordId === row?.record_id : r.type === place.type,
    );
    const taken =
      outcome.kind === 'stated'
        ? await take(outcome.path, outcome.type, outcome.stated, row, head)
        : {
            recordId: row?.record_id ?? head?.recordId ?? null,
            revision: row?.revision ?? null,
            problems: outcome.problems,
          };
    if (taken.problems.length > 0) whole = false;
    present.set(`${place.type} ${place.entryId}`, {
      stream_id: streamId,
      type: place.type,
      entry_id: place.entryId,
      record_id: taken.recordId,
      path: outcome.path,
      url: folder.editUrl(outcome.path) ?? null,
      revision: taken.revision,
      read_at: now,
      problems: JSON.stringify(taken.problems),
      gone_at: null,
    });
  }

  const gone = rows.filter(r => !present.has(`${r.type} ${r.entry_id}`));
  for (const row of gone.filter(r => r.gone_at === null)) {
    const { stream_id, type, entry_id } = row;
    const place = tx('record_sources').where({ stream_id, type, entry_id });
    // what no revision came from leaves nothing behind
    if (row.revision === null) await place.delete();
    else await place.update({ gone_at: now, problems: '[]' });
  }
  for (const batch of batches([...present.values()])) {
    await tx('record_sources')
      .insert(batch)
      .onConflict(['stream_id', 'type', 'entry_id'])
      .merge();
  }
  await putReading(tx, {
    stream_id: streamId,
    location: folder.location,
    // what is broken is read again, also when a newer version of this software knows more fields
    etag: whole ? etag : null,
    begun_at: begunAt,
    read_at: now,
    problem: null,
    ignored: JSON.stringify(ignored),
  });
  return written;
}
