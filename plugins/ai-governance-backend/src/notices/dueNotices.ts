import { dayOf, Instant } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { batches } from '../database/batches';
import { retrying } from '../database/retrying';
import { openControls } from '../work/openControls';

/** What somebody is told of. Keys of `notices` begin with it. */
export const noticeKinds = ['overdue', 'lapsed', 'soon', 'requested'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** One run of the task. */
export interface Run {
  id: string;
  at: Instant;
}

const APPROVAL = 'OPS-01';

/**
 * Notes whom to tell that a result runs out soon or ran out, or that an approval lapsed: the owner, and who is accountable unless they are told as
 * a member of the owning group. Whoever was told of it already, or is just being told by another run, is not noted: each row is taken by one run.
 * What ended and begins again is told anew.
 */
export async function noteResults(knex: Knex, run: Run): Promise<void> {
  const due = knex
    .from(openControls(knex, run.at, () => {}).as('due'))
    .join({ s: 'subjects' }, 's.id', 'due.subject_id')
    .where(told =>
      told
        .whereIn('due.state', ['warning', 'expired'])
        .orWhere({ 'due.state': 'fail', 'due.control_id': APPROVAL }),
    )
    .select(
      knex.raw(
        `case due.state when 'warning' then 'soon' when 'expired' then 'overdue' else 'lapsed' end || ':' || due.subject_id || ':' || due.control_id || ':' || due.since as key`,
      ),
    );
  const owners = due.clone().select({ recipient: 's.owner' });
  const accountable = due
    .clone()
    .whereNotExists(team =>
      team
        .select('g.ref')
        .from({ g: 'entity_facts' })
        .whereRaw('g.ref = s.owner')
        // the list is JSON; it is shorter without who is in it
        .whereRaw(
          `replace(g.member_refs, '"' || s.accountable || '"', '') <> g.member_refs`,
        ),
    )
    .select({ recipient: 's.accountable' });
  for (const told of [owners, accountable]) {
    // two that note at once may wait for each other's rows
    await retrying(() =>
      knex
        .into(
          knex.raw('notices (??, ??, ??, ??, ??)', [
            'recipient',
            'key',
            'day',
            'run',
            'noted_at',
          ]),
        )
        .insert(
          knex
            .from(told.as('told'))
            .join({ f: 'entity_facts' }, 'f.ref', 'told.recipient')
            .where('f.present', true)
            // knex has no `on conflict` for this on SQLite, where nobody else writes meanwhile
            .whereNotExists(already =>
              already
                .select('n.key')
                .from({ n: 'notices' })
                .whereRaw('n.recipient = told.recipient and n.key = told.key'),
            )
            .where(reachable =>
              reachable
                .where('f.ref', 'like', 'group:%')
                .orWhere('f.ref', 'like', 'user:%'),
            )
            .select(
              'told.recipient',
              'told.key',
              knex.raw('?', [dayOf(run.at)]),
              knex.raw('?', [run.id]),
              knex.raw('?', [run.at]),
            ),
        )
        .onConflict(['recipient', 'key'])
        .ignore(),
    );
  }
}

/** Notes that a request waits for those who may decide on it. */
export async function noteRequests(
  knex: Knex,
  run: Run,
  deciders: (recordId: string) => Promise<string[]>,
): Promise<void> {
  const waiting: string[] = await knex('open_requests')
    .orderBy('record_id')
    .pluck('record_id');
  for (const recordId of waiting) {
    const rows = (await deciders(recordId)).map(recipient => ({
      recipient,
      key: `requested:${recordId}`,
      day: dayOf(run.at),
      run: run.id,
      noted_at: run.at,
    }));
    for (const batch of batches(rows)) {
      await knex('notices')
        .insert(batch)
        .onConflict(['recipient', 'key'])
        .ignore();
    }
  }
}
