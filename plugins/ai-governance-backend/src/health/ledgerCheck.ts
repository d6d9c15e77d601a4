import { HealthCheck, Instant } from 'backstage-plugin-ai-governance-common';
import type { HealthFacts, Schedules } from './healthChecks';
import { isLate } from './isLate';
import { nothingNamed, RUNS_SOON, withoutEnd } from './sentences';

function said(keyInDatabase: boolean) {
  return keyInDatabase
    ? ', and its end is signed with a key that is in the database itself: whoever writes there could sign, too.'
    : ', and its end is signed.';
}

/** Whether the ledger is as it was written, and its end is signed. */
export function ledgerCheck(
  { verification: { run }, checkpoint }: HealthFacts,
  { verification: schedule, checkpoints }: Schedules,
  at: Instant,
): HealthCheck {
  const id = 'ledger';
  const lastWellAt = run?.succeededAt ?? null;
  const common = { id, lastWellAt, ...nothingNamed } as const;
  if (run?.problem) {
    return {
      ...common,
      state: 'failing',
      summary: `The last verification of the ledger did not hold: ${withoutEnd(
        run.problem,
      )}.`,
      remedy:
        'Verify the ledger (GET /api/ai-governance/ledger/verify): it names each row. Find out who changed the database, and compare with a backup before anything is restored; tell those who rely on the records.',
    };
  }
  if (!lastWellAt) {
    return {
      ...common,
      state: schedule ? 'attention' : 'off',
      summary: 'The ledger was not verified as a whole yet.',
      remedy: schedule
        ? RUNS_SOON
        : 'Verify it (GET /api/ai-governance/ledger/verify), or have it verified by itself: aiGovernance.verification.enabled.',
    };
  }
  if (schedule && isLate(lastWellAt, schedule, at)) {
    return {
      ...common,
      state: 'attention',
      summary: 'The ledger was not verified for longer than it should be.',
      remedy:
        'Look in the log of the backends for the task ledger-verification. Where the ledger is long, give it more time: aiGovernance.verification.schedule.timeout.',
    };
  }
  const { run: taken, keyInDatabase } = checkpoint;
  const wrong =
    taken?.problem ??
    (checkpoints &&
    taken?.succeededAt &&
    isLate(taken.succeededAt, checkpoints, at)
      ? 'none was taken for longer than it should be'
      : undefined);
  if (wrong) {
    return {
      ...common,
      state: 'attention',
      summary: `Every row of the ledger was as it was written, but its end is not signed any more: ${withoutEnd(
        wrong,
      )}.`,
      remedy:
        'Look in the log of the backends for the task ledger-checkpoint, and whether the file of aiGovernance.checkpoints.file can be written.',
    };
  }
  return {
    ...common,
    state: 'well',
    summary: `Every row of the ledger was as it was written${
      taken?.succeededAt ? said(keyInDatabase) : '.'
    }`,
  };
}
