import { ResponseError } from '@backstage/errors';

const statuses: Record<string, number> = {
  InputError: 400,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
};

/** An error of the backend as the client throws it: what it said is in the body of the answer. */
export function refusal({ name, message }: Error): Promise<ResponseError> {
  const status = statuses[name] ?? 500;
  const body = JSON.stringify({
    error: { name, message },
    response: { statusCode: status },
  });
  return ResponseError.fromResponse({
    status,
    statusText: '',
    headers: new Headers({ 'content-type': 'application/json' }),
    text: async () => body,
  } as any);
}
