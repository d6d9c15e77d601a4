import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const path = 'catalog.providers.aiSystemRegistrations.schedule';

/**
 * When registrations are read whether or not an event says so.
 *
 * @throws InputError with the path of what is wrong
 */
export function readRegistrationsSchedule(
  config: Config,
): SchedulerServiceTaskScheduleDefinition {
  const schedule = configured(config) ?? {
    frequency: { minutes: 5 },
    timeout: { minutes: 2 },
  };
  return {
    ...schedule,
    initialDelay: schedule.initialDelay ?? { seconds: 5 },
    scope: 'global', // one backend reads for all
  };
}

function configured(
  config: Config,
): SchedulerServiceTaskScheduleDefinition | undefined {
  const section = config.getOptionalConfig(path);
  if (!section) return undefined;
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(section);
  } catch (error) {
    throw new InputError(`${path}: ${(error as Error).message}`);
  }
}
