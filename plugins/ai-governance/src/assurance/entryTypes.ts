import {
  auditMoves,
  change,
  confirmation,
  controlTest,
  correctiveActionMoves,
  decisionKinds,
  incidentMoves,
  objectiveMoves,
  RecordType,
  recordTypes,
  RevisionView,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';
import { Texts } from '../translation';

/** Entries that have a section or a tab of their own, beside the decisions. */
const elsewhere: readonly string[] = [
  change.type,
  confirmation.type,
  controlTest.type,
  ...decisionKinds,
];

/** The entries of a subject that a section of this tab follows from the type of, whatever types there are. */
export const entryTypes = recordTypes.filter(
  ({ type, shape, streams, writtenBy }) =>
    shape === 'entry' &&
    writtenBy === 'people' &&
    streams.includes('subject') &&
    !elsewhere.includes(type),
);

/** From each state of a case the states that may come next; the first one is where it begins. */
const cases: Readonly<
  Record<string, Readonly<Record<string, readonly string[]>>>
> = {
  incident: incidentMoves,
  'corrective-action': correctiveActionMoves,
  objective: objectiveMoves,
  audit: auditMoves,
};

/** Where a new case may begin at, if not wherever it is not finished: an objective is met by what is measured later. */
const starts: Readonly<Record<string, readonly string[]>> = {
  objective: ['open'],
};

/** What the reader may do, and who else could. */
export type Writer = Pick<SubjectPosture, 'may' | 'owner'>;

type Data = Record<string, unknown>;

/** Whether the reader may write it, by what it takes: another step of a case may take another permission. */
function mayWrite(
  type: RecordType,
  { may }: Writer,
  data: Data,
  before?: Data,
): boolean {
  const takes = type.takes?.(data, before) ?? 'append';
  return takes !== 'self' && may[takes];
}

/**
 * The states that the reader may write a case in: where it is and what may come next, or those that a new one may begin with.
 * Undefined: it is no case. Empty: nothing is left to write, or not for this reader.
 */
export function statesToWrite(
  type: RecordType,
  posture: Writer,
  before?: Data,
): string[] | undefined {
  const moves = cases[type.type];
  if (!moves) return undefined;
  const first = Object.keys(moves)[0];
  const from = before ? String(before.status) : first;
  const next = moves[from] ?? [];
  if (next.length === 0) return [];
  return [from, ...next].filter(
    status =>
      // a new one is not finished already
      (before ||
        (starts[type.type]?.includes(status) ?? moves[status].length > 0)) &&
      mayWrite(type, posture, { ...before, status }, before),
  );
}

/** Whether the reader may write a new entry, or revise this one. */
function mayWriteNow(type: RecordType, posture: Writer, before?: Data) {
  const states = statesToWrite(type, posture, before);
  return states
    ? states.length > 0
    : mayWrite(type, posture, before ?? {}, before);
}

/** Why the reader may not write a new entry, or revise this one; undefined: they may. */
export function whyNotWrite(
  t: Texts,
  type: RecordType,
  posture: SubjectPosture,
  before?: Data,
): string | undefined {
  if (mayWriteNow(type, posture, before)) return undefined;
  return posture.owner
    ? t('assurance.entries.whyNot.owner', { owner: posture.owner })
    : t('assurance.entries.whyNot.noOwner');
}

/** Whether the reader may carry an entry on: there is something left to write, and they may. */
export const mayRevise = (
  type: RecordType,
  posture: SubjectPosture,
  { data }: RevisionView,
): boolean => data !== null && mayWriteNow(type, posture, data);
