import { ConfigReader } from '@backstage/config';
import { readRegisterConfigs } from './readRegisterConfig';

const configOf = (
  schedule?: Record<string, Record<string, string | number>>,
  source: Record<string, string> = { file: 'register.csv' },
) =>
  readRegisterConfigs(
    new ConfigReader({
      catalog: {
        providers: {
          aiSystemRegister: {
            ours: {
              source,
              ...(schedule && { schedule }),
              mapping: {
                name: { columns: ['Tool'] },
                fields: {
                  'spec.type': { constant: 'use-case' },
                  'spec.lifecycle': { constant: 'production' },
                  'spec.owner': { constant: 'group:default/a' },
                },
              },
            },
          },
        },
      },
    }),
  )[0];
const scheduleOf = (...schedule: Parameters<typeof configOf>) =>
  configOf(...schedule).schedule;

describe('The schedule of a register', () => {
  it('begins soon after the start', () => {
    expect(scheduleOf()).toMatchObject({
      frequency: { hours: 1 },
      initialDelay: { seconds: 3 },
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
});

describe('The address of a register', () => {
  it.each(['user:secret@', 'user@', ':secret@'])(
    'holds no %s, and what says so does not tell it',
    login => {
      const url = `https://${login}example.com/a.csv`;
      const read = () => configOf(undefined, { url });
      expect(read).toThrow('credentials');
      expect(read).not.toThrow('secret');
    },
  );
});
