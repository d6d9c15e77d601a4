import { mockServices } from '@backstage/backend-test-utils';
import { CLAIM } from './Evaluator';
import { Worker } from './Worker';

/** An evaluator whose runs a test ends one by one. */
function steppedEvaluator() {
  const ends: ((evaluated: number | Error) => void)[] = [];
  let onStart: () => void = () => {};
  const nextStart = () =>
    new Promise<void>(resolve => {
      onStart = resolve;
    });
  return {
    runs: () => ends.length,
    /** Resolves once run `n` (from 1) has begun. */
    begun: async (n: number) => {
      while (ends.length < n) await nextStart();
    },
    end: (n: number, evaluated: number | Error) => ends[n - 1](evaluated),
    runOnce: () =>
      new Promise<number>((resolve, reject) => {
        ends.push(evaluated =>
          typeof evaluated === 'number'
            ? resolve(evaluated)
            : reject(evaluated),
        );
        onStart();
      }),
  };
}

describe('the worker', () => {
  const never = 3_600_000;
  const start = (pollMs = never) => {
    const evaluator = steppedEvaluator();
    const logger = mockServices.logger.mock();
    const worker = Worker.create({ evaluator, logger, pollMs });
    worker.start();
    return { evaluator, logger, worker };
  };

  it('goes on while there is work, then rests until it is poked', async () => {
    const { evaluator, worker } = start();
    await evaluator.begun(1);
    evaluator.end(1, 3);
    await evaluator.begun(2);
    evaluator.end(2, 0);
    await new Promise(setImmediate);
    expect(evaluator.runs()).toBe(2);
    worker.poke();
    await evaluator.begun(3);
    const stopped = worker.stop();
    evaluator.end(3, 0);
    await stopped;
    expect(evaluator.runs()).toBe(3);
  });

  it('works in two lanes while there is more than one takes, until both find nothing', async () => {
    const { evaluator, worker } = start();
    await evaluator.begun(1);
    evaluator.end(1, CLAIM);
    await evaluator.begun(3);
    expect(evaluator.runs()).toBe(3);
    evaluator.end(2, 7);
    await evaluator.begun(4);
    evaluator.end(3, 0);
    evaluator.end(4, 0);
    // and looks once more, for what came meanwhile
    await evaluator.begun(5);
    evaluator.end(5, 0);
    await new Promise(setImmediate);
    expect(evaluator.runs()).toBe(5);
    await worker.stop();
  });

  it('goes on after a lane that failed, and waits for the other', async () => {
    const { evaluator, logger, worker } = start();
    await evaluator.begun(1);
    evaluator.end(1, CLAIM);
    await evaluator.begun(3);
    evaluator.end(2, new Error('the database is gone'));
    await new Promise(setImmediate);
    expect(logger.error).not.toHaveBeenCalled();
    evaluator.end(3, 5);
    await new Promise(setImmediate);
    expect(evaluator.runs()).toBe(3);
    expect(logger.error).toHaveBeenCalledTimes(1);
    await worker.stop();
  });

  it('does not lose a poke that comes during a run', async () => {
    const { evaluator, worker } = start();
    await evaluator.begun(1);
    worker.poke();
    evaluator.end(1, 0);
    await evaluator.begun(2);
    const stopped = worker.stop();
    evaluator.end(2, 0);
    await stopped;
    expect(evaluator.runs()).toBe(2);
  });

  it('looks again by itself, also after an error', async () => {
    const { evaluator, worker, logger } = start(1);
    await evaluator.begun(1);
    evaluator.end(1, new Error('The database went away'));
    await evaluator.begun(2);
    expect(logger.error).toHaveBeenCalledWith(
      'The evaluation failed',
      expect.any(Error),
    );
    evaluator.end(2, 0);
    await evaluator.begun(3);
    const stopped = worker.stop();
    evaluator.end(3, 0);
    await stopped;
  });

  it('ends the run under way before it stops, and begins no other', async () => {
    const { evaluator, worker } = start();
    await evaluator.begun(1);
    let stopped = false;
    const stopping = worker.stop().then(() => {
      stopped = true;
    });
    await new Promise(setImmediate);
    expect(stopped).toBe(false);
    evaluator.end(1, 200);
    await stopping;
    worker.poke();
    await new Promise(setImmediate);
    expect(evaluator.runs()).toBe(1);
  });
});
