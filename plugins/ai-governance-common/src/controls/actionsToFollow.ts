import {
  CorrectiveAction,
  correctiveActionIsOpen,
} from '../records/correctiveAction';
import { RecordState } from '../state';
import { Dated } from './datesOverTime';

/** What is done and not verified is no more settled than what is open: it is due by the same day. */
export const actionsToFollow = (
  actions: readonly RecordState<CorrectiveAction>[],
): Dated[] =>
  actions.flatMap(({ data: { title, status, due } }) =>
    due && correctiveActionIsOpen({ status })
      ? [
          {
            title,
            day: due,
            note: status === 'done' ? 'done, not verified' : undefined,
          },
        ]
      : [],
  );
