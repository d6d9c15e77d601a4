import { InputError } from '@backstage/errors';
import {
  ChangedSince,
  DecisionData,
  decisionKinds,
  GovernancePolicy,
  recordTypeOf,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { batches } from '../database/batches';
import { Clock } from '../database/clock';
import { snapshot } from '../database/snapshot';
import { Revision } from '../ledger/Ledger';
import { selectRevisions } from '../ledger/revisionRow';
import { revisionView } from '../ledger/revisionView';
import { subjectAtHand } from './subjectAtHand';

type Item = ChangedSince['items'][number];

/** The revision of a record that is shown on one side. */
interface Side {
  recordId: string;
  revision: number;
}

const kinds: readonly string[] = decisionKinds;

/**
 * What of the governed state is not as it was when a decision was made: the profile, documents, changes that came or are material no longer.
 *
 * @throws InputError when the record decides nothing
 */
export async function readChangedSince(
  recordId: string,
  options: { knex: Knex; clock: Clock; policy: GovernancePolicy },
): Promise<ChangedSince> {
  const { policy } = options;
  return snapshot(options.knex, options.clock, async (tx, at) => {
    const record: Revision | undefined = await selectRevisions(tx)
      .where('r.record_id', recordId)
      .orderBy('r.revision', 'desc')
      .first();
    const decided = record && decidedBy(record);
    const subject =
      decided && (await subjectAtHand(tx, record.streamId, { policy, at }));
    if (!subject) {
      throw new InputError(`id: nothing is decided by the record ${recordId}`);
    }
    const { covers } = decided;
    const { governed, records, history } = subject;

    const differing: { type: string; before?: Side; after?: Side }[] = [];
    if (covers.profile !== governed.profile) {
      const profile = records.profile?.[0];
      differing.push({
        type: 'profile',
        before:
          profile && covers.profileRevision
            ? { ...profile, revision: covers.profileRevision }
            : undefined,
        after: profile,
      });
    }
    const types = { ...covers.documents, ...governed.documents };
    for (const type of Object.keys(types).sort()) {
      const before = covers.documents[type];
      const after = governed.documents[type];
      if (before?.dataHash !== after?.dataHash) {
        differing.push({ type, before, after });
      }
    }
    for (const id of governed.changes) {
      if (covers.changes.includes(id)) continue;
      const after = history.findLast(h => h.recordId === id);
      differing.push({ type: 'change', after });
    }
    for (const id of covers.changes) {
      if (governed.changes.includes(id)) continue;
      const before = history.findLast(
        h => h.recordId === id && h.recordedAt <= decided.at,
      );
      differing.push({ type: 'change', before });
    }

    const found = await revisionsAt(
      tx,
      differing.flatMap(({ before, after }) => [before, after]),
    );
    return {
      items: differing.map(({ type, before, after }): Item => {
        const sides = {
          before: before ? found.get(keyOf(before)) ?? null : null,
          after: after ? found.get(keyOf(after)) ?? null : null,
        };
        return { type, title: titleOf(type, sides), ...sides };
      }),
    };
  });
}

function decidedBy({ type, data }: Revision): DecisionData['decided'] {
  if (!kinds.includes(type) || data === null) return undefined;
  return (JSON.parse(data) as DecisionData).decided;
}

/** A document and the profile by the name of their type, a change by its own title. */
function titleOf(
  type: string,
  { before, after }: Pick<Item, 'before' | 'after'>,
) {
  const data = (after ?? before)?.data;
  const known = recordTypeOf(type);
  return (
    (type === 'change' && data && known?.summary(data)) || known?.title || type
  );
}

function keyOf({ recordId, revision }: Side) {
  return `${recordId} ${revision}`;
}

async function revisionsAt(
  tx: Knex,
  sides: readonly (Side | undefined)[],
): Promise<Map<string, NonNullable<Item['after']>>> {
  const places = new Map(
    sides.flatMap(side =>
      side ? [[keyOf(side), [side.recordId, side.revision]] as const] : [],
    ),
  );
  const found = new Map<string, NonNullable<Item['after']>>();
  for (const batch of batches([...places.values()])) {
    const rows = await selectRevisions(tx).whereIn(
      ['r.record_id', 'r.revision'],
      batch.map(place => [...place]),
    );
    for (const row of rows) found.set(keyOf(row), revisionView(row));
  }
  return found;
}
