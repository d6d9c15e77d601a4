import { Instant } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { snapshot } from '../database/snapshot';
import { pastReading, presentReading, Reading } from '../posture/reading';

/** Reads in one snapshot: as things are, or as they were held at a past instant. */
export const readAsOf = <T>(
  { knex, clock }: { knex: Knex; clock: Clock },
  asOf: Instant | undefined,
  read: (tx: Knex, reading: Reading) => Promise<T>,
): Promise<T> =>
  snapshot(knex, clock, (tx, at) =>
    read(
      tx,
      asOf === undefined ? presentReading(tx, at) : pastReading(tx, asOf),
    ),
  );
