import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { z } from 'zod';

const milliseconds = (value: unknown): number => {
  try {
    return durationToMilliseconds(
      readDurationFromConfig(new ConfigReader({ value: value as any }), {
        key: 'value',
      }),
    );
  } catch {
    return NaN;
  }
};
const aDuration = 'must be a duration, such as { seconds: 30 }, 30s or PT30S';

const isTrigger = (value: any) =>
  (typeof value?.cron === 'string' || value?.trigger === 'manual') &&
  Object.keys(value).length === 1;

/** When a task runs, as any schedule of Backstage is written; that it runs in one backend at a time is not a choice. */
export const scheduleSchema = z.strictObject({
  frequency: z.custom<unknown>(
    value => isTrigger(value) || milliseconds(value) > 0,
    `${aDuration}, { cron: … } or { trigger: manual }`,
  ),
  timeout: z.custom<unknown>(value => milliseconds(value) > 0, aDuration),
  initialDelay: z
    .custom<unknown>(value => milliseconds(value) >= 0, aDuration)
    .optional(),
  scope: z
    .literal('global', {
      message: 'must be global: one backend at a time does it',
    })
    .optional(),
});
