import { InputError } from '@backstage/errors';
import { Instant, instant } from 'backstage-plugin-ai-governance-common';
import { Services } from './Services';

/**
 * How long ago an instant is settled. What is written counts from when it was begun: an evaluation is stored within its lease of a minute, and
 * a sweep of a large catalog takes some minutes. Later than that nothing is added to what was held then.
 */
const SETTLED_AFTER_MS = 5 * 60 * 1000;

/**
 * The instant of a question about the past.
 *
 * @param name - of the parameter
 * @throws InputError when it is not settled, for then the same question could be answered otherwise later
 */
async function settled(
  { clock, knex }: Pick<Services, 'clock' | 'knex'>,
  text: string,
  name = 'asOf',
): Promise<Instant> {
  const asOf = instant(text);
  const latest = instant(Date.parse(await clock(knex)) - SETTLED_AFTER_MS);
  if (asOf > latest) {
    throw new InputError(
      `${name}: must be at least five minutes past, so that the answer stays the same: not later than ${latest}, and is ${asOf}`,
    );
  }
  return asOf;
}

/** The same where a question may also be about now. */
export const settledIfAsked = async (
  services: Pick<Services, 'clock' | 'knex'>,
  text: string | undefined,
): Promise<Instant | undefined> =>
  text === undefined ? undefined : settled(services, text);
