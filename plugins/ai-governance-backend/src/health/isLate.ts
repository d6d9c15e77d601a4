import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { Instant, minus, plus } from 'backstage-plugin-ai-governance-common';

const NEVER_LATE_WITHIN = { minutes: 15 };

/** Whether something that last went well then should have done so again: three times, with the time that one run may take. By cron or hand it is never late. */
export function isLate(
  lastAt: Instant,
  { frequency, timeout }: SchedulerServiceTaskScheduleDefinition,
  at: Instant,
): boolean {
  if ('cron' in frequency || 'trigger' in frequency) return false;
  let due = plus(lastAt, timeout);
  for (let runs = 0; runs < 3; runs++) due = plus(due, frequency);
  return due < at && lastAt < minus(at, NEVER_LATE_WITHIN);
}
