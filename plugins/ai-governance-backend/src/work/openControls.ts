import {
  Instant,
  notHoldingStates,
  ResultState,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { subjectsAt } from '../posture/subjectSummaries';

/** States of a result that ask for something to be done: it does not hold, or not for long. */
const toDo: readonly ResultState[] = [...notHoldingStates, 'warning'];

/** A row of `openControls`. */
export interface OpenControl {
  subject_id: string;
  ref: string;
  title: string;
  owner: string | null;
  tier: string | null;
  control_id: string;
  state: ResultState;
  reason: string;
  since: Instant;
  due: Instant | null;
  remedy: string | null;
}

const list = (values: readonly string[]) =>
  values.map(value => `'${value}'`).join(', ');

/**
 * Results that ask for something to be done at an instant, of subjects that are not gone, as rows of `OpenControl`. What came due reads as it
 * was foretold, as `effectiveResult` has it. `due`: when a warning stops holding, or when what is expired ran out.
 *
 * @param narrow - narrows the subjects (`s`)
 */
export function openControls(
  knex: Knex,
  at: Instant,
  narrow: (subjects: Knex.QueryBuilder) => void,
): Knex.QueryBuilder {
  const found = subjectsAt(knex, at)
    .join({ r: 'results' }, 'r.subject_id', 's.id')
    .whereNull('r.to_at')
    .whereRaw(`(r.state in (${list(toDo)}) or r.valid_until is not null)`)
    .select(
      's.ref',
      's.title',
      's.owner',
      'm.tier',
      'r.subject_id',
      'r.control_id',
      knex.raw(
        'case when r.valid_until <= ? and r.next_state is not null then 1 else 0 end as turned',
        [at],
      ),
      {
        now: 'r.state',
        now_reason: 'r.reason',
        now_since: 'r.since',
        until: 'r.valid_until',
        next: 'r.next_state',
        next_reason: 'r.next_reason',
        now_remedy: 'r.remedy',
        next_remedy: 'r.next_remedy',
      },
    );
  narrow(found);

  const effective = knex
    .from(found.as('found'))
    .select(
      'subject_id',
      'control_id',
      'ref',
      'title',
      'owner',
      'tier',
      knex.raw('case when turned = 1 then next else now end as state'),
      knex.raw(
        'case when turned = 1 then coalesce(next_reason, now_reason) else now_reason end as reason',
      ),
      knex.raw(
        'case when turned = 1 then next_remedy else now_remedy end as remedy',
      ),
      knex.raw(
        'case when turned = 1 and next <> now then until else now_since end as since',
      ),
      knex.raw(
        `case when turned = 0 and now = 'warning' and next in (${list(
          notHoldingStates,
        )}) then until end as runs_out`,
      ),
    );
  return knex
    .from(effective.as('effective'))
    .whereRaw(`state in (${list(toDo)})`)
    .select(
      'subject_id',
      'control_id',
      'ref',
      'title',
      'owner',
      'tier',
      'state',
      'reason',
      'since',
      'remedy',
      knex.raw(
        `case when state = 'expired' then since else runs_out end as due`,
      ),
    );
}
