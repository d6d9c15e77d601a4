import { NotFoundError } from '@backstage/errors';
import {
  decisionKinds,
  DecisionView,
  governedDocuments,
  GovernancePolicy,
  lastApproved,
  routineSince,
  stateHash,
  SubjectDecisions,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { snapshot } from '../database/snapshot';
import { latestRecords } from '../ledger/readRecords';
import { revisionState } from '../ledger/recordStates';
import { revisionView } from '../ledger/revisionView';
import { changesAt, standingAt } from './standings';
import { subjectAtHand } from './subjectAtHand';

const kinds: readonly string[] = decisionKinds;

/**
 * Everything that was asked for and decided on a subject, newest first, each with its standing now, and what the next approver looks at.
 *
 * @throws NotFoundError when the subject has gone
 */
export async function readDecisions(
  subjectId: string,
  options: { knex: Knex; clock: Clock; policy: GovernancePolicy },
): Promise<SubjectDecisions> {
  const { policy } = options;
  return snapshot(options.knex, options.clock, async (tx, at) => {
    const subject = await subjectAtHand(tx, subjectId, { policy, at });
    if (!subject) throw new NotFoundError('The subject has gone meanwhile');
    const latest = (await latestRecords(tx, [subjectId])).get(subjectId)!;
    const items = latest
      .filter(r => kinds.includes(r.type))
      .sort((a, b) => b.seq - a.seq)
      .map((revision): DecisionView<any> => {
        const record = revisionState(revision);
        return {
          ...revisionView(revision),
          standing: standingAt(record, subject, policy, at),
          validUntil: changesAt(record, subject, policy, at),
        };
      });
    const since = lastApproved(subject.records.approval ?? []);
    return {
      stateHash: stateHash(subject.governed),
      tier: subject.tier,
      items,
      routine: routineSince(since, subject.history, governedDocuments)
        .reverse()
        .map(head => ({
          type: head.type,
          recordId: head.recordId,
          revision: head.revision,
          author: head.author,
          reason: head.materialityReason,
          recordedAt: head.recordedAt,
        })),
    };
  });
}
