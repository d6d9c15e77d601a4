import {
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { TaskRuns } from '../health/TaskRuns';
import { Checkpoints } from './Checkpoints';
import { Verification } from './Verification';

type Schedule = SchedulerServiceTaskScheduleDefinition | undefined;

/** Has the ledger verified and its ends signed, each by one backend at a time; without a schedule never. */
export async function scheduleLedgerTasks(options: {
  scheduler: SchedulerService;
  logger: LoggerService;
  schedules: { verification: Schedule; checkpoints: Schedule };
  checkpoints: Checkpoints;
  verification: Verification;
  taskRuns: TaskRuns;
}): Promise<void> {
  const { scheduler, logger, schedules, checkpoints, verification, taskRuns } =
    options;
  if (schedules.verification) {
    await scheduler.scheduleTask({
      ...schedules.verification,
      id: 'ledger-verification',
      fn: async signal => {
        const outcome = await verification.resume(signal);
        if (!outcome) {
          logger.warn(
            'The verification of the ledger was stopped before its end; the next run goes on from there',
          );
        } else if (outcome.problems > 0) {
          logger.error(
            `The ledger does not verify: ${outcome.problems} problems, the first: ${outcome.firstProblem}; GET /api/ai-governance/ledger/verify names them`,
          );
        }
      },
    });
  }
  if (schedules.checkpoints) {
    await scheduler.scheduleTask({
      ...schedules.checkpoints,
      id: 'ledger-checkpoint',
      fn: async () => {
        await taskRuns.noted('ledger-checkpoint', () => checkpoints.take());
      },
    });
  }
}
