import {
  Approval,
  HeldTier,
  Instant,
  RecordState,
  standingOf,
  SubjectPosture,
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
