import { fork } from 'node:child_process';
import { join } from 'node:path';
import { Place } from './database';

/** One line of the table. */
export interface Figure {
  what: string;
  database: string;
  subjects: number;
  medianMs: number;
  p95Ms: number;
  runs: number;
  /** Statements sent to the database, in the run that is the median of them; null: not counted. */
  queries: number | null;
  /** Peak resident memory of the measured process until then. */
  peakMb: number | null;
}

export interface Cost {
  ms: number;
  queries: number;
  peakMb: number;
  answer: any;
}

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);

/** The value below which that share of them lies (nearest rank). */
export const percentile = (values: readonly number[], share: number) =>
  sorted(values)[Math.max(0, Math.ceil(values.length * share) - 1)];

export function figure(
  what: string,
  place: Place,
  subjects: number,
  costs: readonly {
    ms: number;
    queries: number | null;
    peakMb: number | null;
  }[],
): Figure {
  const queries = costs.flatMap(c => (c.queries === null ? [] : [c.queries]));
  const peaks = costs.flatMap(c => (c.peakMb === null ? [] : [c.peakMb]));
  return {
    what,
    database: place.kind,
    subjects,
    medianMs: percentile(
      costs.map(c => c.ms),
      0.5,
    ),
    p95Ms: percentile(
      costs.map(c => c.ms),
      0.95,
    ),
    runs: costs.length,
    queries: queries.length ? percentile(queries, 0.5) : null,
    peakMb: peaks.length ? Math.max(...peaks) : null,
  };
}

/** A process of its own for what is measured, so that its memory is its own. */
export interface Measured {
  run(command: string): Promise<Cost>;
  stop(): Promise<void>;
}

export async function startMeasured(
  place: Place,
  systems: number,
): Promise<Measured> {
  const child = fork(join(__dirname, 'measured.ts'), {
    execArgv: [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      BENCHMARK: JSON.stringify({ place, systems }),
    },
  });
  // the transform sends messages of its own, for watchers
  const answer = () =>
    new Promise<any>((resolve, reject) => {
      const done = (end: () => void) => {
        child.off('message', onMessage);
        child.off('exit', onExit);
        end();
      };
      const onMessage = (message: any) => {
        if (message.type === 'failed') {
          done(() => reject(new Error(message.error)));
        } else if (message.type !== 'watch') done(() => resolve(message));
      };
      const onExit = (code: number | null) =>
        done(() =>
          reject(new Error(`The measured process ended with ${code}`)),
        );
      child.on('message', onMessage);
      child.on('exit', onExit);
    });
  await answer();
  return {
    async run(command) {
      const answered = answer();
      child.send({ command });
      return answered;
    },
    async stop() {
      const ended = new Promise(resolve => child.once('exit', resolve));
      const answered = answer();
      child.send({ command: 'stop' });
      await answered;
      await ended;
    },
  };
}
