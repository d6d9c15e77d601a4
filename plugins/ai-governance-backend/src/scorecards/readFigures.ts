import {
  dayOf,
  CorrectiveAction,
  correctiveActionIsOpen,
  GovernancePolicy,
  Incident,
  incidentIsOpen,
  Instant,
  OrganizationFigures,
  policyHash,
  severities,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { everything } from '../permissions/ReadScope';
import { presentReading } from '../posture/reading';
import { total } from './rollUp';

/**
 * The figures of the whole organization at an instant, for a management review: of every subject that is not gone, whoever asks.
 * A handful of queries whatever their number; read within the transaction of the append that keeps them.
 */
export async function readFigures(
  tx: Knex.Transaction,
  policy: GovernancePolicy,
  at: Instant,
): Promise<OrganizationFigures> {
  const reading = presentReading(tx, at);
  const { subjects, unevaluated, tiers, levels, counts, overdue } = await total(
    tx,
    reading,
    everything,
  );

  const incidents = (await latestOf<Incident>(tx, 'incident')).filter(
    incidentIsOpen,
  );
  const actions = (
    await latestOf<CorrectiveAction>(tx, 'corrective-action')
  ).filter(correctiveActionIsOpen);
  const today = dayOf(at);
  return {
    at,
    policy: { version: policy.version, hash: policyHash(policy) },
    subjects,
    unevaluated,
    tiers: { ...tiers },
    levels: { ...levels },
    counts,
    overdue,
    incidents: Object.fromEntries(
      severities.map(s => [s, incidents.filter(i => i.severity === s).length]),
    ) as OrganizationFigures['incidents'],
    correctiveActions: {
      open: actions.length,
      overdue: actions.filter(({ due }) => due && due < today).length,
    },
  };
}

/** Data of the latest revision of each record of a type: of subjects that are not gone, and of the organization. */
async function latestOf<T>(tx: Knex.Transaction, type: string): Promise<T[]> {
  const rows: { data: string }[] = await tx({ d: 'records' })
    .join({ v: 'revisions' }, join =>
      join.on('v.stream_id', 'd.stream_id').andOn('v.seq', 'd.seq'),
    )
    .join({ t: 'streams' }, 't.id', 'd.stream_id')
    .leftJoin({ s: 'subjects' }, 's.id', 'd.stream_id')
    .where('d.type', type)
    .whereNotNull('v.data')
    .where(of =>
      of
        .where('t.kind', 'organization')
        .orWhere(subject =>
          subject.whereNotNull('s.id').whereNull('s.gone_at'),
        ),
    )
    .select('v.data');
  return rows.map(row => JSON.parse(row.data));
}
