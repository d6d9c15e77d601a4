import { Instant } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';

/** SQL of the state of a row of `results` at an instant, as `effectiveResult` has it: past its `validUntil` it reads as its `nextState`. */
export function effectiveState(knex: Knex, alias: string, at: Instant) {
  const of = (column: string) => `${alias}.${column}`;
  return knex.raw('case when ?? <= ? and ?? is not null then ?? else ?? end', [
    of('valid_until'),
    at,
    of('next_state'),
    of('next_state'),
    of('state'),
  ]);
}
