import {
  coreServices,
  createServiceFactory,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import {
  metricsServiceRef,
  tracingServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { mockServices } from '@backstage/backend-test-utils';
import { inspect } from 'node:util';

/** Services that keep all that they are told: log, metrics, traces, and what a task throws. */
export function listening() {
  const told: string[] = [];
  const tell = (...what: unknown[]) => {
    const texts = what.map(one =>
      typeof one === 'string' ? one : inspect(one, { depth: 8 }),
    );
    told.push(texts.join(' '));
  };

  /** Whatever it is asked to do. */
  const anything = (name: string): any =>
    new Proxy(() => {}, {
      get: (_, key) =>
        key === 'then' ? undefined : anything(`${name}.${String(key)}`),
      apply: (_, __, args) => {
        tell(name, ...args.filter(arg => typeof arg !== 'function'));
        return anything(name);
      },
    });
  const logger: RootLoggerService = {
    error: (...args) => tell('error', ...args),
    warn: (...args) => tell('warn', ...args),
    info: (...args) => tell('info', ...args),
    debug: (...args) => tell('debug', ...args),
    child: meta => {
      tell('child', meta);
      return logger;
    },
  };
  const tracing = {
    async startActiveSpan(name: string, ...rest: any[]) {
      tell('span', name, ...rest.slice(0, -1));
      try {
        return await rest.at(-1)(anything('span'));
      } catch (error) {
        // a service of traces notes it
        tell('exception', error);
        throw error;
      }
    },
  };
  const scheduler = mockServices.scheduler();
  const schedule = scheduler.scheduleTask.bind(scheduler);
  scheduler.scheduleTask = task =>
    schedule({
      ...task,
      fn: async signal => {
        try {
          await task.fn(signal);
        } catch (error) {
          // as the scheduler logs it
          tell('task', task.id, error);
        }
      },
    });

  const services: [any, unknown][] = [
    [coreServices.rootLogger, logger],
    [metricsServiceRef, anything('metrics')],
    [tracingServiceRef, tracing],
    [coreServices.scheduler, scheduler],
  ];
  return {
    told,
    tell,
    scheduler,
    features: services.map(([service, instead]) =>
      createServiceFactory({ service, deps: {}, factory: () => instead }),
    ),
  };
}
