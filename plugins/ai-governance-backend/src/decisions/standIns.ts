import {
  DecisionKind,
  Delegation,
  dayOf,
  Instant,
  StandIn,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { byteOrder, containsText } from '../database/containsText';

/** Who has named somebody as a stand-in for a period that holds now. Full lower-case references. */
export interface NamedStandIn {
  from: string;
  to: string;
  decisions: readonly DecisionKind[];
}

/**
 * The stand-ins that hold at an instant, of everybody or of those who stand in as one person. One query: it walks the stand-ins that were
 * ever named, and no stream of a person.
 */
export async function standInsAt(
  knex: Knex | Knex.Transaction,
  at: Instant,
  to?: string,
): Promise<NamedStandIn[]> {
  const query = knex({ d: 'records' })
    .join({ v: 'revisions' }, join =>
      join.on('v.stream_id', 'd.stream_id').andOn('v.seq', 'd.seq'),
    )
    .join({ s: 'streams' }, 's.id', 'd.stream_id')
    .where('d.type', 'delegation')
    .whereNotNull('v.data')
    .orderByRaw(byteOrder(knex, 's.ref'))
    .orderBy('d.id')
    .select<{ from: string; data: string }[]>({
      from: 's.ref',
      data: 'v.data',
    });
  if (to !== undefined) {
    // canonical JSON has one way to say it
    const { sql, bindings } = containsText(knex, 'v.data', JSON.stringify(to));
    query.whereRaw(sql, bindings);
  }
  const today = dayOf(at);
  return (await query).flatMap(({ from, data }) => {
    const named: Delegation = JSON.parse(data);
    const holds =
      !named.withdrawn &&
      named.from <= today &&
      today <= named.until &&
      (to === undefined || named.to === to);
    return holds ? [{ from, to: named.to, decisions: named.decisions }] : [];
  });
}

/** Whose stand-in a person is. */
export const standInsOf = (
  person: string,
  named: readonly NamedStandIn[],
): StandIn[] => named.filter(n => n.to === person);
