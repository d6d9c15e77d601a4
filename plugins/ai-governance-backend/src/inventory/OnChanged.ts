import { Knex } from 'knex';
import { Instant } from 'backstage-plugin-ai-governance-common';

/** Called within the transaction that changes something, with the keys (`entity:<ref>`) of what changed. */
export type OnChanged = (
  tx: Knex.Transaction,
  keys: string[],
  at: Instant,
) => Promise<void>;
