import {
  Approval,
  assessedState,
  DecisionData,
  GovernancePolicy,
  HeldTier,
  Instant,
  RecordState,
  RiskAcceptance,
  RiskAssessment,
  Standing,
  standingInstants,
  standingOf,
  SubjectPosture,
  tierUnder,
} from 'backstage-plugin-ai-governance-common';
import { LoadedSubject } from './subjectAtHand';

/** The decision that puts a subject in another tier than the rule gives. */
export function overrideOf({
  override,
}: HeldTier): SubjectPosture['tierOverride'] {
  if (!override) return undefined;
  const { record, rule } = override;
  return {
    recordId: record.recordId,
    rule,
    until: record.data.expires,
    by: record.data.decided!.by,
  };
}

/** How the approval stands that was decided on last, or else asked for last. */
export function approvalOf(
  { tier, governed, records }: LoadedSubject,
  at: Instant,
): SubjectPosture['approval'] {
  const approvals = (records.approval ?? []) as RecordState<Approval>[];
  const latest = [...approvals].sort((a, b) =>
    b.recordedAt.localeCompare(a.recordedAt),
  );
  const shown =
    latest.find(a => standingOf(a, { tier, governed }, at).state === 'valid') ??
    latest[0];
  if (!shown) return undefined;
  return {
    recordId: shown.recordId,
    expires: shown.data.expires,
    ...standingOf(shown, { tier, governed }, at),
  };
}

/** A decision on a subject; its data are null when they were erased. */
type Decision = Pick<RecordState<DecisionData | null>, 'type' | 'data'>;

/**
 * How a decision on a subject stands at an instant, if nothing else happens until then.
 *
 * @param subject - as it is now
 */
export function standingAt(
  { type, data }: Decision,
  subject: LoadedSubject,
  policy: GovernancePolicy,
  at: Instant,
): Standing {
  if (!data) {
    return {
      state: 'lapsed',
      reason: 'What was decided was erased: decide anew.',
    };
  }
  const { profile, governed, records } = subject;
  const held = tierUnder(
    { profile, governed, overrides: records['tier-override'] ?? [] },
    policy,
    at,
  );
  // another tier is decided on for what the rule gives, and not for what it makes of it
  const tier =
    type === 'tier-override' ? held.override?.rule ?? held.tier : held.tier;
  return standingOf(
    { type, data },
    {
      tier,
      governed,
      ...(type === 'risk-acceptance' && {
        assessed: assessedNow((data as RiskAcceptance).scenario, subject),
      }),
    },
    at,
  );
}

/** The next instant at which the standing of a decision changes by itself, or null: as it expires, or another tier does. */
export function changesAt(
  decision: Decision,
  subject: LoadedSubject,
  policy: GovernancePolicy,
  at: Instant,
): Instant | null {
  const { data } = decision;
  if (!data) return null;
  const overrides = (subject.records['tier-override'] ??
    []) as RecordState<DecisionData>[];
  const instants = [{ data }, ...overrides].flatMap(d => standingInstants(d));
  const now = standingAt(decision, subject, policy, at);
  return (
    [...new Set(instants)]
      .filter(i => i > at)
      .sort()
      .find(
        i => standingAt(decision, subject, policy, i).state !== now.state,
      ) ?? null
  );
}

/** What the scenario that was accepted looks like now; undefined when the assessment has it no longer. */
function assessedNow(
  id: string,
  { records, governed }: LoadedSubject,
): string | undefined {
  const assessment = records['risk-assessment']?.[0]?.data as
    | RiskAssessment
    | undefined;
  const scenario = assessment?.scenarios.find(s => s.id === id);
  return scenario && assessedState(scenario, governed);
}
