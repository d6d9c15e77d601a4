import { Ledger, LedgerVerification } from '../ledger/Ledger';
import { TaskRuns } from './TaskRuns';

/** Verifies every stream, and notes how it went. */
export async function verifyWhole(
  ledger: Pick<Ledger, 'verify'>,
  taskRuns: TaskRuns,
): Promise<LedgerVerification> {
  return taskRuns.noted(
    'ledger-verification',
    () => ledger.verify({}),
    ({ problems }) => {
      if (problems.length === 0) return undefined;
      return problems.length === 1
        ? '1 problem was found'
        : `${problems.length} problems were found`;
    },
  );
}
