import {
  Instant,
  TrainingState,
  trainingStates,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { placeIn } from '../database/placeIn';
import { effectiveState } from '../posture/effectiveState';
import { subjectsAt } from '../posture/subjectSummaries';

const CONTROL = 'PPL-01';

/** SQL of how a row of `training_needs` (`n`) stands at an instant. Past its dates it reads so, however late a worker is. */
export function needState(
  knex: Knex,
  at: Instant,
  dates: { completed: string; warnFrom: string; endsAt: string } = {
    completed: 'n.completed',
    warnFrom: 'n.warn_from',
    endsAt: 'n.ends_at',
  },
): Knex.Raw {
  const { completed, warnFrom, endsAt } = dates;
  return knex.raw(
    `case when ${completed} is null then 'missing' when ${endsAt} <= ? then 'lapsed' when ${warnFrom} <= ? then 'runs-out' else 'holds' end`,
    [at, at],
  );
}

/** SQL of the place of a state in `trainingStates`. */
export const stateRank = (expression: string) =>
  placeIn(expression, trainingStates);

/** The place of a state: what is to be done first comes first. */
export const rankOf = (state: TrainingState) => trainingStates.indexOf(state);

/** What subjects (`s`, with `m`) that are not gone ask of people (`n`), but for those that are exempt from it. */
export function needsAt(knex: Knex, at: Instant): Knex.QueryBuilder {
  return subjectsAt(knex, at)
    .join({ n: 'training_needs' }, 'n.subject_id', 's.id')
    .whereNotExists(exempt =>
      exempt
        .select('e.id')
        .from({ e: 'results' })
        .whereRaw('e.subject_id = s.id')
        .where('e.control_id', CONTROL)
        .whereNull('e.to_at')
        .whereRaw('? = ?', [effectiveState(knex, 'e', at), 'exempt']),
    );
}
