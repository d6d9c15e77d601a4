import { InputError } from '@backstage/errors';
import {
  Instant,
  instant,
  trendQuerySchema,
} from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { Services } from './Services';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/**
 * The instants of a trend, evenly spread, both ends among them. Default: the year until now.
 *
 * @throws InputError when the end is to come, or not after the beginning
 */
export async function trendPoints(
  { clock, knex }: Pick<Services, 'clock' | 'knex'>,
  query: z.output<typeof trendQuerySchema>,
): Promise<Instant[]> {
  const now = await clock(knex);
  const to = query.to === undefined ? now : instant(query.to);
  const from =
    query.from === undefined
      ? instant(Date.parse(to) - YEAR_MS)
      : instant(query.from);
  if (to > now) {
    throw new InputError(
      `to: must not be in the future, and is ${to}; it is ${now} now`,
    );
  }
  if (from >= to) {
    throw new InputError(`from: must be before ${to}, and is ${from}`);
  }
  const [begin, end] = [Date.parse(from), Date.parse(to)];
  return Array.from({ length: query.points }, (_, i) =>
    instant(Math.round(begin + ((end - begin) * i) / (query.points - 1))),
  );
}
