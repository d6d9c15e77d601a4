import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';

const key = 'aiGovernance.inventory.schedule';

/**
 * When the catalog is swept; one sweep at a time for all backends together.
 *
 * @throws Error with the path of what is wrong
 */
export function readSweepSchedule(
  config: Config,
): SchedulerServiceTaskScheduleDefinition {
  const schedule = configured(config) ?? {
    frequency: { seconds: 30 },
    timeout: { minutes: 5 },
  };
  return {
    ...schedule,
    // by then the catalog has its first entities
    initialDelay: schedule.initialDelay ?? { seconds: 3 },
    scope: 'global',
  };
}

function configured(
  config: Config,
): SchedulerServiceTaskScheduleDefinition | undefined {
  const schedule = config.getOptionalConfig(key);
  if (!schedule) return undefined;
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule);
  } catch (error) {
    throw new Error(
      `${key}: ${error instanceof Error ? error.message : error}`,
    );
  }
}
