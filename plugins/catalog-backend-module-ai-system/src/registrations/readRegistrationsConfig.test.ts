import { ConfigReader } from '@backstage/config';
import { readRegistrationsSchedule } from './readRegistrationsConfig';

const scheduleOf = (
  schedule?: Record<string, Record<string, string | number>>,
) =>
  readRegistrationsSchedule(
    new ConfigReader({
      catalog: { providers: { aiSystemRegistrations: { schedule } } },
    }),
  );

describe('The schedule on which registrations are read', () => {
  it('begins soon after the start', () => {
    expect(scheduleOf()).toEqual({
      frequency: { minutes: 5 },
      timeout: { minutes: 2 },
      initialDelay: { seconds: 5 },
      scope: 'global',
    });
  });

  it('waits until it is told where it is to be started by hand', () => {
    const schedule = scheduleOf({
      frequency: { trigger: 'manual' },
      timeout: { minutes: 1 },
    });
    expect(schedule.frequency).toEqual({ trigger: 'manual' });
    // any delay, however short, would be a first reading without being told
    expect(schedule.initialDelay).toBeUndefined();
  });

  it('says where in the configuration something is wrong', () => {
    expect(() => scheduleOf({ frequency: { minutes: 1 } })).toThrow(
      /^catalog\.providers\.aiSystemRegistrations\.schedule: /,
    );
  });
});
