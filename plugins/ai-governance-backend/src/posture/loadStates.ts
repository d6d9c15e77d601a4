import { Knex } from 'knex';
import {
  EntityFacts,
  Profile,
  RecordState,
  SubjectState,
} from 'backstage-plugin-ai-governance-common';
import { batches } from '../database/batches';
import { referencesOf } from '../inventory/referencesOf';
import { Ledger, Revision } from '../ledger/Ledger';
import { registerInputs } from './inputs';

/** The state of a subject, or why it could not be read. */
export type LoadedState =
  | { id: string; ref: string; state: SubjectState; inputs: string[] }
  | { id: string; ref: string; error: unknown };

interface SubjectColumns {
  id: string;
  ref: string;
  profile: string;
  profile_errors: string;
}

/**
 * Everything that controls read of many subjects, in a handful of queries whatever their number, and the keys of what was read beside their own.
 * What was stored is parsed as JSON and not validated again: an old record stays what it was.
 * Subjects that are gone are left out.
 */
export async function loadStates(
  knex: Knex,
  ledger: Ledger,
  ids: readonly string[],
): Promise<LoadedState[]> {
  const rows: SubjectColumns[] = [];
  for (const batch of batches(ids, 1000)) {
    rows.push(
      ...(await knex('subjects')
        .whereIn('id', batch)
        .whereNull('gone_at')
        .orderBy('id')
        .select('id', 'ref', 'profile', 'profile_errors')),
    );
  }
  const revisions = await ledger.latest(rows.map(row => row.id));

  const profiles = new Map<string, Profile>();
  const unreadable = new Map<string, unknown>();
  for (const row of rows) {
    try {
      profiles.set(row.id, JSON.parse(row.profile));
    } catch (error) {
      unreadable.set(row.id, error);
    }
  }
  const inputs = new Map(
    [...profiles].map(([id, profile]) => [
      id,
      referencesOf(profile).map(ref => `entity:${ref}`),
    ]),
  );
  // Before what they name is read: whatever changes after the reading finds whom to mark.
  const isNew = await registerInputs(knex, inputs);
  const facts = await loadFacts(
    knex,
    [...new Set([...profiles.values()].flatMap(referencesOf))],
    { afterWriters: isNew },
  );

  return rows.map(({ id, ref, profile_errors: errors }) => {
    const profile = profiles.get(id);
    if (!profile) return { id, ref, error: unreadable.get(id) };
    try {
      return {
        id,
        ref,
        state: {
          ref,
          profile,
          profileErrors: JSON.parse(errors),
          entities: Object.fromEntries(
            referencesOf(profile).flatMap(referred => {
              const found = facts.get(referred);
              return found ? [[referred, found]] : [];
            }),
          ),
          records: recordsOf(revisions.get(id) ?? []),
        },
        inputs: inputs.get(id)!,
      };
    } catch (error) {
      return { id, ref, error };
    }
  });
}

/** `afterWriters`: waits for whoever is changing them; a writer that marked before the inputs were registered has then committed. */
async function loadFacts(
  knex: Knex,
  refs: readonly string[],
  options: { afterWriters: boolean },
) {
  const facts = new Map<string, EntityFacts>();
  for (const batch of batches(refs, 1000)) {
    const query = knex('entity_facts')
      .whereIn('ref', batch)
      .select('ref', 'present', 'members');
    const rows = await (options.afterWriters ? query.forShare() : query);
    for (const { ref, present, members } of rows) {
      facts.set(ref, {
        present: Boolean(present),
        members: members ?? undefined,
      });
    }
  }
  return facts;
}

/** Latest revisions by type. A redacted one says nothing any more, so it is left out. */
function recordsOf(revisions: readonly Revision[]): SubjectState['records'] {
  const records: Record<string, RecordState[]> = {};
  for (const revision of revisions) {
    if (revision.data === null) continue;
    const { type } = revision;
    records[type] ??= [];
    records[type].push({
      type,
      recordId: revision.recordId,
      revision: revision.revision,
      data: JSON.parse(revision.data),
      author: revision.author,
      materiality: revision.materiality,
      effectiveAt: revision.effectiveAt,
      recordedAt: revision.recordedAt,
    });
  }
  return records;
}
