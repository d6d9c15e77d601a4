import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { HumanDuration } from '@backstage/types';

/**
 * When a provider reads, as configured or else by default. It begins soon after the start, unless it is to be started by hand.
 *
 * @param path - of the schedule in the configuration
 * @throws InputError with the path of what is wrong
 */
export function readSchedule(
  config: Config,
  path: string,
  unset: {
    frequency: HumanDuration;
    timeout: HumanDuration;
    initialDelay: HumanDuration;
  },
): SchedulerServiceTaskScheduleDefinition {
  const { initialDelay, ...byDefault } = unset;
  const schedule: SchedulerServiceTaskScheduleDefinition =
    configured(config, path) ?? byDefault;
  // with a delay the scheduler reads once after the start, also where it is to wait until it is told
  const manual = 'trigger' in schedule.frequency;
  return {
    ...schedule,
    initialDelay: schedule.initialDelay ?? (manual ? undefined : initialDelay),
    scope: 'global', // one backend reads for all
  };
}

function configured(
  config: Config,
  path: string,
): SchedulerServiceTaskScheduleDefinition | undefined {
  const section = config.getOptionalConfig(path);
  if (!section) return undefined;
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(section);
  } catch (error) {
    throw new InputError(`${path}: ${(error as Error).message}`);
  }
}
