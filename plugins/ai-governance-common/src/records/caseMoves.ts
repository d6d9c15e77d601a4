import { ConflictError, InputError } from '@backstage/errors';
import { HumanDuration } from '@backstage/types';
import { z } from 'zod';
import { dayOf, plus, startOfDay } from '../instant';
import { RecordState } from '../state';

/** From each state of a case the states that may come next; from none a case is finished, and nothing of it changes any more. */
export type Moves<S extends string> = Readonly<Record<S, readonly S[]>>;

/** How grave a case is, gravest first; the policy has a deadline for each. */
export const severities = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof severities)[number];

export const severity = z.enum(severities).meta({ title: 'Severity' });

/** The day by whose end a case must be settled. */
export const deadlineOf = (
  deadlines: Readonly<Record<Severity, HumanDuration>>,
  grave: Severity,
  from: string,
) => dayOf(plus(startOfDay(from), deadlines[grave]));

/**
 * Sees to it that a case moves only as it may. Staying in a state is no move, so that the rest can be written on.
 *
 * @param starts - the states in which a new case may be recorded
 * @returns what the case was before; undefined for a new one
 * @throws ConflictError when it is finished or was erased, InputError naming `data.status` and the states that may come next
 */
export function checkMove<S extends string, T extends { status: S }>(
  status: S,
  previous: RecordState<T | null> | undefined,
  { moves, starts }: { moves: Moves<S>; starts: readonly S[] },
): T | undefined {
  if (!previous) {
    if (!starts.includes(status)) {
      throw new InputError(
        `data.status: a new one is ${starts.join(' or ')}, not ${status}`,
      );
    }
    return undefined;
  }
  const before = previous.data;
  if (!before) throw new ConflictError('data: what was recorded was erased');
  const next = moves[before.status];
  if (next.length === 0) {
    throw new ConflictError(
      `data.status: it is ${before.status} and stays as it is; record a new one`,
    );
  }
  if (status !== before.status && !next.includes(status)) {
    throw new InputError(
      `data.status: from ${before.status} it can become ${next.join(
        ' or ',
      )}, not ${status}`,
    );
  }
  return before;
}

/** @throws InputError naming the field when the day is yet to come */
export function notToCome(field: string, on: string | undefined, at: string) {
  if (on !== undefined && on > dayOf(at)) {
    throw new InputError(
      `data.${field}: must not be in the future, and is ${on}`,
    );
  }
}
