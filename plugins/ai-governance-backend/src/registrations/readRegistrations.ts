import { RegistrationView } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { byteOrder } from '../database/containsText';
import { revisionView } from '../ledger/revisionView';
import { Revision } from '../ledger/Ledger';
import { selectRevisions } from '../ledger/revisionRow';
import { ReadScope } from '../permissions/ReadScope';
import { latestRegistrations } from './latestRegistrations';

/** Whose reading it is: everything, or what a person may read of subjects, and what they wrote last themselves. */
export type RegistrationsReader =
  | 'service'
  | { scope: ReadScope; author?: string };

/** A page of registrations, redacted ones left out, by reference. */
export async function readRegistrations(
  knex: Knex,
  reader: RegistrationsReader,
  query: { ref?: string; author?: string; limit: number; cursor?: string },
): Promise<{
  items: RegistrationView[];
  totalItems: number;
  nextCursor?: string;
}> {
  const matching = (select: Knex.QueryBuilder<any, Revision[]>) => {
    latestRegistrations(select);
    if (query.ref !== undefined) select.where('s.ref', query.ref);
    if (query.author !== undefined) select.where('r.author', query.author);
    if (reader !== 'service') {
      const { scope, author } = reader;
      select.where(readable => {
        readable.where(known => {
          known.whereNotNull('j.id');
          scope.apply(known, 'j.id');
        });
        // what somebody wrote they know, also where no entity says yet who may read it
        if (author !== undefined) readable.orWhere('r.author', author);
      });
    }
    return select;
  };

  const { total } = await (matching(knex('revisions as r') as any) as any)
    .count({ total: '*' })
    .first();
  const ref = byteOrder(knex, 's.ref');
  const page = matching(selectRevisions(knex))
    .select({ ref: 's.ref' })
    .orderByRaw(ref)
    .limit(query.limit + 1);
  if (query.cursor !== undefined) page.whereRaw(`${ref} > ?`, [query.cursor]);
  const rows = (await page) as (Revision & { ref: string })[];
  const shown = rows.slice(0, query.limit);
  return {
    items: shown.map(
      row => ({ ...revisionView(row), ref: row.ref } as RegistrationView),
    ),
    totalItems: Number(total),
    ...(rows.length > query.limit && { nextCursor: shown.at(-1)!.ref }),
  };
}
