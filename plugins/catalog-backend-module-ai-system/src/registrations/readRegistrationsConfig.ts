import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { readSchedule } from '../readSchedule';

/**
 * When registrations are read whether or not an event says so.
 *
 * @throws InputError with the path of what is wrong
 */
export const readRegistrationsSchedule = (
  config: Config,
): SchedulerServiceTaskScheduleDefinition =>
  readSchedule(config, 'catalog.providers.aiSystemRegistrations.schedule', {
    frequency: { minutes: 5 },
    timeout: { minutes: 2 },
    initialDelay: { seconds: 5 },
  });
