import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';

/** Errors whose sentence is the caller's to read, and what they are over HTTP; of any other nothing is told. */
const refusals = [
  { of: InputError, status: 400 },
  { of: NotAllowedError, status: 403 },
  { of: NotFoundError, status: 404 },
  { of: ConflictError, status: 409 },
];

/** Why one of many was refused. @throws what is no refusal: then something is broken, and the rest would fail as well */
export function refusal(error: unknown): { status: number; reason: string } {
  const found = refusals.find(({ of }) => error instanceof of);
  if (!found) throw error;
  return { status: found.status, reason: (error as Error).message };
}
