import {
  approval,
  Approval,
  connector,
  dayOf,
  DecisionKind,
  DecisionView,
  exemption,
  GovernancePolicy,
  instant,
  isApproved,
  plus,
  policyTier,
  RecordType,
  riskAcceptance,
  SubjectDecisions,
  Tier,
  tierOverride,
} from 'backstage-plugin-ai-governance-common';

/** The record type of each kind of decision. */
export const decisionTypes: Record<DecisionKind, RecordType<any>> = {
  approval,
  exemption,
  'risk-acceptance': riskAcceptance,
  'tier-override': tierOverride,
  connector,
};

/** What of a kind was asked for and decided, newest first. */
export const decisionsOf = <T = any>(
  kind: DecisionKind,
  { items }: SubjectDecisions,
) => items.filter(item => item.type === kind) as DecisionView<T>[];

/** The last day that the policy allows a decision of today to hold. */
export function longestExpiry(
  kind: DecisionKind,
  policy: GovernancePolicy | undefined,
  tier: Tier,
): string | undefined {
  if (!policy) return undefined;
  const longest =
    kind === 'approval' || kind === 'connector'
      ? policy.cadences.approval[policyTier(tier)]
      : policy.longest[kind];
  return dayOf(plus(instant(Date.now()), longest));
}

/** The approvals that matter now: what waits, and what was decided last. */
export function approvalsNow(decisions: SubjectDecisions): {
  request?: DecisionView<Approval>;
  /** In force, or else the one that was decided last. */
  latest?: DecisionView<Approval>;
  /** What a difference is taken from: the last one that approved the subject. */
  approved?: DecisionView<Approval>;
} {
  const all = decisionsOf<Approval>('approval', decisions);
  const decided = all.filter(({ data }) => data?.decided);
  return {
    request: all.find(({ standing }) => standing.state === 'requested'),
    latest: decided.find(a => a.standing.state === 'valid') ?? decided[0],
    approved:
      decided.find(a => isApproved(a.data!.decision)) ??
      decided.find(a => a.data!.decision !== 'rejected'),
  };
}

/** The gate that is asked for next: intake before it is put to use, then deploy, and after that a change or the regular look. */
export function nextGate(
  decisions: SubjectDecisions,
  lifecycle: string | undefined,
  inProduction: readonly string[] = ['production', 'deprecated'],
): Approval['gate'] {
  const past = decisionsOf<Approval>('approval', decisions).filter(
    ({ data }) => data?.decided && isApproved(data.decision),
  );
  const atWork = lifecycle !== undefined && inProduction.includes(lifecycle);
  const used = past.find(({ data }) =>
    ['deploy', 'change', 'periodic'].includes(data!.gate),
  );
  if (!atWork) {
    const taken = past.some(
      ({ data, standing }) =>
        data!.gate === 'intake' && standing.state === 'valid',
    );
    return taken ? 'deploy' : 'intake';
  }
  if (!used) return 'deploy';
  return used.standing.state === 'lapsed' ? 'change' : 'periodic';
}
