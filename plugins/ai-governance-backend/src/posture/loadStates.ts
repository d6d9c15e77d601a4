import { Knex } from 'knex';
import {
  approval,
  deciders,
  EntityFacts,
  GovernancePolicy,
  governedDocuments,
  governedStateOf,
  ModelFeed,
  modelKeysOf,
  Profile,
  referencesOf,
  SubjectState,
} from 'backstage-plugin-ai-governance-common';
import { isOneOf } from '../database/isOneOf';
import { Ledger, Revision } from '../ledger/Ledger';
import { lastMaterial } from '../ledger/lastMaterial';
import { recordStates, revisionState } from '../ledger/recordStates';
import { registerInputs, storedInputs } from './inputs';

/** The state of a subject, or why it could not be read. */
export type LoadedState =
  | {
      id: string;
      ref: string;
      state: SubjectState;
      /** Keys that were noted as what it is judged by, and are no more. */
      obsoleteInputs: readonly string[];
    }
  | { id: string; ref: string; error: unknown };

interface SubjectColumns {
  id: string;
  ref: string;
  profile: string;
  profile_errors: string;
}

/**
 * Everything that controls read of many subjects, in a handful of queries whatever their number, and which keys of what was read before are read no longer.
 * Of whom the policy asks no training, none is read. What was stored is parsed as JSON and not validated again: an old record stays what it was.
 * Subjects that are gone are left out.
 */
export async function loadStates(
  knex: Knex,
  ledger: Ledger,
  ids: readonly string[],
  policy: Pick<GovernancePolicy, 'training'>,
  modelFeed?: ModelFeed,
): Promise<LoadedState[]> {
  const rows: SubjectColumns[] = await knex('subjects')
    .where(isOneOf(knex, 'id', ids))
    .whereNull('gone_at')
    .orderBy('id')
    .select('id', 'ref', 'profile', 'profile_errors');
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
  // those who decided an approval are asked for their training like owners and users
  const decidersBy = new Map(
    [...profiles.keys()].map(id => [
      id,
      policy.training.reviewer.length > 0
        ? decidersOf(revisions.get(id) ?? [])
        : [],
    ]),
  );
  const refersBy = new Map(
    [...profiles].map(([id, profile]) => [
      id,
      [...new Set([...referencesOf(profile), ...decidersBy.get(id)!])],
    ]),
  );
  const inputs = new Map(
    [...refersBy].map(([id, refs]) => [
      id,
      [...refs.map(ref => `entity:${ref}`), ...modelKeysOf(profiles.get(id)!)],
    ]),
  );
  // Before what they name is read: whatever changes after the reading finds whom to mark.
  const noted = await storedInputs(knex, [...inputs.keys()]);
  const isNew = await registerInputs(knex, inputs, noted);
  const facts = await loadFacts(
    knex,
    [...new Set([...refersBy.values()].flat())],
    { afterWriters: isNew },
  );

  const material = await lastMaterial(
    knex,
    [...revisions.values()]
      .flat()
      .filter(r => governedDocuments.some(d => d.type === r.type)),
  );

  // The people whose statements are asked for follow from the facts, so they are noted in a second step.
  const peopleBy = new Map(
    [...profiles].map(([id, profile]) => [
      id,
      peopleOf(profile, facts, {
        deciders: decidersBy.get(id)!,
        users: policy.training.user.length > 0,
      }),
    ]),
  );
  for (const [id, people] of peopleBy) {
    inputs.set(id, [
      ...inputs.get(id)!,
      ...people.map(person => `stream:${person}`),
    ]);
  }
  const arePeopleNew = await registerInputs(knex, inputs, noted);
  const statements = await loadPeople(
    knex,
    ledger,
    [...new Set([...peopleBy.values()].flat())],
    { afterWriters: arePeopleNew },
  );

  return rows.map(({ id, ref, profile_errors: errors }) => {
    const profile = profiles.get(id);
    if (!profile) return { id, ref, error: unreadable.get(id) };
    const kept = new Set(inputs.get(id));
    try {
      return {
        id,
        ref,
        state: {
          ref,
          profile,
          profileErrors: JSON.parse(errors),
          ...(modelFeed && { modelFeed }),
          entities: Object.fromEntries(
            refersBy.get(id)!.flatMap(referred => {
              const found = facts.get(referred);
              return found ? [[referred, found]] : [];
            }),
          ),
          records: recordStates(revisions.get(id) ?? []),
          governed: governedStateOf(profile, governedDocuments, [
            ...(revisions.get(id) ?? []),
            ...(revisions.get(id) ?? []).flatMap(
              r => material.get(r.recordId) ?? [],
            ),
          ]),
          people: Object.fromEntries(
            peopleBy.get(id)!.flatMap(person => {
              const stated = statements.get(person);
              return stated ? [[person, stated]] : [];
            }),
          ),
        },
        obsoleteInputs: [...noted.get(id)!].filter(key => !kept.has(key)),
      };
    } catch (error) {
      return { id, ref, error };
    }
  });
}

