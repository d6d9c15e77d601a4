import { GovernancePolicy } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { Statements } from '../decisions/Statements';
import { Ledger } from '../ledger/Ledger';
import { Access } from '../permissions/Access';

/** What is written many at once is written as one by one: by the same permissions and rules, each in a transaction of its own. */
export interface BulkOptions {
  knex: Knex;
  ledger: Ledger;
  clock: Clock;
  policy: GovernancePolicy;
  access: Access;
  statements: Statements;
}

/** The same words whether it is missing, gone, not governed or not for this reader. */
export const notReadable = (ref: string) =>
  `There is no subject of governance ${ref} that you may read.`;
