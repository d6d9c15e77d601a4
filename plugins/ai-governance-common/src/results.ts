/** How a control stands for a subject at an instant. */
export const resultStates = [
  'pass',
  'warning',
  'fail',
  'expired',
  'not-reported',
  'not-applicable',
  'exempt',
  'error',
] as const;
export type ResultState = (typeof resultStates)[number];

/** It holds, for how long whatever. */
export const heldStates: readonly ResultState[] = ['pass', 'warning'];
/** Nothing is asked, by the control or for a time: in no share. */
export const unaskedStates: readonly ResultState[] = [
  'not-applicable',
  'exempt',
];
/** It is asked and does not hold: somebody has to do something. */
export const notHoldingStates: readonly ResultState[] = [
  'error',
  'expired',
  'fail',
  'not-reported',
];

export type StateCounts = Record<ResultState, number>;

// Written out: they are made some forty times for each subject that is judged.
export const noCounts = (): StateCounts => ({
  pass: 0,
  warning: 0,
  fail: 0,
  expired: 0,
  'not-reported': 0,
  'not-applicable': 0,
  exempt: 0,
  error: 0,
});

export function addCounts(a: StateCounts, b: StateCounts): StateCounts {
  const sum = noCounts();
  for (const state of resultStates) sum[state] = a[state] + b[state];
  return sum;
}

/** (pass + warning) ÷ (all − not-applicable − exempt), or null when nothing is asked. */
export function share(counts: StateCounts): number | null {
  const asked = resultStates
    .filter(s => !unaskedStates.includes(s))
    .reduce((sum, s) => sum + counts[s], 0);
  return asked === 0 ? null : (counts.pass + counts.warning) / asked;
}

export const tiers = ['prohibited', 'high', 'limited', 'minimal'] as const;
/** Ordered from the gravest. */
export type Tier = (typeof tiers)[number];

export const levels = ['bronze', 'silver', 'gold'] as const;
export type Level = (typeof levels)[number];

/** What one control found. */
export interface ControlResult {
  controlId: string;
  /** Raised whenever the meaning of the control changes. */
  controlVersion: number;
  state: ResultState;
  /** A sentence that a person can act on. */
  reason: string;
  /** The next instant (ISO 8601, UTC, milliseconds) at which the result could differ if nothing else happens; null: never. */
  validUntil: string | null;
  /** What it becomes then. */
  nextState: ResultState | null;
  nextReason: string | null;
  /** Which of the control's `remedies` mends it; absent: its `remediation` does. */
  remedy?: string;
  /** As `remedy`, of `nextState`. */
  nextRemedy?: string;
  /**
   * What was read: `policy`, `stream:<ref>`, `entity:<ref>`; of the model feed `models` and `model:<provider>`; of the organization `discovered`.
   */
  inputs: string[];
}
