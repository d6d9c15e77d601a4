import { Evaluator } from './Evaluator';

const LANES = 2;

/**
 * Evaluates until nothing is left, in two lanes: while the database stores what one has found, the other judges. Each takes what the other
 * does not hold, as several backends do.
 *
 * @param stopping - asked after each claim
 * @returns how many were evaluated
 * @throws what a lane throws, once the others have ended
 */
export async function drain(
  evaluator: Pick<Evaluator, 'runOnce'>,
  stopping: () => boolean = () => false,
): Promise<number> {
  let evaluated = 0;
  let failed = false;
  const lane = async () => {
    for (let n = -1; n !== 0 && !failed && !stopping(); evaluated += n) {
      try {
        n = await evaluator.runOnce();
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(
    Array.from({ length: LANES }, () => lane()),
  );
  for (const end of ends) {
    if (end.status === 'rejected') throw end.reason;
  }
  return evaluated;
}
