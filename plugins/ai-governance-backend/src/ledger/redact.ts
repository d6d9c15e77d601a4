import { randomUUID } from 'node:crypto';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  canonicalJson,
  RecordType,
  redaction,
  validateRecord,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { chainRow, lockHead } from './chain';
import { Revision, Stream } from './Ledger';
import { selectRevisions } from './revisionRow';
import { isStorable, unstorableText } from './storableText';

/**
 * Erases the data of a revision and chains the redaction that says so.
 *
 * @returns the redaction, its stream, and the data that is gone
 * @throws NotFoundError, ConflictError, InputError as the interface says
 */
export async function redact(
  tx: Knex.Transaction,
  clock: Clock,
  types: readonly RecordType[],
  target: { recordId: string; revision: number },
  by: { author: string; reason: string },
): Promise<{ stream: Stream; revision: Revision; erased: string }> {
  const nothing = new NotFoundError(
    `There is no revision ${target.revision} of a record ${target.recordId}`,
  );
  if (!isStorable(target.recordId) || !(target.revision <= 0x7fffffff))
    throw nothing;
  const found = () =>
    selectRevisions(tx)
      .where({ 'r.record_id': target.recordId, 'r.revision': target.revision })
      .first();
  const unlocked: Revision | undefined = await found();
  if (!unlocked) throw nothing;

  const data = checkRedaction(types, unlocked, by);
  const head = await lockHead(tx, clock, unlocked.streamId);
  // Read again: another redaction may have come before the lock.
  const erased = (await found())?.data ?? null;
  if (erased === null) {
    throw new ConflictError(
      `Revision ${target.revision} of record ${target.recordId} is redacted already`,
    );
  }
  await tx('revisions')
    .where({ stream_id: unlocked.streamId, seq: unlocked.seq })
    .update({ data: null });
  const revision = await chainRow(tx, head, {
    recordId: randomUUID(),
    type: redaction.type,
    revision: 1,
    schemaVersion: redaction.schemaVersion,
    data,
    author: by.author,
    materiality: 'material',
    materialityReason: null,
    effectiveAt: head.recordedAt,
  });
  return { stream: head.stream, revision, erased };
}

/** The data of the redaction, in canonical JSON. */
function checkRedaction(
  types: readonly RecordType[],
  target: Revision,
  by: { author: string; reason: string },
): string {
  const writtenBy = types.find(t => t.type === target.type)?.writtenBy;
  if (target.type === redaction.type || writtenBy === 'system') {
    throw new InputError(
      `A ${target.type} is written by the system and cannot be redacted`,
    );
  }
  const checked = validateRecord(redaction, {
    recordId: target.recordId,
    revision: target.revision,
    reason: by.reason,
  });
  const problems = [
    ...unstorableText('author', by.author),
    ...unstorableText('reason', by.reason),
    ...(by.author.length < 1 || by.author.length > 512
      ? ['author: must have 1 to 512 characters']
      : []),
    ...(checked.ok
      ? []
      : checked.issues.map(({ path, message }) => `${path}: ${message}`)),
  ];
  if (problems.length || !checked.ok) throw new InputError(problems.join('; '));
  return canonicalJson(checked.data);
}
