import { registration } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';

/**
 * Narrows a query over `revisions` (`r`) to the latest of each registration, redacted ones left out, each with its stream (`s`) and, while the
 * catalog has it, with its subject (`j`).
 */
export const latestRegistrations = <Q extends Knex.QueryBuilder>(query: Q): Q =>
  query
    .join('records as d', join =>
      join.on('d.stream_id', 'r.stream_id').andOn('d.seq', 'r.seq'),
    )
    .join('streams as s', 's.id', 'r.stream_id')
    .leftJoin('subjects as j', join =>
      join.on('j.id', 's.id').andOnNull('j.gone_at'),
    )
    .where('d.type', registration.type)
    .whereNotNull('r.data') as Q;