/** Who has decided the approvals among some revisions. */
function decidersOf(revisions: readonly Revision[]): string[] {
  return deciders(
    revisions
      .filter(r => r.type === approval.type && r.data !== null)
      .map(revisionState),
  ).filter(ref => ref.startsWith('user:'));
}

/**
 * Those whose statements controls ask for: the accountable leader, the owner, the members of the owning group, and those whose training the
 * policy asks for: who decided, and the users.
 */
function peopleOf(
  { accountable, owner, usedBy }: Profile,
  facts: ReadonlyMap<string, EntityFacts>,
  trained: { deciders: readonly string[]; users: boolean },
): string[] {
  const behind = (ref: string) =>
    ref.startsWith('user:') ? [ref] : facts.get(ref)?.memberRefs ?? [];
  return [
    ...new Set([
      ...(accountable ? [accountable] : []),
      ...(owner ? behind(owner) : []),
      ...trained.deciders,
      ...(trained.users ? (usedBy ?? []).flatMap(behind) : []),
    ]),
  ].sort();
}

/**
 * What people have stated of themselves, by reference.
 * `afterWriters`: makes the streams that are missing, which waits for whoever is making one, and then for whoever is writing to it.
 */
async function loadPeople(
  knex: Knex,
  ledger: Ledger,
  refs: readonly string[],
  options: { afterWriters: boolean },
) {
  const statements = new Map<string, SubjectState['records']>();
  const wanted = refs.filter(ref => ref.startsWith('user:'));
  if (wanted.length === 0) return statements;
  if (options.afterWriters) await ledger.ensureStreams('person', wanted);
  const streams = new Map<string, string>();
  const query = knex('streams').where(isOneOf(knex, 'streams.ref', wanted));
  if (options.afterWriters) {
    query.join('heads', 'heads.stream_id', 'streams.id').forShare('heads');
  }
  for (const { id, ref } of await query.select('streams.id', 'streams.ref')) {
    streams.set(id, ref);
  }
  const revisions = await ledger.latest([...streams.keys()]);
  for (const [id, stated] of revisions) {
    if (stated.length > 0)
      statements.set(streams.get(id)!, recordStates(stated));
  }
  return statements;
}

/** `afterWriters`: waits for whoever is changing them; a writer that marked before the inputs were registered has then committed. */
async function loadFacts(
  knex: Knex,
  refs: readonly string[],
  options: { afterWriters: boolean },
) {
  const facts = new Map<string, EntityFacts>();
  const query = knex('entity_facts')
    .where(isOneOf(knex, 'ref', refs))
    .select('ref', 'present', 'members', 'member_refs');
  const rows = await (options.afterWriters ? query.forShare() : query);
  for (const { ref, present, members, member_refs: refsOf } of rows) {
    facts.set(ref, {
      present: Boolean(present),
      members: members ?? undefined,
      memberRefs: refsOf ? JSON.parse(refsOf) : undefined,
    });
  }
  return facts;
}
